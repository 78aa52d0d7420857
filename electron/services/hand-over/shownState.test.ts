import { expect, test } from 'vitest';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { type ShownStateParts, shownState } from './shownState.ts';

const UNREADABLE: SaveState = { kind: 'read-only', sentence: 'Nothing.', next: 'Look.', remedy: 'restore' };

/** What a program shows that joined another, which said last that nothing of the file can be read. */
const shown = (holder: 'answers' | 'hangs' | 'is gone'): SaveState =>
  shownState({
    own: { opening: { heldBy: null }, holdsFile: false },
    succession: {
      link: holder === 'is gone' ? null : { saveState: UNREADABLE, isSilent: holder === 'hangs' },
      isVacant: holder === 'is gone',
      isTakingOver: false,
      trouble: null,
      lastSaid: UNREADABLE,
    },
    deliveries: { areUnderWay: false },
    catchUp: { refusal: null },
  } as unknown as ShownStateParts);

test.each(['answers', 'hangs', 'is gone'] as const)(
  'FF-18 no window is asked for what it has of an unreadable file that another program holds, which %s',
  (holder) => {
    expect(shown(holder)).toEqual({ ...UNREADABLE, remedy: null });
  },
);
