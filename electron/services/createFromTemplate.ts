import type { CallInput } from '../../shared/contract/calls.ts';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import { templateBody } from '../../shared/document/template.ts';
import type { DebriefHost } from './debriefHost.ts';
import { newDocumentId } from './library.ts';
import { writeNewDocument } from './writeNewDocument.ts';

/**
 * Makes a new postmortem.
 *
 * @param out where, or null for a free name in the library
 * @returns the path of its file
 * @throws HostError when the file is there already or cannot be written
 */
export async function createFromTemplate(
  host: DebriefHost,
  wish: CallInput<'library.create'>,
  out: string | null = null,
): Promise<string> {
  const { channel, wikiPath, board, meeting, name } = host.settings.current;
  const id = newDocumentId();
  const doc = createPostmortem({
    id,
    created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    template: wish.template,
    facts: {
      incidentId: wish.incidentId,
      title: wish.title,
      severity: wish.severity,
      author: name,
    },
    body: templateBody(wish.template, wish.severity, { channel, wikiPath, board, meeting }),
  });
  const label = [wish.incidentId, wish.title].filter(Boolean).join(' ');
  const write = (path: string): Promise<void> => writeNewDocument(host, path, doc, id);
  if (out === null) return host.library.makeFile(label, write);
  await write(out);
  return out;
}
