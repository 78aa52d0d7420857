import * as Y from 'yjs';
import { syncBinding } from '../../renderer/editor/binding/syncBinding.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import { readBody, textOf } from '../../shared/document/readBody.ts';
import { Replica } from './replica.ts';
import { FreshCharacters, startingDocument } from './startingDocument.ts';

/**
 * The binding is made to fail while it shows what somebody else typed: the caret that it remembers lies behind
 * the end of the text. Then something is typed here. @returns whether it failed, and what the document holds
 */
export function typeAfterStaleCaret(): { readonly failed: boolean; readonly text: string } {
  const replica = new Replica(startingDocument(new FreshCharacters()), 100);
  replica.editor.commands.setTextSelection(12);
  const elsewhere = new Y.Doc();
  Y.applyUpdate(elsewhere, replica.state);
  const paragraph = bodyOf(elsewhere).get(1) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(0, 'typed elsewhere ');

  const binding = syncBinding(replica.editor.state);
  replica.doc.once('beforeAllTransactions', () => {
    const behindTheEnd = replica.editor.state.doc.content.size + 30;
    Object.assign(binding.beforeTransactionSelection, {
      type: 'text',
      absAnchor: behindTheEnd,
      absHead: behindTheEnd,
    });
  });
  let failed = false;
  try {
    replica.take(Y.encodeStateAsUpdate(elsewhere));
  } catch {
    failed = true;
  }
  replica.editor.commands.insertContentAt(1, 'typed here ');
  const text = readBody(replica.doc).map(textOf).join('\n');
  replica.close();
  return { failed, text };
}
