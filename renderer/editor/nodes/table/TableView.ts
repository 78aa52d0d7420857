import { Table } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';

/**
 * Tables with cell selection and commands, but without the repair that prosemirror-tables makes to uneven
 * tables: it would write to the shared document as soon as a merge makes one, for every peer.
 */
export const TableView = Table.extend({
  content: 'tableRow*',
  addNodeView: () => null,
  addProseMirrorPlugins: () => {
    const { appendTransaction: _, ...spec } = tableEditing().spec;
    return [new Plugin(spec)];
  },
}).configure({ resizable: false });
