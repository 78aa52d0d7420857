/** Milliseconds that a document which is being closed waits for an answer. */
const LAST_ANSWER = 2_000;

/** Resolves when `answer` is settled, and at the latest after a while. */
export async function lastAnswer(answer: Promise<unknown>): Promise<void> {
  let callOff = () => {};
  const timeIsUp = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LAST_ANSWER);
    callOff = () => clearTimeout(timer);
  });
  await Promise.race([Promise.allSettled([answer]), timeIsUp]);
  callOff();
}
