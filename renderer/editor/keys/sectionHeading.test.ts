import { type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import {
  backspaceUnderHeading,
  isAtHeadingEnd,
  isAtSectionEnd,
  isHeldHeading,
  isWithinHeading,
  pastedBelowHeading,
  splitHeading,
} from './sectionHeading.ts';

const { nodes } = postmortemSchema;
const textOf = (words: string): readonly Node[] => (words === '' ? [] : [postmortemSchema.text(words)]);
const paragraph = (words = ''): Node => nodes.paragraph!.create(null, textOf(words));
const list = (...items: readonly string[]): Node =>
  nodes.bulletList!.create(
    null,
    items.map((words) => nodes.listItem!.create(null, paragraph(words))),
  );
const smaller = nodes.heading!.create({ level: 3 }, textOf('Detail'));
const heading = nodes.heading!.create({ level: 2, section: 'summary' }, textOf('Summary'));
const UNDER = heading.nodeSize;

const stateOf = (caret: number, ...blocks: readonly Node[]): EditorState => {
  const doc = nodes.doc!.create(null, [heading, ...blocks]);
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
};

it('words are selected within a heading only where both ends are in one, and a caret is in it', () => {
  const selected = (from: number, to: number): boolean => {
    const doc = nodes.doc!.create(null, [heading, paragraph('words'), smaller]);
    return isWithinHeading(EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }));
  };
  expect(selected(2, 5)).toBe(true);
  expect(selected(2, 2)).toBe(true);
  expect(selected(2, UNDER + 3)).toBe(false);
  expect(selected(UNDER + 1, UNDER + 3)).toBe(false);
  expect(selected(UNDER + 9, UNDER + 11)).toBe(true);
});

/** What stands under the heading afterwards; null where the key is left to others. */
function backspaceAt(caret: number, ...blocks: readonly Node[]): string | null {
  const tr = backspaceUnderHeading(stateOf(UNDER + caret, ...blocks));
  expect(tr?.doc.child(0) ?? heading).toBe(heading);
  return tr === null ? null : tr.doc.content.cut(UNDER).toString();
}

describe('Backspace at the start of what stands under a section heading', () => {
  it('leaves a paragraph where it is', () => {
    expect(backspaceAt(1, paragraph('words'))).toBe('<paragraph("words")>');
    expect(backspaceAt(1, paragraph())).toBe('<paragraph>');
  });

  it('makes a paragraph of a list item and of a smaller heading', () => {
    expect(backspaceAt(3, list('one', 'two'))).toBe(
      '<paragraph("one"), bulletList(listItem(paragraph("two")))>',
    );
    expect(backspaceAt(1, smaller)).toBe('<paragraph("Detail")>');
  });

  it('keeps a section heading that follows at once', () => {
    expect(backspaceAt(1, heading)).toBe('<heading("Summary")>');
  });

  it('is left to others within the text, in a later item, further below and in a spare empty line', () => {
    expect(backspaceAt(2, paragraph('words'))).toBeNull();
    expect(backspaceAt(8, list('o', 'two'))).toBeNull();
    expect(backspaceAt(4, paragraph('a'), paragraph('b'))).toBeNull();
    expect(backspaceAt(1, paragraph(), paragraph('b'))).toBeNull();
  });
});

describe('Delete at the end of a section heading', () => {
  it('stays there, and only there', () => {
    expect(isAtHeadingEnd(stateOf(UNDER - 1, paragraph('words')))).toBe(true);
    expect(isAtHeadingEnd(stateOf(UNDER - 2, paragraph('words')))).toBe(false);
  });
});

