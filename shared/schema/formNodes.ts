import { containerNode } from './containerNode.ts';
import { attributes } from './dataAttribute.ts';

/**
 * A list of named fields: customer impact, contributing factors, related artefacts and the like. `written` is
 * how an import set the names, for shared/markdown alone.
 */
export const FieldList = containerNode({
  name: 'fieldList',
  group: 'block',
  content: 'field*',
  attributes: attributes({ texts: ['written'] }),
});

/**
 * One field; its text is its content. `key` names it in shared/document/fields.ts (null for a field that
 * an import brought), `label` is its name as written when that differs from ours, `choice` the chosen value
 * where the field has some (`estimate`, `corrupted`, `yes`, a factor's kind, a reason), `subject` the thing
 * it is about where it has one (the name of an alert, panel or experiment).
 */
export const Field = containerNode({
  name: 'field',
  content: 'block*',
  attributes: attributes({ texts: ['key', 'label', 'choice', 'subject'] }),
});

export const Checklist = containerNode({ name: 'checklist', group: 'block', content: 'checkItem*' });

/** `key` names one of the template's items; its words are its content. */
export const CheckItem = containerNode({
  name: 'checkItem',
  content: 'inline*',
  attributes: attributes({ texts: ['key'], flags: ['checked'] }),
});

export const SignOff = containerNode({ name: 'signOff', group: 'block', content: 'signOffRow*' });

/** `key` names one of the template's roles, `role` is its text, `date` is UTC `YYYY-MM-DD`. */
export const SignOffRow = containerNode({
  name: 'signOffRow',
  content: '',
  atom: true,
  attributes: attributes({ texts: ['key', 'role', 'name', 'date'] }),
});
