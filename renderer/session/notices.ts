import type { Notice } from '../../shared/contract/notice.ts';

/** Good to know just now, and not to be kept in sight. */
export const isPassing = ({ kind }: Notice): boolean => kind === 'merged-outside-change';

/** Holds as long as the file is as it is; the others can be put away once they are read. */
export const isLasting = ({ kind }: Notice): boolean => kind === 'damaged';

/** The notices in sight once another has come, each once; what was damaged is so no longer once it is repaired. */
export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const others = notices.filter(({ sentence }) => sentence !== notice.sentence);
  return [...(notice.kind === 'repaired' ? others.filter((other) => !isLasting(other)) : others), notice];
}

/** The notices in sight once the file was opened anew: what has happened has, and what holds is what is said of it now. */
export const noticesAnew = (notices: readonly Notice[], opened: readonly Notice[]): readonly Notice[] =>
  opened.reduce(
    withNotice,
    notices.filter((notice) => !isLasting(notice)),
  );
