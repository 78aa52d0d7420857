import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type PostmortemStatus, readAbout } from '../../../shared/document/about.ts';
import { actionLabels } from '../../../shared/document/actionLabels.ts';
import { actionStatusOf } from '../../../shared/document/actionStatus.ts';
import { type Facts, readFacts } from '../../../shared/document/facts.ts';
import { aboutOf, factsOf } from '../../../shared/document/layout.ts';
import { type ActionPart, missingActionParts } from '../../../shared/review/completeness.ts';
import { sessionOf } from '../editorContext.ts';
import { type Found, findIn } from './findIn.ts';
import { peopleOf } from './people.ts';

/** An action item as other places of the document show it. */
export interface ActionEntry {
  readonly id: string | null;
  /** `A3`, as shared/document/actionLabels says. */
  readonly label: string;
  /** The id of the why that it answers. */
  readonly why: string | null;
  /** Its description in one line; empty while it has none. */
  readonly title: string;
  readonly dropped: boolean;
  readonly missing: readonly ActionPart[];
}

export interface WhyEntry {
  readonly number: number;
  readonly question: string;
}

/** What a row shows of the rest of the document. */
export interface Surroundings {
  readonly facts: Facts;
  readonly status: PostmortemStatus;
  /** In the order of the document. */
  readonly actions: readonly ActionEntry[];
  /** By the hidden id of the item. */
  readonly labels: ReadonlyMap<string, string>;
  /** By the hidden id of the why. */
  readonly whys: ReadonlyMap<string, WhyEntry>;
  readonly people: readonly string[];
}

/** A view that draws something of its surroundings. */
export interface Surrounded {
  drawSurroundings(): void;
}

interface SurroundingsStorage {
  readonly views: Set<Surrounded>;
  /** What was read last, and from which document; null after the facts or the status changed. */
  read: { readonly doc: Node; readonly surroundings: Surroundings } | null;
}

declare module '@tiptap/core' {
  interface Storage {
    surroundings: SurroundingsStorage;
  }
}

/** What there is around a row now; read once for each state of the document. */
export function surroundingsOf(editor: Editor, doc: Node): Surroundings {
  const storage = editor.storage.surroundings;
  if (storage.read?.doc !== doc) {
    const shared = sessionOf(editor).doc;
    storage.read = { doc, surroundings: readSurroundings(doc, readFacts(shared), readAbout(shared).status) };
  }
  return storage.read.surroundings;
}

function readSurroundings(doc: Node, facts: Facts, status: PostmortemStatus): Surroundings {
  const found: Found = findIn(doc);
  const labels = actionLabels(found.actions.map(({ attrs: { id, number } }) => ({ id, number })));
  const actions = found.actions.map((node, index): ActionEntry => {
    const { id, why, status } = node.attrs;
    return {
      id,
      label: labels[index] ?? '',
      why,
      dropped: actionStatusOf(status) === 'dropped',
      ...contentOf(node),
    };
  });
  return {
    facts,
    status,
    actions,
    labels: new Map(actions.flatMap(({ id, label }) => (id === null ? [] : [[id, label] as const]))),
    whys: new Map(found.whys.map(({ id, number, question }) => [id, { number, question }])),
    people: peopleOf(facts, [...found.actions.map(({ attrs }) => attrs.owner), ...found.signers]),
  };
}

const kept = new WeakMap<Node, Pick<ActionEntry, 'title' | 'missing'>>();

/** What an item's content says; an item that did not change since the last time is not read again. */
function contentOf(item: Node): Pick<ActionEntry, 'title' | 'missing'> {
  const before = kept.get(item);
  if (before !== undefined) return before;
  const title = item.textBetween(0, item.content.size, ' ', ' ').replace(/\s+/g, ' ').trim();
  const content = { title, missing: missingActionParts(item.toJSON()) };
  kept.set(item, content);
  return content;
}

/**
 * Tells the views of rows when something around them changed: another row, or a fact. Only draws; nothing here
 * ever writes to the document.
 */
export const surroundings = Extension.create<Record<string, never>, SurroundingsStorage>({
  name: 'surroundings',
  addStorage: () => ({ views: new Set(), read: null }),
  addProseMirrorPlugins() {
    const { storage, editor } = this;
    const drawAll = (): void => {
      for (const view of [...storage.views]) view.drawSurroundings();
    };
    return [
      new Plugin({
        key: new PluginKey('surroundings'),
        view: () => {
          const shared = sessionOf(editor).doc;
          const maps = [factsOf(shared), aboutOf(shared)];
          const forget = (): void => {
            storage.read = null;
            drawAll();
          };
          for (const map of maps) map.observe(forget);
          return {
            update: (view, before) => {
              if (view.state.doc !== before.doc) drawAll();
            },
            destroy: () => {
              for (const map of maps) map.unobserve(forget);
            },
          };
        },
      }),
    ];
  },
});