describe('a paste at a section heading', () => {
  const pasted = (caret: number, content: readonly Node[], ...blocks: readonly Node[]): string | null => {
    const slice = Slice.maxOpen(nodes.doc!.create(null, content).content);
    const tr = pastedBelowHeading(stateOf(caret, ...blocks), slice);
    expect(tr?.doc.child(0) ?? heading).toBe(heading);
    return tr === null ? null : tr.doc.content.cut(UNDER).toString();
  };

  it('goes below it, at its start, in it and at its end', () => {
    for (const caret of [1, 4, UNDER - 1]) {
      expect(pasted(caret, [smaller, paragraph('new')], paragraph('old'))).toBe(
        '<heading("Detail"), paragraph("new"), paragraph("old")>',
      );
    }
  });

  it('takes the place of the empty line there', () => {
    expect(pasted(1, [list('new')], paragraph())).toBe('<bulletList(listItem(paragraph("new")))>');
  });

  it('goes in when it is one line of words', () => {
    expect(pasted(1, [paragraph('new')], paragraph())).toBeNull();
  });
});

describe('Enter within a section heading', () => {
  const split = (words: string, caret: number): string | null => {
    const named = nodes.heading!.create({ level: 2, section: 'summary' }, textOf(words));
    const doc = nodes.doc!.create(null, [named, paragraph()]);
    const tr = splitHeading(EditorState.create({ doc, selection: TextSelection.create(doc, caret) }));
    if (tr === null) return null;
    const blocks = [tr.doc.child(0), tr.doc.child(1)];
    expect(tr.selection.$from.index(0)).toBe(1);
    return blocks.map((node) => `${node.type.name} ${node.attrs.section}: ${node.textContent}`).join(', ');
  };

  it('leaves the section with its first part', () => {
    expect(split('Summary for all', 8)).toBe('heading summary: Summary, heading null:  for all');
  });

  it('leaves the section with its usual name, under what was typed before it', () => {
    expect(split('At firstSummary', 9)).toBe('paragraph undefined: At first, heading summary: Summary');
  });

  it('is left to others at both ends', () => {
    expect(split('Summary', 1)).toBeNull();
    expect(split('Summary', 8)).toBeNull();
  });
});

describe('a section heading under other words', () => {
  const next = nodes.heading!.create({ level: 2, section: 'timeline' }, textOf('Timeline'));
  const nameless = nodes.heading!.create({ level: 2, section: 'timeline' });
  const caretIn = (...blocks: readonly Node[]) => {
    const doc = nodes.doc!.create(null, [heading, ...blocks]);
    const lastSize = doc.lastChild?.nodeSize ?? 0;
    return {
      /** At the start of the last block. */
      before: EditorState.create({
        doc,
        selection: TextSelection.create(doc, doc.content.size - lastSize + 1),
      }),
      /** At the end of the text above the last block. */
      above: EditorState.create({
        doc,
        selection: TextSelection.near(doc.resolve(doc.content.size - lastSize), -1),
      }),
    };
  };

  it('is not joined to them by Backspace or by Delete', () => {
    for (const above of [paragraph('words'), list('one', 'two')]) {
      const caret = caretIn(above, next);
      expect(isHeldHeading(caret.before)).toBe(true);
      expect(isAtSectionEnd(caret.above)).toBe(true);
    }
  });

  it('keeps the only line of the section above, and lets an empty line below others go', () => {
    const only = caretIn(paragraph(), next);
    expect(isHeldHeading(only.before)).toBe(true);
    expect(isAtSectionEnd(only.above)).toBe(true);
    const spare = caretIn(paragraph('words'), paragraph(), next);
    expect(isHeldHeading(spare.before)).toBe(false);
    expect(isAtSectionEnd(spare.above)).toBe(false);
  });

  it('is left to others without words, and above an ordinary heading or a paragraph', () => {
    expect(isHeldHeading(caretIn(paragraph('words'), nameless).before)).toBe(false);
    expect(isAtSectionEnd(caretIn(paragraph('a'), smaller).above)).toBe(false);
    expect(isAtSectionEnd(caretIn(paragraph('a'), paragraph('b')).above)).toBe(false);
  });
});
