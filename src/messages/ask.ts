import type { Extension } from '../browser/extension'
import type { Revision } from '../browser/platform'
import { answerTime } from '../domain/nudge-policy'
import type { Argument, Failure, Message, Reply, Request, Result, Seen } from './protocol'

/** A request came to nothing; `failure` says how, in a word that a view can explain. */
export class AskError extends Error {
  readonly failure: Failure | 'no-answer'
  constructor(failure: Failure | 'no-answer') {
    super(failure)
    this.failure = failure
  }
}

/** In a word that a view can explain, whatever was thrown. */
export function failureOf(error: unknown): AskError['failure'] {
  return error instanceof AskError ? error.failure : 'unexpected'
}

/**
 * Firefox rejects with "Receiving end does not exist" while its event page is being suspended or started;
 * three tries over two seconds lost no card under load (measured, Firefox 153).
 */
const pauses = [100, 400, 1600]

/** How a page of ours stays current: what it shows, and what a reply has brought beside its result. */
export type Following = { since: Revision; onSeen: (seen: Seen) => void }

export type Ask = <R extends Request>(
  request: R,
  argument: Argument<R>,
  following?: Following,
) => Promise<Result<R>>

export function createAsk(extension: Extension): Ask {
  return async function ask<R extends Request>(
    request: R,
    argument: Argument<R>,
    following?: Following,
  ): Promise<Result<R>> {
    const message: Message<R> = { request, argument, ...(following && { since: following.since }) }
    for (const pause of [...pauses, undefined]) {
      const reply = await send<R>(extension, message)
      if (reply !== undefined && 'ok' in reply) {
        if (reply.seen) following?.onSeen(reply.seen)
        return reply.ok
      }
      if (reply !== undefined) throw new AskError(reply.error)
      // Without an id the extension was updated or removed, and nobody will ever answer this script.
      if (pause === undefined || !extension.isAlive()) break
      await new Promise((done) => setTimeout(done, pause))
    }
    throw new AskError('no-answer')
  }
}

async function send<R extends Request>(
  extension: Extension,
  message: Message<R>,
): Promise<Reply<R> | undefined> {
  try {
    const reply = await extension.send(message)
    // Another listener of the same browser may have answered with anything.
    const isReply = typeof reply === 'object' && reply !== null && ('ok' in reply || 'error' in reply)
    return isReply ? (reply as Reply<R>) : undefined
  } catch {
    return undefined
  }
}

/** What a page asks for is worth nothing later: every failure falls towards silence. */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([answer, new Promise<never>((_, fail) => setTimeout(fail, answerTime))])
}
