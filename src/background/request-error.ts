import type { Failure } from '../messages/protocol'

/** A failed request, with the reason that the view explains. */
export class RequestError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure)
    this.failure = failure
  }
}

/** Turns one failure into undefined and throws every other. */
export function undefinedOn(failure: Failure): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof RequestError && error.failure === failure)) throw error
  }
}

/** Turns one kind of error, of an event that cannot be taken, into a refused request. */
export function refusing<Result>(problem: new (...args: never[]) => Error, apply: () => Result): Result {
  try {
    return apply()
  } catch (error) {
    throw error instanceof problem ? new RequestError('refused') : error
  }
}
