import type { Extension } from '../browser/extension'
import { wait } from '../browser/in-time'
import type { Revision } from '../browser/platform'
import type { Argument, Failure, Message, Reply, Request, Result, Seen } from './protocol'

/** Thrown if a request fails. A view can explain `failure`. */
export class AskError extends Error {
  readonly failure: Failure | 'no-answer'
  constructor(failure: Failure | 'no-answer') {
    super(failure)
    this.failure = failure
  }
}

/** The failure to explain, whatever was thrown. */
export function failureOf(error: unknown): AskError['failure'] {
  return error instanceof AskError ? error.failure : 'unexpected'
}

/**
 * Waits between attempts, in milliseconds. Firefox rejects with "Receiving end does not exist" while its
 * event page is suspended or started; three retries in two seconds lost no card under load (Firefox 153).
 */
const pauses = [100, 400, 1600]

/** How one of our pages stays current: the revision it shows, and a callback for newer state in a reply. */
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
      // Without an id the extension was updated or removed, so no reply will ever come.
      if (pause === undefined || !extension.isAlive()) break
      await wait(pause)
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
    // Another listener may have replied with anything.
    const isReply = typeof reply === 'object' && reply !== null && ('ok' in reply || 'error' in reply)
    return isReply ? (reply as Reply<R>) : undefined
  } catch {
    return undefined
  }
}
