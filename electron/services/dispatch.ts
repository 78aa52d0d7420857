import type * as z from 'zod';
import { type Answer, CALLS, type CallName, type CallOutput } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';

/** What a host does for each call; the input is validated before, the answer after. */
export type CallHandlers = {
  readonly [Name in CallName]: (input: z.output<(typeof CALLS)[Name]['input']>) => Promise<CallOutput<Name>>;
};

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(CALLS, name);

/**
 * Carries one call: contract call -> validate -> service -> validate -> answer. Never throws. An unexpected
 * error becomes `internal`; its message goes to `report` (stderr of the host), never into the answer, since
 * it may quote a document.
 */
export async function dispatch(
  handlers: CallHandlers,
  name: unknown,
  input: unknown,
  report: (problem: string) => void,
): Promise<Answer> {
  if (!isCallName(name)) return refusal('There is no such call.');
  const parsed = CALLS[name].input.safeParse(input);
  if (!parsed.success) return refusal(`The call ${name} came with a wrong argument.`);
  try {
    const handler = handlers[name] as (input: unknown) => Promise<unknown>;
    const value = await handler(parsed.data);
    return { ok: true, value: CALLS[name].output.parse(value) };
  } catch (error) {
    if (error instanceof HostError) return { ok: false, error: error.value() };
    report(`${name}: ${error instanceof Error ? faultOf(error) : 'unknown error'}`);
    return {
      ok: false,
      error: {
        code: 'internal',
        sentence: 'Debrief could not do that because of a fault of its own.',
        next: 'Nothing typed is lost. Try again; if it happens again, restart Debrief.',
      },
    };
  }
}

/** An error's kind and where it was thrown. Its message is left out: it may quote a document. */
function faultOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 6)].join('\n');
}

const refusal = (sentence: string): Answer => ({
  ok: false,
  error: { code: 'bad-argument', sentence, next: 'Reload the window; its program may be out of date.' },
});
