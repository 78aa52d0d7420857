import type { BodyNode } from '../../../document/template.ts';
import { bold, boldStart, type Lead, plain, plainStart } from '../lead.ts';

/** How the names of fields are set: plain, bold with the colon, or bold without it. */
export type FieldStyle = 'plain' | 'bold' | 'bold-name';

/** The style that a list's `written` attribute says. */
export const fieldStyleOf = (list: BodyNode): FieldStyle => {
  const written = list.attrs?.written;
  return written === 'bold' || written === 'bold-name' ? written : 'plain';
};

/** The `written` attribute that says so; null for our own style. */
export const fieldStyleText = (style: FieldStyle): string | null => (style === 'plain' ? null : style);

/** What a field's line begins with in a style; nothing for a field without a name. */
export function leadInStyle(words: string, style: FieldStyle): Lead {
  if (words === '') return [];
  switch (style) {
    case 'plain':
      return [plain(`${words}: `)];
    case 'bold':
      return [bold(`${words}:`), plain(' ')];
    case 'bold-name':
      return [bold(words), plain(': ')];
  }
}

/** The words in front of a line, with their colon, and the style that they are in. */
export function startOfField(line: readonly BodyNode[]): {
  readonly text: string;
  readonly style: FieldStyle;
} {
  const strong = boldStart(line);
  if (strong === null) return { text: plainStart(line) ?? '', style: 'plain' };
  if (strong.endsWith(':')) return { text: strong, style: 'bold' };
  const after = line[1]?.text ?? '';
  return /^:(?: |$)/.test(after) && (line[1]?.marks ?? []).length === 0
    ? { text: `${strong}:`, style: 'bold-name' }
    : { text: '', style: 'plain' };
}
