import { useEffect, useRef } from 'react';
import type { Facts } from '../../../shared/document/facts.ts';
import {
  documentCompleteness,
  factsCompleteness,
  ringState,
  sectionCompleteness,
  sectionFigure,
} from '../../../shared/review/completeness.ts';
import type { Section } from '../../../shared/review/sectionsOf.ts';
import { Meter } from '../../ui/badge/Meter.tsx';
import { SectionRing } from '../../ui/badge/SectionRing.tsx';
import { classNames } from '../../ui/classNames.ts';
import type { Shortcut } from '../../ui/keyboard.ts';
import { Keys } from '../../ui/keys/Keys.tsx';
import styles from './Outline.module.css';
import { ThemeButton } from './ThemeButton.tsx';

interface OutlineProps {
  readonly facts: Facts;
  readonly sections: readonly Section[];
  /** The place that is on screen: -1 is the header, otherwise an index into `sections`. */
  readonly current: number;
  readonly onGo: (place: number) => void;
  /** Puts it away, where it lies over the page; null where it stands beside it. */
  readonly onFold: (() => void) | null;
}

const shortcutOf = (place: number): Shortcut | null => (place < 9 ? (`Alt+${place + 1}` as Shortcut) : null);

/** The sections with how far each is, and the way to each. */
export function Outline({ facts, sections, current, onGo, onFold }: OutlineProps) {
  const pane = useRef<HTMLElement>(null);
  const isOver = onFold !== null;
  useEffect(() => {
    if (isOver) pane.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [isOver]);
  const whole = documentCompleteness(sections, facts);
  const percent = Math.round(whole * 100);
  const header = factsCompleteness(facts);
  const places = [
    {
      title: 'Incident facts',
      completeness: header,
      figure: ringState(header) === 'part' ? `${header.filled}/${header.total}` : '',
    },
    ...sections.map((section) => ({
      title: section.title || 'Untitled section',
      completeness: sectionCompleteness(section, facts),
      figure: sectionFigure(section, facts),
    })),
  ];
  return (
    <nav
      ref={pane}
      className={classNames(styles.outline, isOver && styles.over)}
      aria-label="Sections"
      data-pane="outline"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onFold?.();
      }}
    >
      <ol>
        {places.map(({ title, completeness, figure }, place) => {
          const shortcut = shortcutOf(place);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sections may have one title; their order is them
            <li key={place}>
              <button
                type="button"
                className={styles.place}
                aria-current={current === place - 1 ? 'true' : undefined}
                onClick={() => onGo(place - 1)}
              >
                <SectionRing {...completeness} />
                <span className={styles.title}>{title}</span>
                {figure === '' ? null : <span className={styles.figure}>{figure}</span>}
                {shortcut === null ? null : (
                  <span className={styles.keys}>
                    <Keys shortcut={shortcut} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <div className={styles.foot}>
        <div className={styles.line}>
          <span>Filled in</span>
          <span className={styles.percent}>{percent}%</span>
        </div>
        <Meter value={whole} label={`${percent} percent filled in`} full={percent === 100} />
        <div className={styles.line}>
          <span className={styles.quiet}>Nothing leaves this device by itself</span>
          <ThemeButton />
        </div>
      </div>
    </nav>
  );
}
