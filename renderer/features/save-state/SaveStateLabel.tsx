import { useEffect, useState } from 'react';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { Check, Loader, Lock, OctagonAlert, PencilLine } from '../../ui/icons.ts';
import { nameOf, useBeingTyped } from '../../ui/typing/useBeingTyped.ts';
import styles from './SaveStateLabel.module.css';

/** Saving is shown only when it takes longer than this, in milliseconds. */
const PATIENCE = 300;

const LOOKS = {
  saved: { icon: Check, words: 'Saved on this device' },
  saving: { icon: Loader, words: 'Saving' },
  'not-saved': { icon: OctagonAlert, words: 'Not saved' },
  'read-only': { icon: Lock, words: 'Read only' },
  typing: { icon: PencilLine, words: 'Typing, not saved yet' },
  unread: { icon: OctagonAlert, words: 'Not saved' },
} as const;

/** Where what was typed is now, in honest states; the reason of a bad one stands in the banner below. */
export function SaveStateLabel({ save }: { readonly save: SaveState }) {
  const waiting = useBeingTyped();
  const beingTyped = save.kind === 'saved' || save.kind === 'saving' ? waiting : null;
  const calm = useCalmly(save.kind);
  const shown = beingTyped?.kind ?? calm;
  const { icon: Icon, words } = LOOKS[shown];
  return (
    <span
      className={styles.save}
      role="status"
      data-save-state={beingTyped?.kind ?? save.kind}
      data-kind={shown}
    >
      <Icon />
      {beingTyped?.kind === 'unread' ? <UnreadField field={beingTyped.field} /> : words}
    </span>
  );
}

/** Leads to the field whose text is in no document yet, because it cannot be read. */
function UnreadField({ field }: { readonly field: HTMLInputElement }) {
  return (
    <button type="button" className={styles.unread} onClick={() => field.focus()}>
      {`Not saved: ${nameOf(field)} cannot be read`}
    </button>
  );
}

/** The kind of the state; `saving` only after it has lasted, so that the label does not flicker as one types. */
function useCalmly(kind: SaveState['kind']): SaveState['kind'] {
  const [shown, setShown] = useState(kind);
  useEffect(() => {
    if (kind !== 'saving') {
      setShown(kind);
      return;
    }
    const timer = setTimeout(() => setShown('saving'), PATIENCE);
    return () => clearTimeout(timer);
  }, [kind]);
  return shown;
}
