import type { Sender } from '../browser/platform'
import { pieceSize } from '../domain/stored-data/import-report'
import type { Message, Place, Request } from '../messages/protocol'
import { isLoginHost, isStoreFront } from '../pages/hosts'
import { recognise } from '../pages/recognise'

import { argumentOf } from './request-arguments'

/** Where a message may come from: our own pages, or our script on a Seller Central or login page. */
type Origin = 'extension-page' | 'content-script'

/** What our script may ask; everything else is for our own pages only. */
const fromScript: ReadonlySet<Request> = new Set<Request>([
  ...(['visit', 'claim', 'free', 'not-calm'] as const),
  ...(['answer-card', 'show-beside', 'choose-store', 'account-may-differ'] as const),
])

/**
 * The most values and characters (in texts and names) that a message may hold. Checked before the schema,
 * which would list every fault it finds. A script needs only ids and fixed words; the largest messages of our
 * own pages are a list of tabs, a piece of a file and an appeal draft.
 */
const most = {
  'content-script': { values: 32, signs: 1_000 },
  'extension-page': { values: 12_000, signs: 2 * pieceSize },
} as const satisfies Record<Origin, Size>
type Size = { values: number; signs: number }

type Own = { id: string; origin: string }

const longestRevision = 100

/**
 * Checks an incoming message: sender first, then size, then shape.
 * @returns undefined if it is no request of ours (others may answer); `refused` if the sender may not ask
 * this or the argument does not fit.
 */
export function authorize(raw: unknown, sender: Sender, own: Own): Message | 'refused' | undefined {
  const outer = envelopeIn(raw)
  if (outer === undefined) return undefined
  const { request, argument: given, since } = outer
  const origin = originOf(sender, own)
  if (origin === undefined || (origin === 'content-script') !== fromScript.has(request)) return 'refused'
  if (!fits(given, most[origin])) return 'refused'
  // Amazon's pages have no need to know when something was stored.
  if (since !== undefined && (origin !== 'extension-page' || !isRevision(since))) return 'refused'
  const argument = argumentOf[request]().safeParse(given)
  if (!argument.success) return 'refused'
  const isPlaced = request === 'visit' || request === 'claim'
  return isPlaced && !speaksFor(sender, argument.data as Place)
    ? 'refused'
    : ({ request, argument: argument.data, ...(since === undefined ? {} : { since }) } as Message)
}

function isRevision(since: unknown): boolean {
  return typeof since === 'string' && since.length <= longestRevision
}

function envelopeIn(raw: unknown): { request: Request; argument: unknown; since?: unknown } | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  // Look further only at messages that name a request of ours: others may be of any size.
  const { request } = raw as { request?: unknown }
  if (typeof request !== 'string' || !Object.hasOwn(argumentOf, request)) return undefined
  const names = Object.keys(raw)
  if (names.some((name) => !['request', 'argument', 'since'].includes(name))) return undefined
  const { argument, since } = raw as { argument?: unknown; since?: unknown }
  return { request: request as Request, argument, since }
}

/** Stops at the first value over the limit. */
function fits(value: unknown, { values, signs }: Size): boolean {
  const left = { values, signs }
  const waiting = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    left.values -= 1
    if (typeof one === 'string') left.signs -= one.length
    else if (Array.isArray(one)) {
      if (one.length > left.values) return false
      waiting.push(...one)
    } else if (typeof one === 'object' && one !== null) {
      const names = Object.keys(one)
      if (names.length > left.values) return false
      for (const name of names) {
        left.signs -= name.length
        waiting.push((one as Record<string, unknown>)[name])
      }
    }
    if (left.values < 0 || left.signs < 0) return false
  }
  return true
}

/** True for the popup and the dashboard, false for a script on a web page. */
export function isOwnPage(sender: Sender, own: Own): boolean {
  return originOf(sender, own) === 'extension-page'
}

function originOf(sender: Sender, own: Own): Origin | undefined {
  if (sender.id !== own.id) return undefined
  const origin = sender.origin ?? originIn(sender.url)
  if (origin === own.origin) return 'extension-page'
  // Top frame of a tab only: a frame of another site may not speak for the page.
  if (sender.tab === undefined || sender.frameId !== 0 || origin === undefined) return undefined
  const name = /^https:\/\/([^/:]+)$/.exec(origin)?.[1]
  return name !== undefined && (isStoreFront(name) || isLoginHost(name)) ? 'content-script' : undefined
}

/**
 * Checks that a script speaks for the page it runs on. `tab.url` is the current address; `sender.url` is
 * where the document was loaded (seen in Chromium 156 and Firefox 153), so after in-page navigation it only
 * tells the host.
 */
function speaksFor(sender: Sender, { page, host }: Place): boolean {
  if ((sender.origin ?? originIn(sender.url)) !== `https://${host}`) return false
  const address = sender.tab?.url
  if (address === undefined) return true
  const seen = recognise(address)
  return seen?.page === page && seen.host === host
}

function originIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^[a-z-]+:\/\/[^/]+/.exec(url)?.[0]
}
