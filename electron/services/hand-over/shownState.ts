import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { OwnDocument } from '../open-document/index.ts';
import type { CatchUp } from './catchUp.ts';
import type { Deliveries } from './deliveries.ts';
import type { HandOverLink } from './handOverLink.ts';
import type { Succession } from './succession.ts';

export interface ShownStateParts {
  readonly own: OwnDocument;
  readonly succession: Succession;
  readonly deliveries: Deliveries;
  readonly catchUp: CatchUp;
}

/** What the windows of a program say of a document that it shares with others. */
export function shownState({ own, succession, deliveries, catchUp }: ShownStateParts): SaveState {
  const state = stateThere(own, succession);
  if (state.kind !== 'saved' && state.kind !== 'saving') return state;
  const { refusal } = catchUp;
  if (refusal !== null) return { kind: 'not-saved', ...refusal };
  return deliveries.areUnderWay ? { kind: 'saving' } : state;
}

/** What whoever holds the file says; while nobody does, what the last one said, unless there is trouble since. */
function stateThere(own: OwnDocument, succession: Succession): SaveState {
  const { link, trouble, lastSaid, isTakingOver, isVacant } = succession;
  if (link !== null) return link.isSilent ? whileSilent(link, own) : saidThere(link.saveState);
  if (isTakingOver) return whileTakingOver(own);
  if (!isVacant || own.holdsFile) return own.saveState();
  return trouble === null ? saidThere(lastSaid) : { kind: 'not-saved', ...trouble };
}

/** What a window here has of a file of which nothing can be read, a holder is not given for its repair. */
function saidThere(state: SaveState): SaveState {
  const isRestored = state.kind === 'read-only' && state.remedy === 'restore';
  return isRestored ? { ...state, remedy: null } : state;
}

/** The file may lack what is shown here, and whoever held it before is no reason any more not to write it. */
function whileTakingOver(own: OwnDocument): SaveState {
  const state = own.saveState();
  return state.kind === 'not-saved' ? state : { kind: 'saving' };
}

/** A holder that has said itself why it does not save has not become quicker. */
function whileSilent({ saveState }: HandOverLink, { opening }: OwnDocument): SaveState {
  if (saveState.kind === 'not-saved' || saveState.kind === 'read-only') return saidThere(saveState);
  const pid = opening.heldBy?.pid ?? 0;
  return {
    kind: 'not-saved',
    sentence: `Another Debrief${pid === 0 ? '' : ` (process ${pid})`} holds this file and does not answer.`,
    next: 'Wait until it answers, or end it. What you typed is kept in this window, and is saved by itself then.',
  };
}
