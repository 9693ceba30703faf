import { inTime } from '../browser/in-time'
import type { Platform } from '../browser/platform'
import { keyOf } from '../domain/checklist'
import { isSaid } from '../domain/item-record'
import { items } from '../domain/items'
import { withStoresOf } from '../domain/organization-stores'
import { dayOf, instantOf } from '../domain/time/time'
import { isSame } from '../storage/contents'
import { entry } from '../storage/format/kind'
import { organizationKind, organizationValue } from '../storage/kinds/organization'
import { isBlank } from '../storage/kinds/stores'
import { type Commit, checklistEntries, type Snapshot, valueIn } from '../storage/repository'
import type { Cards } from './cards'
import type { Notifier } from './notifications'
import type { Views } from './overview'
import type { Repository } from './repository'
import type { createQueue } from './task-queue'

/** When an empty policy was first seen, in session storage. */
const emptySince = 'organization-empty'
/** Milliseconds. Chrome may say for the first seconds after its start that nothing is set. */
const mayBeTooEarly = 10_000
/** Milliseconds that the welcome page waits for the first answer. Firefox answers at once. */
const patience = 900

const key = organizationKind.prefix

export type OrganizationSettings = ReturnType<typeof createOrganization>

/**
 * Follows what an administrator sets in the browser's policies. Nothing waits for the browser's answer: everything
 * is served from the last copy, and this replaces the copy and tells the pages when the answer is another one.
 */
export function createOrganization(
  platform: Platform,
  repository: Repository,
  views: Views,
  cards: Cards,
  notifier: Notifier,
  enqueue: ReturnType<typeof createQueue>,
) {
  const { session } = platform

  /** Whether a policy that is empty now really is, and not just not read yet. */
  async function isGone(): Promise<boolean> {
    const now = instantOf(platform.now())
    const since = (await session.get([emptySince]))[emptySince]
    if (typeof since === 'number' && now - since >= mayBeTooEarly) return true
    if (typeof since !== 'number' || since > now) await session.set({ [emptySince]: now })
    void platform.wait(mayBeTooEarly).then(() => look())
    return false
  }

  /** Replaces the copy if the policy is another one. Runs inside the one queue. */
  async function adopt(given: Readonly<Record<string, unknown>>, isCertain: boolean): Promise<void> {
    const isEmpty = Object.keys(given).length === 0
    const kept = valueIn(await repository.find({ keys: [key] }), organizationKind, key)
    if (isEmpty && !kept) return
    if (!isEmpty) await session.remove([emptySince]).catch(() => undefined)
    else if (!isCertain && !(await isGone())) return
    const snapshot = await repository.read({ stores: [] })
    const change = await changeFor(snapshot, given)
    if (!change) return
    const after = await repository.commit(snapshot, change)
    await views.showBadge(after)
    // Better no card than one in another language or at an hour that is quiet now.
    await cards.withdraw().catch(() => undefined)
    await notifier.keep(after)
  }

  /** What to store for this policy. Undefined: nothing has changed. */
  async function changeFor(
    snapshot: Snapshot,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Commit | undefined> {
    const kept = valueIn(snapshot.slots, organizationKind, key)
    const earlier = kept?.stores ?? []
    const { checklist } = snapshot
    const { organization } = organizationValue({ given, stores: earlier })
    const isUnused = await unusedIn(snapshot)
    // Stores that can't be read stay as they are. The worker's next start tries again.
    const after = checklist.unread?.stores
      ? checklist
      : withStoresOf(checklist, organization, earlier, dayOf(platform.now()), isUnused)
    const listed = (organization.stores ?? []).map(({ id }) => id)
    const stores = after.stores.filter(({ id }) => listed.includes(id)).map(({ id }) => id)
    const put = checklistEntries(checklist, { ...checklist, ...after })
    if (Object.keys(given).length === 0) return { put, remove: [key] }
    if (put.length === 0 && kept && isSame(kept.given, given)) return undefined
    const value = organizationValue({ given, stores: checklist.unread?.stores ? earlier : stores })
    return { put: [...put, entry(organizationKind, key, value)] }
  }

  /** Tells the store of a new installation, about which nothing was ever said. */
  async function unusedIn({ checklist }: Snapshot) {
    const [store, ...others] = checklist.stores
    const isFirst = store !== undefined && others.length === 0 && isBlank(store)
    const isSilent = (records: typeof checklist.records) =>
      !items.some((item) => store && isSaid(records[keyOf(item.id, store)] ?? { events: [] }))
    if (!isFirst || checklist.unread || !isSilent(checklist.records)) return () => false
    // A record, a guide, a draft or a row may belong to it.
    const keys = await repository.reading(() => repository.stored.keys())
    return () => !keys.some((name) => /^(?:run|register|draft|round)\b/.test(name))
  }

  /** Reads the policy. It never fails, and may never end. */
  async function look(isCertain = false): Promise<void> {
    // A browser without such policies throws at once.
    const given = await new Promise<unknown>((done) => done(platform.managed.get())).catch(() => undefined)
    await enqueue(() => adopt(objectIn(given), isCertain)).catch(() => undefined)
  }

  return {
    look,

    /** Reads the policy and follows its changes. */
    follow(): { isRead: Promise<unknown> } {
      platform.managed.onChanged(() => void look(true))
      return { isRead: inTime(look(), patience, platform.wait).catch(() => undefined) }
    },
  }
}

function objectIn(given: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
  return isObject ? (given as Readonly<Record<string, unknown>>) : {}
}
