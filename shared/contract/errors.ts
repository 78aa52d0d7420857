import * as z from 'zod';

/**
 * Every way a call can fail, as a value that crosses the boundary between a window and its host.
 * `sentence` says what happened and why; `next` says what the person can do. Neither holds document text.
 */
export const hostErrorSchema = z.object({
  code: z.enum([
    'bad-argument',
    'not-found',
    'read-only',
    'in-use',
    'disk-full',
    'no-permission',
    'file-gone',
    'file-replaced',
    'damaged',
    'foreign-file',
    'newer-version',
    'too-large',
    'cancelled',
    'unsupported',
    'internal',
  ]),
  sentence: z.string(),
  next: z.string(),
});

export type HostErrorValue = z.infer<typeof hostErrorSchema>;
export type HostErrorCode = HostErrorValue['code'];

/** The thrown form of {@link HostErrorValue} inside a host or a window. */
export class HostError extends Error implements HostErrorValue {
  override readonly name = 'HostError';
  readonly code: HostErrorCode;
  readonly sentence: string;
  readonly next: string;

  constructor(value: HostErrorValue, options?: ErrorOptions) {
    super(`${value.code}: ${value.sentence}`, options);
    this.code = value.code;
    this.sentence = value.sentence;
    this.next = value.next;
  }

  value(): HostErrorValue {
    return { code: this.code, sentence: this.sentence, next: this.next };
  }
}
