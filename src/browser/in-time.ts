type Wait = (milliseconds: number) => Promise<void>

export const wait: Wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

export class NoAnswerError extends Error {}

/** Returns the answer, or rejects with NoAnswerError after this many milliseconds. */
export function inTime<T>(answer: Promise<T>, milliseconds: number, waiting: Wait = wait): Promise<T> {
  // The race handles both, so a late rejection of the loser is not unhandled.
  return Promise.race([
    answer,
    waiting(milliseconds).then(() => Promise.reject(new NoAnswerError('no answer'))),
  ])
}
