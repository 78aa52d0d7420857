import { useState } from 'react';
import { useStore } from 'zustand';
import { HostError } from '../../../shared/contract/errors.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { callHost } from '../../session/host.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import { notSavedWords } from './notSavedWords.ts';

/** Why something is not saved or may not be written, and what to do; nothing while all is well. */
export function SaveBanner({ session }: { readonly session: DocumentSession }) {
  const save = useStore(session.state, (state) => state.save);
  const host = useAppStore(({ about }) => about?.host);
  const [problem, setProblem] = useState<string | null>(null);
  if (save.kind === 'saved' || save.kind === 'saving') return null;
  const attempt = (act: () => Promise<void>) => async () => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(
        error instanceof HostError ? `${error.sentence} ${error.next}` : 'That did not work either.',
      );
    }
  };
  if (save.kind === 'read-only') {
    const { remedy } = save;
    return (
      <Banner
        kind="read-only"
        sentence={save.sentence}
        next={problem ?? save.next}
        actions={
          remedy === null ? undefined : (
            <Button
              kind="link"
              onClick={attempt(() => (remedy === 'retry' ? session.retry() : session.repair()))}
            >
              {remedy === 'retry' ? 'Retry' : 'Repair'}
            </Button>
          )
        }
      />
    );
  }
  const saveElsewhere = attempt(async () => {
    const { place } = await callHost('document.saveElsewhere', { session: session.session });
    if (place !== null) showToast(`A copy is saved as ${place.name} in ${place.folder}`);
  });
  return (
    <Banner
      kind="error"
      sentence={notSavedWords(save.sentence)}
      next={problem ?? save.next}
      actions={
        <>
          <Button kind="link" onClick={attempt(() => session.retry())}>
            Retry
          </Button>
          {host === 'desktop' ? (
            <Button kind="link" onClick={saveElsewhere}>
              Save elsewhere
            </Button>
          ) : null}
        </>
      }
    />
  );
}
