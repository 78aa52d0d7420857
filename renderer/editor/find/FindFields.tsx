import type { RefObject } from 'react';
import { IconButton } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/choice/Checkbox.tsx';
import { ChevronDown, ChevronUp } from '../../ui/icons.ts';
import { Input } from '../../ui/input/Input.tsx';
import styles from './find.module.css';

interface FindFieldsProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly matchCase: boolean;
  readonly onMatchCase: (matchCase: boolean) => void;
  /** How many places there are, and which is shown (-1: none yet); null while nothing was looked for. */
  readonly found: { readonly places: number; readonly current: number } | null;
  readonly onGo: (direction: 1 | -1) => void;
}

/** What is looked for, where it stands, and the way from place to place: Enter goes on, Shift+Enter back. */
export function FindFields(props: FindFieldsProps) {
  const { input, query, onQuery, matchCase, onMatchCase, found, onGo } = props;
  return (
    <>
      <Input
        ref={input}
        autoFocus
        label="Find"
        placeholder="Find"
        className={styles.text}
        value={query}
        onChange={onQuery}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onGo(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={styles.count} role="status">
        {found === null ? '' : found.places === 0 ? 'Not found' : `${found.current + 1} of ${found.places}`}
      </span>
      <IconButton label="Previous match" icon={<ChevronUp />} size="small" onClick={() => onGo(-1)} />
      <IconButton label="Next match" icon={<ChevronDown />} size="small" onClick={() => onGo(1)} />
      <Checkbox checked={matchCase} onChange={onMatchCase}>
        Match case
      </Checkbox>
    </>
  );
}
