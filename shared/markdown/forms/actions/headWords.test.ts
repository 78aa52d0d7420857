import { expect, test } from 'vitest';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

test.each([
  ['Acciones', ['Tarea', 'Encargado', 'Vencimiento', 'Estado']],
  ['Maßnahmen', ['Beschreibung', 'Verantwortlich', 'Frist', 'Status']],
])(
  'a table under “%s” with the heads %j is one of action items, and is written as it was',
  (heading, heads) => {
    const lines = [heads, heads.map(() => '---'), ['Alert earlier', 'Ann', '2026-12-01', 'Done']];
    const source = `## ${heading}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`;
    const { postmortem } = importMarkdown(source);
    expect(postmortem.body.map(({ type }) => type)).toEqual(['heading', 'actionList']);
    expect(postmortem.body[1]?.content?.[0]?.attrs).toMatchObject({ owner: 'Ann', due: '2026-12-01' });
    expect(exportMarkdown(postmortem, { imageAddress: (hash) => hash }).text).toBe(source);
  },
);
