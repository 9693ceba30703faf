import { type Checklist, keyOf, recordKey, type Store, type Tally } from './checklist'
import type { Scope } from './items'
import { startsOf } from './spread'
import { isCountable, isWaiting, ownStatusesOf, type Status, statusesOf } from './status'
import { dayOf, type Now } from './time/time'

// With two hundred stores, one is shown and the others are only counted. What a store adds to the count is kept
// until it may change, so that its records need not be read again.

/** @param scope only the checks of the store, of its login or of this computer. By default all. */
export function tallyOf(checklist: Checklist, store: Store, now: Now, scope?: Scope): Tally {
  const hasOwn = scope === undefined || scope === 'store'
  const items = statusesOf(checklist, store, now, (item) => scope === undefined || item.scope === scope)
  const own = hasOwn ? ownStatusesOf(checklist, store, now) : []
  const due = own.filter(({ status }) => isWaiting(status)).map(({ check }) => check)
  return {
    counted: [
      ...items
        .filter(({ item, record, status }) => isCountable(item, record) && isWaiting(status))
        .map(({ item }) => recordKey(item, store)),
      ...due.filter(({ counts }) => counts).map(({ id }) => keyOf(id, store)),
    ],
    promised: due.filter(({ counts, origin }) => !counts && origin !== undefined).length,
    unreadable: [
      ...items.filter(isUnreadable).map(({ item }) => recordKey(item, store)),
      ...own.filter(isUnreadable).map(({ check }) => keyOf(check.id, store)),
    ],
    planned: [...items, ...own].flatMap(({ record }) =>
      record?.standing?.kind === 'planned' ? [record.standing.until] : [],
    ),
  }
}

/** What a store adds to the counts: what was kept if its records were not read. */
export function tallyIn(checklist: Checklist, store: Store, now: Now): Tally {
  return checklist.far?.get(store.id) ?? tallyOf(checklist, store, now)
}

/** The same of several parts of a store. */
export function added(parts: readonly Tally[]): Tally {
  return {
    counted: parts.flatMap(({ counted }) => counted),
    promised: parts.reduce((sum, { promised }) => sum + promised, 0),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
    planned: parts.flatMap(({ planned }) => planned),
  }
}

/** What of a store, besides its records, its tally follows from. With equal texts, it stays the same for a day. */
export function basisOf(stores: readonly Store[], store: Store, now: Now): string {
  const { name: _name, group: _group, who: _who, fronts: _fronts, removed: _removed, ...rest } = store
  return JSON.stringify([rest, startsOf(stores, store, dayOf(now))])
}

function isUnreadable({ status }: { status: Status }): boolean {
  return status.kind === 'unreadable'
}
