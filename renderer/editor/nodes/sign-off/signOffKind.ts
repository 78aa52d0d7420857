import type { RowKind } from '../../rows/rowKind.ts';

export const SIGN_OFF_ROW: RowKind = {
  node: 'signOffRow',
  noun: 'Sign-off',
  nameOf: (_, { attrs }) => (attrs.role === null ? 'Sign-off' : `Sign-off of ${attrs.role}`),
  make: (editor) => editor.schema.nodes.signOffRow!.create(),
  firstCell: () => 'role',
  isEmpty: ({ attrs }) => attrs.role === null && attrs.name === null && attrs.date === null,
};
