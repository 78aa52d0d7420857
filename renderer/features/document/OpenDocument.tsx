import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Notice } from '../../../shared/contract/notice.ts';
import { runCommand, usePaletteSource } from '../../app/commandStore.ts';
import { nameWindow } from '../../app/nameWindow.ts';
import { goToPane } from '../../app/panes.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { isLasting } from '../../session/notices.ts';
import { useFacts } from '../../session/useFacts.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import { Outline } from '../outline/Outline.tsx';
import { useOutlineShown } from '../outline/useOutlineShown.ts';
import { useSections } from '../outline/useSections.ts';
import { ReadOnlyPostmortem } from '../read-only/ReadOnlyPostmortem.tsx';
import { SaveBanner } from '../save-state/SaveBanner.tsx';
import { TitleBar } from '../title-bar/TitleBar.tsx';
import styles from './DocumentPage.module.css';
import { EditedPostmortem } from './EditedPostmortem.tsx';
import { sectionLines } from './paletteLines.ts';
import { RecoveredText } from './RecoveredText.tsx';
import { useDocumentCommands } from './useDocumentCommands.tsx';
import { useSafeLeave } from './useSafeLeave.ts';
import { useSectionOnScreen } from './useSectionOnScreen.ts';

/** The frame around an open document: title bar, outline, page. */
export function OpenDocument({ session }: { readonly session: DocumentSession }) {
  const { save, unbindable, recoveredText, notices } = useStore(session.state);
  const facts = useFacts(session);
  const sections = useSections(session);
  const scroller = useRef<HTMLElement>(null);
  const outline = useOutlineShown();
  const { current, go } = useSectionOnScreen(scroller, sections);
  useSafeLeave(session);

  const title = [facts.incidentId, facts.title].filter((part) => part !== null).join(' ');
  useEffect(() => nameWindow(title === '' ? 'Debrief' : `${title} – Debrief`), [title]);

  const readOnly = save.kind === 'read-only' || unbindable !== null;
  // Nothing in a page that may only be read takes the keys that scroll it.
  useEffect(() => {
    if (readOnly && document.activeElement === document.body) scroller.current?.focus();
  }, [readOnly]);
  const toggleOutline = (): void => {
    // The focus does not go with the outline.
    if (isInOutline()) goToPane(1);
    outline.show(!outline.shown);
  };
  const leaveOutline = (): void => {
    if (outline.isOver) outline.show(false);
  };
  const dialog = useDocumentCommands({
    session,
    name: facts.incidentId ?? facts.title ?? 'this postmortem',
    readOnly,
    onToggleOutline: toggleOutline,
  });
  const dismiss = (notice: Notice): void => {
    // The focus does not go with the button, but to the page, the last of the panes.
    goToPane(-1);
    session.dismiss(notice);
  };
  usePaletteSource(() => sectionLines(sections, go));
  return (
    <div className={styles.window}>
      <TitleBar
        facts={facts}
        save={save}
        outlineShown={outline.shown}
        onToggleOutline={toggleOutline}
        onExport={() => runCommand('export')}
      />
      <SaveBanner session={session} />
      {notices.map((notice) => (
        <Banner
          key={notice.sentence}
          kind="info"
          sentence={notice.sentence}
          onDismiss={isLasting(notice) ? undefined : () => dismiss(notice)}
        />
      ))}
      <div className={styles.body}>
        {outline.shown ? (
          <Outline
            facts={facts}
            sections={sections}
            current={current}
            onGo={(place) => {
              go(place);
              if (outline.isOver && isInOutline()) scroller.current?.focus({ preventScroll: true });
              leaveOutline();
            }}
            onFold={outline.isOver ? toggleOutline : null}
          />
        ) : null}
        <main
          ref={scroller}
          className={styles.scroller}
          tabIndex={readOnly ? 0 : -1}
          data-pane="page"
          onFocus={leaveOutline}
          onPointerDown={leaveOutline}
        >
          <RecoveredText texts={recoveredText} />
          {readOnly ? (
            <ReadOnlyPostmortem session={session} />
          ) : (
            <EditedPostmortem session={session} sections={sections} />
          )}
        </main>
      </div>
      {dialog}
    </div>
  );
}

const isInOutline = (): boolean =>
  document.querySelector('[data-pane="outline"]')?.contains(document.activeElement) === true;
