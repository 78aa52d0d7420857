import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { MAX_IMAGE_BYTES, MAX_IMAGES_BYTES, MAX_UPDATE_BYTES } from '../../storage/format/limits.ts';

/** `why` completes the sentence, and holds nothing of the update. */
export const malformedUpdate = (why: string): HostError =>
  new HostError({
    code: 'bad-argument',
    sentence: `The change could not be read: ${why}.`,
    next: 'Nothing was changed. Close the window and open it again.',
  });

export const badId = (): HostError =>
  new HostError({
    code: 'bad-argument',
    sentence: 'A document id has 1 to 59 letters, digits, hyphens and underscores.',
    next: 'Choose another id.',
  });

/** Why an update is too large to be saved at once, or null. */
export const tooLargeUpdate = ({ length }: Uint8Array): HostError | null =>
  length <= MAX_UPDATE_BYTES
    ? null
    : new HostError({
        code: 'too-large',
        sentence: `The change has ${length} bytes; at most ${MAX_UPDATE_BYTES} can be saved at once.`,
        next: 'Undo it, and insert it in smaller parts.',
      });

export const imageTooLarge = (bytes: number): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `The image has ${bytes} bytes; at most ${MAX_IMAGE_BYTES} fit into a postmortem.`,
    next: 'Make it smaller, or link to it.',
  });

export const imagesTooLarge = (): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `The images of this postmortem would have more than ${MAX_IMAGES_BYTES} bytes together, which is what fits into one.`,
    next: 'Make it smaller, or link to it. Images that nothing shows any more go with “Remove deleted text”.',
  });

export const unapplied = (cause: unknown): HostError =>
  new HostError(
    {
      code: 'internal',
      sentence: 'A change could not be applied to this document.',
      next: 'Close it and open it again; everything that was saved is in the file.',
    },
    { cause },
  );

export const otherDocument = (next: string): HostError =>
  new HostError({
    code: 'file-replaced',
    sentence: 'Another postmortem was put in place of this file.',
    next,
  });

/** The schema gate said no. */
export class UnknownToSchema extends HostError {
  readonly #what: string;

  /** `what` names the part that this version does not know. */
  constructor(what: string) {
    super({
      code: 'newer-version',
      sentence: `This postmortem contains ${what}, which this version of Debrief does not know.`,
      next: 'Update Debrief to edit it.',
    });
    this.#what = what;
  }

  /** The same of a copy that was brought to a document, which goes on as it was. */
  ofCopy(): HostError {
    return new HostError(
      {
        code: 'newer-version',
        sentence: `The copy contains ${this.#what}, which this version of Debrief does not know.`,
        next: 'Nothing of its text was taken. Update Debrief, then drop it again.',
      },
      { cause: this },
    );
  }
}

/** Another process holds the file that the path leads to now. */
export class HeldByOther extends HostError {
  readonly holder: Holder;

  constructor(holder: Holder) {
    super({
      code: 'in-use',
      sentence: `The file that is there now is open in ${holder.label}.`,
      next: 'Close it there; saving resumes by itself.',
    });
    this.holder = holder;
  }
}

/** The document let go of its file before this was written: it is for whoever holds the file of the path. */
export class LetGo extends HeldByOther {}

export const closed = (): HostError =>
  new HostError({ code: 'not-found', sentence: 'The document is closed.', next: 'Open it again.' });
