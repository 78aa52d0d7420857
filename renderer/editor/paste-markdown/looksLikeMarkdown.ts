const LINE_SIGNS = /^(#{1,6} |[-*+] (?!-)|\d{1,3}[.)] |> |```|~~~|\|.+\|\s*$|[-*+] \[[ xX]\] )/;
const INLINE_SIGNS = /\[[^\]\n]+\]\((https?:|mailto:)[^)\n]+\)|\*\*[^*\n]+\*\*|(^|\s)`[^`\n]+`/;

/**
 * Whether a pasted plain text was meant as Markdown: a line begins as its blocks do, or it holds a link, strong
 * text or code. One line that merely begins with a dash or a number is a text.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const signs = lines.filter((line) => LINE_SIGNS.test(line.trimStart()));
  const isBlock = signs.length > 0 && (lines.length > 1 || /^(#{1,6} |```)/.test(lines[0] ?? ''));
  return isBlock || INLINE_SIGNS.test(text);
}
