import { Extension, InputRule } from '@tiptap/core';
import { takeMarker } from './markerInItem.ts';

/** What is typed for a list, as Markdown writes it, and in which lists it says nothing new. */
const MARKERS = [
  { find: /^\s*[-+*]\s$/, lists: new Set(['bulletList', 'taskList']) },
  { find: /^\s*\d+\.\s$/, lists: new Set(['orderedList']) },
  { find: /^\s*\[[ xX]?\]\s$/, lists: new Set(['taskList']) },
];

/** Who types the marker again in each new item, as in Markdown, goes on with the list: it is not nested. */
export const markerRules = Extension.create({
  name: 'markerRules',
  // Before the rules of the lists themselves.
  priority: 300,
  addInputRules() {
    return MARKERS.map(
      ({ find, lists }) =>
        new InputRule({
          find,
          handler: ({ state: { tr }, range: { from, to }, match: [typed] }) => {
            const item = takeMarker(tr, from, to, lists);
            if (item === null) return null;
            if (/x/i.test(typed)) tr.setNodeAttribute(item, 'checked', true);
            return undefined;
          },
        }),
    );
  },
});
