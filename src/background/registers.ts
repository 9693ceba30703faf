import { isRead } from '../domain/checklist'
import { presentStores } from '../domain/present-stores'
import {
  type Departure,
  departureOf,
  hasEnded,
  mostRows,
  ownerOf,
  problemsIn,
  type Register,
  type RegisterRow,
  type RowPlace,
  type RowValues,
  registerOf,
  storableRow,
} from '../domain/registers/register'
import { dayOf, instantOf, type Now } from '../domain/time/time'
import type { RegisterRows } from '../messages/protocol'
import { entry } from '../storage/format/kind'
import { journalKey } from '../storage/kinds/journal'
import { placeOf, registerPrefix, rowKey, rowKind } from '../storage/kinds/register-row'
import { runPrefix } from '../storage/kinds/run'
import {
  type Commit,
  partedIn,
  type Slots,
  type Snapshot,
  slotsIn,
  valueIn,
  withEntries,
} from '../storage/repository'
import { changeOf } from './checklist'
import type { Handler, Lookup } from './handler'
import type { Views } from './overview'
import { begun } from './playbook-runs'
import { RequestError } from './request-error'

/** Keeps only the fields this register defines. */
function own({ fields }: Register, values: RowValues): RowValues {
  const typed = Object.entries(values).filter(([name]) => Object.hasOwn(fields, name))
  return Object.fromEntries(typed.map(([name, value]) => [name, value.trim()]))
}

function registerRowsIn(slots: Slots): RegisterRows {
  const { values, unreadable, newer } = partedIn(slots, rowKind)
  const rows = values.flatMap(([key, row]): (RowPlace & RegisterRow)[] => {
    const place = placeOf(key)
    return place ? [{ ...place, ...row }] : []
  })
  return { rows, unreadable: unreadable.length + newer.length }
}

/** What a changed row may affect: the rows, and the runs that an end date starts. */
export const rowsAndRuns = { begins: [registerPrefix], runs: true } as const

/**
 * An end date that has come reports once that the person left: the playbook starts and its checks become due.
 * The report, the playbook and the mark on the row are one write.
 */
export function departuresIn(snapshot: Snapshot, now: Now): Commit & { reported?: Departure } {
  const today = dayOf(now)
  const stores = new Set(presentStores(snapshot.checklist).map(({ id }) => id))
  let state = snapshot
  const all: Required<Pick<Commit, 'put' | 'journal'>> = { put: [], journal: [] }
  let reported: Departure | undefined
  for (const row of registerRowsIn(snapshot.slots).rows) {
    const { onEnd } = registerOf(row.register)
    if (!onEnd || !stores.has(row.owner) || !hasEnded(row, today)) continue
    // One of a store that was not read is reported with the next day's.
    if (!isRead(snapshot.checklist, row.owner)) continue
    const end = row.values.end ?? today
    const departure = departureOf(row.row, end)
    const run = begun(
      state,
      { run: departure.run, playbook: onEnd.playbook, store: row.owner, from: end },
      now,
    )
    const report = { id: departure.report, kind: 'happened', store: row.owner, what: onEnd.report } as const
    const change = changeOf(state, report, 'own-page', now)
    const mark = entry(rowKind, rowKey(row), { values: row.values, at: row.at, reported: end })
    const put = [...(run?.put ?? []), ...(change.put ?? []), mark]
    // A later version's value is not ours to change: the row is not reported for now.
    if (put.some(({ key }) => state.slots.get(key)?.found.kind === 'newer')) continue
    state = withEntries(state, put)
    all.put = [...all.put, ...put]
    all.journal = [...all.journal, ...(run?.journal ?? []), ...(change.journal ?? [])]
    reported = departure
  }
  return { ...all, ...(reported ? { reported } : {}) }
}

export const registers: Lookup<'registers'> = {
  finds: () => ({ begins: [registerPrefix] }),
  answer: registerRowsIn,
}

export function createRegisterHandlers({ overviewOf }: Views) {
  const changed = async (after: Snapshot) => ({
    ...registerRowsIn(after.slots),
    overview: await overviewOf(after),
  })

  const putRow: Handler<'put-row'> = {
    reads({ values: { end }, ...place }, now) {
      const run = end ? [runPrefix + departureOf(place.row, end).run] : []
      const keys = [rowKey(place), ...run, journalKey(dayOf(now))]
      return { stores: [place.owner], ...rowsAndRuns, keys }
    },
    answer(snapshot, { values, ...place }, now) {
      const before = valueIn(snapshot.slots, rowKind, rowKey(place))
      const register = registerOf(place.register)
      // Keep fields that only a later version knows.
      const { values: typed, withheld } = storableRow(own(register, values))
      const row = { values: { ...before?.values, ...typed }, at: instantOf(now) }
      const beside = slotsIn(snapshot.slots, rowKind).filter(
        ([key, { kind }]) => kind !== 'absent' && key.startsWith(rowKey({ ...place, row: '' })),
      )
      const owners = presentStores(snapshot.checklist).map((store) => ownerOf(register, store))
      const isRefused =
        Object.keys(problemsIn(register, row.values, dayOf(now))).length > 0 ||
        !owners.includes(place.owner) ||
        (!before && beside.length >= mostRows)
      if (isRefused) throw new RequestError('refused')
      const { reported } = before ?? {}
      const isReported = reported !== undefined && reported === row.values.end
      const put = entry(rowKind, rowKey(place), { ...row, ...(isReported ? { reported } : {}) })
      const left = snapshot.hasRuns ? departuresIn(withEntries(snapshot, [put]), now) : {}
      return {
        commit: { put: [put, ...(left.put ?? [])], journal: left.journal ?? [] },
        reply: async (after) => ({
          ...(await changed(after)),
          ...(left.reported ? { reported: left.reported } : {}),
          ...(withheld.length === 0 ? {} : { withheld }),
        }),
      }
    },
  }

  const removeRow: Handler<'remove-row'> = {
    reads: () => ({ stores: [], ...rowsAndRuns }),
    answer: (_, place) => ({ commit: { remove: [rowKey(place)] }, reply: changed }),
  }

  return { putRow, removeRow }
}
