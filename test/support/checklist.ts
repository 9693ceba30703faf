import type { Answer } from '../../src/domain/answer'
import {
  apply,
  type Checklist,
  type ChecklistEvent,
  emptyChecklist,
  recordKey,
  type SellerEvent,
  type Store,
} from '../../src/domain/checklist'
import type { CommitmentId } from '../../src/domain/commitment'
import type { IncidentId } from '../../src/domain/incidents'
import type { ItemRecord } from '../../src/domain/item-record'
import { type ItemId, itemOf } from '../../src/domain/items'
import { type Status, statusesOf } from '../../src/domain/status'
import type { Now } from '../../src/domain/time/time'

let made = 0

/** A new id for an event. */
export function newId(): string {
  made += 1
  return `event-${made}`
}

export function answered(item: ItemId | CommitmentId, answer: Answer, store = 'store-1'): SellerEvent {
  return { id: newId(), store, kind: 'answered', item, answer }
}

export function checked(item: ItemId, store = 'store-1'): SellerEvent {
  return answered(item, { kind: 'checked' }, store)
}

/** The undo of an answer. */
export function takenBack(given: SellerEvent): SellerEvent {
  if (given.kind !== 'answered') throw new RangeError(`${given.kind} is no answer`)
  return { ...given, id: newId(), answer: { kind: 'undone', of: given.id } }
}

export function reported(what: IncidentId, store = 'store-1'): SellerEvent {
  return { id: newId(), store, kind: 'happened', what }
}

export function storeAdded(store: string, login = 'login-1', name = ''): SellerEvent {
  return { id: newId(), store, kind: 'store-added', name, login }
}

/** The event of a card that was drawn. */
export function shown(item: ItemId | CommitmentId, store = 'store-1'): ChecklistEvent {
  return { id: newId(), store, kind: 'shown', item }
}

/** Applies what a seller did, step by step, to a new checklist. */
export function history(...steps: readonly (readonly [now: Now, ...events: ChecklistEvent[]])[]): Checklist {
  return later(emptyChecklist, ...steps)
}

export function later(
  checklist: Checklist,
  ...steps: readonly (readonly [now: Now, ...events: ChecklistEvent[]])[]
): Checklist {
  return steps.reduce(
    (list, [now, ...events]) => events.reduce((one, event) => apply(one, event, now), list),
    checklist,
  )
}

export function storeOf(checklist: Checklist, id = 'store-1'): Store {
  const store = checklist.stores.find((one) => one.id === id)
  if (!store) throw new RangeError(`no store ${id}`)
  return store
}

export function recordOf(checklist: Checklist, item: ItemId, store = 'store-1'): ItemRecord | undefined {
  return checklist.records[recordKey(itemOf(item), storeOf(checklist, store))]
}

/** Undefined if the item does not exist for the store. */
export function statusIn(
  checklist: Checklist,
  item: ItemId,
  now: Now,
  store = 'store-1',
): Status | undefined {
  return statusesOf(checklist, storeOf(checklist, store), now).find((one) => one.item.id === item)?.status
}

export function itemsIn(checklist: Checklist, now: Now, store = 'store-1'): ItemId[] {
  return statusesOf(checklist, storeOf(checklist, store), now).map(({ item }) => item.id)
}
