import type { Platform } from '../browser/platform'
import { presentStores } from '../domain/checklist'
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
import { dayOf, instantOf } from '../domain/time/time'
import type { RegisterRows, RowChanged } from '../messages/protocol'
import { changeKept, findAll, findOne, removeKept } from '../storage/kept'
import { decodeRow, encodeRow, placeOf, registerPrefix, rowKey } from '../storage/kinds/register-row'
import type { Runs } from './playbook-runs'
import { type Keeper, RequestError } from './repository'

/** What this register has a field for: nothing else is looked through. */
function own({ fields }: Register, values: RowValues): RowValues {
  const typed = Object.entries(values).filter(([name]) => Object.hasOwn(fields, name))
  return Object.fromEntries(typed.map(([name, value]) => [name, value.trim()]))
}

/** The seller's small lists. Runs inside the one queue. */
export function createRegisters(platform: Platform, keeper: Keeper, runs: Pick<Runs, 'begin'>) {
  const { storage } = platform

  async function rows(): Promise<RegisterRows> {
    const found = await keeper.reading(() => findAll(storage, registerPrefix, decodeRow))
    const read: (RowPlace & RegisterRow)[] = []
    let unreadable = 0
    for (const [key, row] of found) {
      const place = placeOf(key)
      if (row.kind === 'damaged' || row.kind === 'newer') unreadable += 1
      else if (place && row.kind === 'read') read.push({ ...place, ...row.value })
    }
    return { rows: read, unreadable }
  }

  async function read(place: RowPlace): Promise<RegisterRow | undefined> {
    const found = await keeper.reading(() => findOne(storage, rowKey(place), decodeRow))
    return found.kind === 'read' ? found.value : undefined
  }

  async function checkOwner({ register, owner }: RowPlace): Promise<void> {
    const { checklist } = await keeper.read()
    const owners = presentStores(checklist).map((store) => ownerOf(registerOf(register), store))
    if (!owners.includes(owner)) throw new RequestError('refused')
  }

  async function checkRoom(place: RowPlace): Promise<void> {
    const register = rowKey({ ...place, row: '' })
    const keys = await keeper.reading(() => storage.keys())
    if (keys.filter((key) => key.startsWith(register)).length >= mostRows) throw new RequestError('refused')
  }

  /**
   * An end date that has come is a report that somebody left, made once: its playbook begins and its checks become due.
   * The report and the mark on the row are one write; the playbook, under an id that follows from the row, begins once.
   */
  async function reportDepartures(): Promise<Departure | undefined> {
    const today = dayOf(platform.now())
    const stores = new Set(presentStores((await keeper.read()).checklist).map(({ id }) => id))
    let reported: Departure | undefined
    for (const row of (await rows()).rows) {
      const { onEnd } = registerOf(row.register)
      if (!onEnd || !stores.has(row.owner) || !hasEnded(row, today)) continue
      const end = row.values.end ?? today
      reported = departureOf(row.row, end)
      await runs.begin({ run: reported.run, playbook: onEnd.playbook, store: row.owner, from: end })
      const { values, at } = row
      await keeper.change(
        { id: reported.report, kind: 'happened', store: row.owner, what: onEnd.report },
        'own-page',
        {
          [rowKey(row)]: encodeRow({ values, at, reported: end }),
        },
      )
    }
    return reported
  }

  async function changed(more: Pick<RowChanged, 'reported' | 'withheld'> = {}): Promise<RowChanged> {
    const overview = await keeper.overviewOf(await keeper.read())
    return { ...(await rows()), overview, ...more }
  }

  return {
    rows,

    async put(place: RowPlace, values: RowValues): Promise<RowChanged> {
      const now = platform.now()
      const before = await read(place)
      const register = registerOf(place.register)
      // Also what a later version knows of it stays.
      const { values: typed, withheld } = storableRow(own(register, values))
      const row = { values: { ...before?.values, ...typed }, at: instantOf(now) }
      if (Object.keys(problemsIn(register, row.values, dayOf(now))).length > 0)
        throw new RequestError('refused')
      await checkOwner(place)
      if (!before) await checkRoom(place)
      const { reported } = before ?? {}
      const isReported = reported !== undefined && reported === row.values.end
      const raw = encodeRow({ ...row, ...(isReported ? { reported } : {}) })
      await keeper.storing(() => changeKept(storage, rowKey(place), decodeRow, () => raw))
      const left = await reportDepartures()
      return changed({
        ...(left === undefined ? {} : { reported: left }),
        ...(withheld.length === 0 ? {} : { withheld }),
      })
    },

    async remove(place: RowPlace): Promise<RowChanged> {
      await keeper.storing(() => removeKept(storage, [rowKey(place)], decodeRow))
      return changed()
    },

    reportDepartures,
  }
}
