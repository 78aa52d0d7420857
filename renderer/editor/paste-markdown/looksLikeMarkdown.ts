const LINE_SIGNS = /^(#{1,6} |[-*+] (?!-)|\d{1,3}[.)] |> |```|~~~|\|.+\|\s*$|[-*+] \[[ xX]\] )/;
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const INLINE_SIGNS = /\[[^\]\n]+\]\((https?:|mailto:)[^)\n]+\)|\*\*[^*\n]+\*\*|(^|\s)`[^`\n]+`/;

/**
 * Whether a pasted plain text was meant as Markdown: a line begins as its blocks do, or it holds a rule, a link,
 * strong text or code. One line that merely begins with a dash or a number is a text.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const signs = lines.filter((line) => LINE_SIGNS.test(line.trimStart()));
  const isBlock = signs.length > 0 && (lines.length > 1 || /^(#{1,6} |```)/.test(lines[0] ?? ''));
  return isBlock || (lines.length > 1 && holdsRule(text)) || INLINE_SIGNS.test(text);
}

/** A rule stands apart: right below words it is their underline, of a heading or of a column. */
function holdsRule(text: string): boolean {
  const lines = text.split(/\r?\n/);
  const isBlank = (line = ''): boolean => line.trim() === '';
  return lines.some((line, at) => RULE.test(line) && isBlank(lines[at - 1]) && isBlank(lines[at + 1]));
}
