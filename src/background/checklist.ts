import {
  apply,
  type Checklist,
  type ChecklistEvent,
  ChecklistProblem,
  isOvertaken,
  isSufficient,
  keyOf,
  unreadIn,
} from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import { journalled } from '../domain/journal/journal'
import { presentStores } from '../domain/present-stores'
import { believable, type Showings, withShowing } from '../domain/silence'
import { noticed } from '../domain/started-round'
import { dayOf, instantOf, type Now } from '../domain/time/time'
import { isStoreFront } from '../pages/hosts'
import { type Entry, entry } from '../storage/format/kind'
import { showingsKind } from '../storage/kinds/card-history'
import { journalKey } from '../storage/kinds/journal'
import { roundKind } from '../storage/kinds/round'
import { storesKind } from '../storage/kinds/stores'
import {
  type Commit,
  checklistEntries,
  foundIn,
  type Snapshot,
  valueIn,
  type Wish,
} from '../storage/repository'
import { entryFor } from './journal'
import { RequestError, refusing } from './request-error'

/** True if the record is unreadable and a note, interval or closed card would seem to be all we had. */
function wouldHide(checklist: Checklist, event: ChecklistEvent): boolean {
  if (event.kind !== 'answered' || isSufficient(event.answer)) return false
  const store = checklist.stores.find(({ id }) => id === event.store)
  return store !== undefined && unreadIn(checklist, keyOf(event.item, store)) === 'damaged'
}

/** What must be read for an event and for the overview after it. */
export function wishFor({ store, kind }: { store: StoreId; kind?: ChecklistEvent['kind'] }, now: Now): Wish {
  // A report is taken back wherever its mark is, also in records that the store no longer has.
  const stores = kind === 'report-taken-back' ? {} : { stores: [store] }
  return { ...stores, runs: true, keys: [journalKey(dayOf(now))] }
}

/**
 * Returns what an event writes: nothing if the same event came twice.
 * @throws RequestError `answered-since` for an undo that came too late; `could-not-read` for an answer that
 * would hide an unreadable record; `refused` for what the checklist cannot take.
 * @param from where the seller did it; `address` means that it follows from a visit, so the journal keeps
 * nothing.
 */
export function changeOf(
  snapshot: Snapshot,
  event: ChecklistEvent,
  from: 'own-page' | 'card' | 'address',
  now: Now,
): Commit {
  const { checklist, settings } = snapshot
  if (isOvertaken(checklist, event)) throw new RequestError('answered-since')
  if (wouldHide(checklist, event)) throw new RequestError('could-not-read')
  const put = checklistEntries(
    checklist,
    refusing(ChecklistProblem, () => apply(checklist, event, now)),
  )
  const shown = event.kind === 'shown' ? [showingsEntry(withShowing(showingsIn(snapshot, now), now))] : []
  const what = from === 'address' || put.length === 0 ? undefined : journalled(event)
  const kept = what && entryFor(settings, { ...event, what }, now)
  return {
    put: [...put, ...shown, ...(put.length > 0 ? roundAfter(snapshot, event, now) : [])],
    journal: kept ? [from === 'card' ? { ...kept, onPage: true } : kept] : [],
  }
}

/** The round under way, if the event concerns it. One that can't be read stays as it is. */
function roundAfter({ slots, checklist }: Snapshot, event: ChecklistEvent, now: Now): Entry[] {
  const round = valueIn(slots, roundKind, roundKind.prefix)
  const after = round && noticed(round, event, checklist, now)
  return after && after !== round ? [entry(roundKind, roundKind.prefix, after)] : []
}

/** When cards were shown, without times that cannot be right. */
export function showingsIn({ slots }: Snapshot, now: Now): Showings {
  const showings = valueIn(slots, showingsKind, showingsKind.prefix)
  return showings ? believable(showings, now) : { since: instantOf(now), opened: false, shown: [] }
}

export function showingsEntry(showings: Showings): Entry {
  return entry(showingsKind, showingsKind.prefix, showings)
}

/** Notes the first start, and that the seller opened our pages, which ends the quiet first day. */
export function startNoted(snapshot: Snapshot, opened: boolean, now: Now): Commit | undefined {
  const found = foundIn(snapshot.slots, showingsKind, showingsKind.prefix)
  const isNoted = found.kind === 'newer' || (found.kind === 'read' && (found.value.opened || !opened))
  return isNoted ? undefined : { put: [showingsEntry({ ...showingsIn(snapshot, now), opened })] }
}

/** Takes the first host that is visited as the front of a single store, until the seller chooses another. */
export function frontNoted(snapshot: Snapshot, host: string, now: Now): Commit | undefined {
  const stores = foundIn(snapshot.slots, storesKind, storesKind.prefix).kind
  // The seller didn't ask for this: overwriting unreadable stores would end the offer to restore them.
  if (stores === 'damaged' || stores === 'newer') return undefined
  const [store, ...others] = presentStores(snapshot.checklist)
  if (!store || others.length > 0 || store.fronts.length > 0 || !isStoreFront(host)) return undefined
  const id = crypto.randomUUID()
  return changeOf(snapshot, { id, kind: 'fronts-chosen', store: store.id, fronts: [host] }, 'address', now)
}
