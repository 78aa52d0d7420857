import * as Y from 'yjs';

/**
 * The text in what Yjs holds back because something that it depends on is missing. One entry a run of
 * neighbouring items of one writer, in the order in which they were written.
 */
export function recoveredText(doc: Y.Doc): string[] {
  const pending = doc.store.pendingStructs;
  if (pending === null) return [];
  const runs: string[] = [];
  let run = '';
  let client = -1;
  let clock = -1;
  const end = () => {
    if (run.trim() !== '') runs.push(run);
    run = '';
  };
  for (const struct of Y.decodeUpdateV2(pending.update).structs) {
    const text = struct instanceof Y.Item ? textOf(struct.content) : '';
    const follows = struct.id.client === client && struct.id.clock === clock;
    if (!follows || text === '') end();
    run += text;
    client = struct.id.client;
    clock = struct.id.clock + struct.length;
  }
  end();
  return runs;
}

function textOf(content: Y.Item['content']): string {
  if (content instanceof Y.ContentString) return content.str;
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
    return content.arr.filter((value) => typeof value === 'string').join(' ');
  }
  return '';
}
