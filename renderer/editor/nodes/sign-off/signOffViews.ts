import type { AnyExtension } from '@tiptap/core';
import { SignOff, SignOffRow } from '../../../../shared/schema/formNodes.ts';
import { FORM } from '../../rows/formNode.ts';
import { SignOffForm } from './signOffForm.ts';
import { SignOffLine } from './signOffRow.ts';

/** The sign-off table with its views. */
export const signOffViews: readonly AnyExtension[] = [
  SignOff.extend({ ...FORM, addNodeView: () => (props) => new SignOffForm(props) }),
  SignOffRow.extend({ addNodeView: () => (props) => new SignOffLine(props) }),
];
