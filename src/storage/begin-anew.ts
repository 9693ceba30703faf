import type { Store } from '../domain/checklist'
import type { JournalEntry } from '../domain/journal/journal'
import { withoutOutcomes } from '../domain/started-round'
import type { LocalDay } from '../domain/time/time'
import { contentsOf, ownerOf, type Raw, singleOf, storesIn, valuesOf } from './contents'
import { asideName } from './format/codec'
import { journalKey, journalKind } from './kinds/journal'
import { type OwnChecks, ownChecksKind } from './kinds/own-checks'
import { roundKind } from './kinds/round'
import { type Stores, storesKind } from './kinds/stores'

/**
 * Resets a store to its first day: deletes its answers, playbook runs, registers, drafts, own checks and
 * payout rhythm, and those of its login unless another store has the same login. Its name, sites, login, the
 * four profile answers and the journal stay.
 */
export function withoutAnswers(own: Raw, store: string, entry: JournalEntry): Raw | undefined {
  const here = contentsOf(own)
  const stores = storesIn(here)?.stores ?? []
  const found = stores.find(({ id }) => id === store)
  const login = found?.login
  // A removed store counts: it can be restored.
  const isShared = stores.some((one) => one.id !== store && one.login === login)
  const owners = [store, ...(login === undefined || isShared ? [] : [login])]
  const going = Object.keys(own).filter((key) => owners.includes(ownerOf(key, here) ?? ''))
  const key = journalKey(entry.day)
  if ([...going, key].some((one) => here.newer.has(one))) return undefined
  const after = Object.fromEntries(Object.entries(own).filter(([one]) => !going.includes(one)))
  const kept = singleOf(here, storesKind)
  const round = singleOf(here, roundKind)
  const listed = singleOf(here, ownChecksKind)
  const today = [...(valuesOf(here, journalKind).get(key) ?? []), entry]
  return {
    ...after,
    [key]: journalKind.encode(today),
    ...(kept && found ? { [storesKind.prefix]: storesKind.encode(begunAnew(kept, found, entry.day)) } : {}),
    ...(listed && { [ownChecksKind.prefix]: ownChecksKind.encode(withoutStore(listed, store)) }),
    ...(round && { [roundKind.prefix]: roundKind.encode(withoutOutcomes(round, store)) }),
    ...(here.damaged.has(key) ? { [asideName(key, (name) => Object.hasOwn(after, name))]: own[key] } : {}),
  }
}

/** Without the own checks of a store alone. Those of every store stay. */
function withoutStore({ checks }: OwnChecks, store: string): OwnChecks {
  return { checks: checks.filter((check) => check.store !== store) }
}

/** Without what the seller promised or told of payouts, and with its checks spread over the next weeks. */
function begunAnew(stores: Stores, store: Store, began: LocalDay): Stores {
  const { measures: _measures, payouts: _payouts, ...rest } = store
  return { ...stores, stores: stores.stores.map((one) => (one === store ? { ...rest, began } : one)) }
}
