import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentSession } from '../../session/documentSession.ts';
import { callHost } from '../../session/host.ts';
import { useFacts } from '../../session/useFacts.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { Outline } from '../outline/Outline.tsx';
import { useSections } from '../outline/useSections.ts';
import { SaveBanner } from '../save-state/SaveBanner.tsx';
import { TitleBar } from '../title-bar/TitleBar.tsx';
import styles from './DocumentPage.module.css';
import { EditedPostmortem } from './EditedPostmortem.tsx';
import { ReadOnlyPostmortem } from './ReadOnlyPostmortem.tsx';
import { RecoveredText } from './RecoveredText.tsx';
import { useSafeLeave } from './useSafeLeave.ts';
import { useSectionOnScreen } from './useSectionOnScreen.ts';

/** The frame around an open document: title bar, outline, page. */
export function OpenDocument({ session }: { readonly session: DocumentSession }) {
  const { save, unbindable, recoveredText, notices } = useStore(session.state);
  const facts = useFacts(session);
  const sections = useSections(session);
  const scroller = useRef<HTMLElement>(null);
  const [outlineShown, setOutlineShown] = useState(true);
  const { current, go } = useSectionOnScreen(scroller, sections);
  useSafeLeave(session);

  const title = [facts.incidentId, facts.title].filter((part) => part !== null).join(' ');
  useEffect(() => {
    document.title = title === '' ? 'Debrief' : `${title} – Debrief`;
    void callHost('window.setTitle', { title: document.title });
  }, [title]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      for (let place = 0; place < 9; place += 1) {
        if (!matchesShortcut(event, `Alt+${(place + 1) as 1}`)) continue;
        event.preventDefault();
        go(place - 1);
      }
      if (matchesShortcut(event, 'Mod+Backslash')) {
        event.preventDefault();
        setOutlineShown((shown) => !shown);
      }
    },
    [go],
  );
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onKeyDown]);

  const readOnly = save.kind === 'read-only' || unbindable !== null;
  return (
    <div className={styles.window}>
      <TitleBar
        facts={facts}
        save={save}
        outlineShown={outlineShown}
        onToggleOutline={() => setOutlineShown((shown) => !shown)}
        onExport={() => undefined}
      />
      <SaveBanner session={session} />
      {notices.map((notice) => (
        <Banner key={notice} kind="info" sentence={notice} />
      ))}
      <div className={styles.body}>
        {outlineShown ? <Outline facts={facts} sections={sections} current={current} onGo={go} /> : null}
        <main ref={scroller} className={styles.scroller} tabIndex={-1} data-pane="page">
          <RecoveredText texts={recoveredText} />
          {readOnly ? (
            <ReadOnlyPostmortem session={session} />
          ) : (
            <EditedPostmortem session={session} sections={sections} />
          )}
        </main>
      </div>
    </div>
  );
}
