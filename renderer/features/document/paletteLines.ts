import type { Editor } from '@tiptap/core';
import { attr } from '../../../shared/document/attr.ts';
import type { Facts } from '../../../shared/document/facts.ts';
import { labelledActions } from '../../../shared/document/labelledActions.ts';
import { textOf } from '../../../shared/document/readBody.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { Section } from '../../../shared/review/sectionsOf.ts';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { goTo } from '../../editor/rows/goTo.ts';
import { INSERTIONS } from '../../editor/slash-menu/insertions.ts';
import { List, Plus, SquareCheckBig, User } from '../../ui/icons.ts';
import type { Shortcut } from '../../ui/keyboard.ts';
import { PERSON_FACTS } from '../facts/words.ts';

/** The header and the sections: the first nine places have a key. */
export function sectionLines(
  sections: readonly Section[],
  go: (place: number) => void,
): readonly PaletteItem[] {
  const titles = ['Incident facts', ...sections.map(({ title }) => title || 'Untitled section')];
  return titles.map((label, place) => ({
    id: `section/${place}`,
    group: 'Go to',
    icon: List,
    label,
    detail: 'Section',
    ...(place < 9 ? { keys: `Alt+${place + 1}` as Shortcut } : {}),
    run: () => go(place - 1),
  }));
}

/** What can be put in at the caret; nothing while the focus is in a fact or a cell, far from where the caret was left. */
export function insertionLines(editor: Editor): readonly PaletteItem[] {
  if (!editor.view.hasFocus()) return [];
  return INSERTIONS.map(({ key, label, detail, words, insert }) => ({
    id: `insertion/${key}`,
    group: 'Put in',
    icon: Plus,
    label,
    detail,
    words,
    run: () => insert(editor),
  }));
}

interface Action {
  readonly id: string | null;
  readonly label: string;
  readonly words: string;
  readonly owner: string | null;
}

/** The action items, and where each person of the document is named: in the header or as an owner. */
export function actionAndPeopleLines(
  editor: Editor,
  facts: Facts,
  sections: readonly Section[],
): readonly PaletteItem[] {
  const actions = actionsIn(sections.flatMap(({ nodes }) => nodes));
  const goToAction = ({ id, label }: Action) => {
    if (id !== null) goTo(editor, 'actionItem', id, label);
  };
  return [
    ...actions.map(
      (action, place): PaletteItem => ({
        id: `action/${place}`,
        group: 'Actions',
        icon: SquareCheckBig,
        code: action.label,
        label: action.words,
        detail: action.owner ?? 'No owner',
        run: () => goToAction(action),
      }),
    ),
    ...PERSON_FACTS.flatMap(({ fact, label }): readonly PaletteItem[] => {
      const name = facts[fact];
      return name === null ? [] : [personLine(`${fact}`, name, label, () => focusFact(label))];
    }),
    ...actions.flatMap((action, place): readonly PaletteItem[] =>
      action.owner === null
        ? []
        : [personLine(`${place}`, action.owner, `Owner of ${action.label}`, () => goToAction(action))],
    ),
  ];
}

const personLine = (id: string, label: string, detail: string, run: () => void): PaletteItem => ({
  id: `person/${id}`,
  group: 'People',
  icon: User,
  label,
  detail,
  run,
});

const focusFact = (label: string): void =>
  document.querySelector<HTMLElement>(`[data-pane="page"] header [aria-label="${label}"]`)?.focus();

const actionsIn = (nodes: readonly BodyNode[]): readonly Action[] =>
  labelledActions(nodes).map(({ item, label }) => ({
    id: attr(item, 'id'),
    label,
    words: textOf(item).replace(/\s+/g, ' ').trim() || 'Nothing written yet',
    owner: attr(item, 'owner'),
  }));
