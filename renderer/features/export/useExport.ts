import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../shared/contract/calls.ts';
import { HostError } from '../../../shared/contract/errors.ts';
import { newId } from '../../../shared/document/newId.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { callHost, listenToHost } from '../../session/host.ts';
import { showToast } from '../../ui/toast/toasts.ts';
import { folderWords } from '../library/folderWords.ts';
import { saveBytes } from './saveBytes.ts';

/** Progress is shown only for what takes longer than this, in milliseconds. */
const PATIENCE = 1_000;

export type ExportWish = Pick<CallInput<'document.export'>, 'to' | 'plain' | 'paper'>;

export type Exporting =
  | { readonly kind: 'idle' }
  /** `done` is from 0 to 1, or null while nobody can say. */
  | { readonly kind: 'running'; readonly long: boolean; readonly done: number | null }
  | { readonly kind: 'failed'; readonly sentence: string; readonly next: string };

interface Export {
  readonly state: Exporting;
  readonly start: (wish: ExportWish) => void;
  readonly cancel: () => void;
}

/** One export at a time; `onDone` is called when it is written. Going away cancels what runs. */
export function useExport(session: DocumentSession, onDone: () => void): Export {
  const [state, setState] = useState<Exporting>({ kind: 'idle' });
  const job = useRef<string | null>(null);
  const cancel = (): void => {
    if (job.current !== null) void callHost('job.cancel', { job: job.current });
    job.current = null;
  };
  const stop = useRef(cancel);
  useEffect(() => () => stop.current(), []);

  const start = async (wish: ExportWish): Promise<void> => {
    const own = newId();
    job.current = own;
    setState({ kind: 'running', long: false, done: null });
    const show = (change: Partial<Extract<Exporting, { readonly kind: 'running' }>>): void =>
      setState((now) => (now.kind === 'running' ? { ...now, ...change } : now));
    let patience: ReturnType<typeof setTimeout> | undefined;
    const deaf = listenToHost((event) => {
      if (event.kind !== 'job-progress' || event.job !== own) return;
      // The host's first word comes when the place is chosen: until then there is nothing to wait for.
      patience ??= setTimeout(() => show({ long: true }), PATIENCE);
      show({ done: event.done });
    });
    try {
      await session.flush();
      if (job.current !== own) return setState({ kind: 'idle' });
      const answer = await callHost('document.export', { session: session.session, job: own, ...wish });
      if (answer.kind === 'cancelled') setState({ kind: 'idle' });
      else {
        if (answer.kind === 'bytes') saveBytes(answer);
        // The name comes last: where there is no room, it is what is cut.
        showToast(
          answer.kind === 'written'
            ? `In ${folderWords(answer.place.folder)}: ${answer.place.name}`
            : `In your browser’s downloads: ${answer.name}`,
        );
        onDone();
      }
    } catch (error) {
      const known = error instanceof HostError;
      if (known && error.code === 'cancelled') setState({ kind: 'idle' });
      else
        setState({
          kind: 'failed',
          sentence: known ? error.sentence : 'The export did not work.',
          next: known ? error.next : 'Try again.',
        });
    } finally {
      clearTimeout(patience);
      deaf();
      if (job.current === own) job.current = null;
    }
  };
  return { state, start: (wish) => void start(wish), cancel };
}
