import type { Sender } from '../browser/platform'
import type { Now } from '../domain/time/time'
import type { Argument, Request, Result } from '../messages/protocol'
import type { Commit, Keys, Slots, Snapshot, Wish } from '../storage/repository'

/** Answers a request from what is stored and returns what to store. It has no side effects. */
export type Handler<R extends Request> = {
  /** What to read first. */
  reads(argument: Argument<R>, now: Now): Wish
  /** @throws RequestError */
  answer(snapshot: Snapshot, argument: Argument<R>, now: Now): Answer<R>
}
type Answer<R extends Request> = {
  commit?: Commit | undefined
  /** Updates tabs and notifications after storing. It may fail; the next update repairs it. */
  afterwards?(after: Snapshot): Promise<unknown>
  /** Builds the reply from what is stored after the commit. */
  reply(after: Snapshot): Result<R> | Promise<Result<R>>
}

/** Like Handler, for requests that don't need the checklist: they work even if it cannot be read. */
export type Lookup<R extends Request> = {
  finds(argument: Argument<R>): Keys
  answer(slots: Slots, argument: Argument<R>, now: Now): Result<R>
}

/** A request that does more than store: it works on tabs, files, backups or permissions. */
export type Act<R extends Request> = (argument: Argument<R>, sender: Sender) => Promise<Result<R>>
