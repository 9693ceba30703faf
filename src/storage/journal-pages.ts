import type { StorageArea } from '../browser/platform'
import { daysToDrop, type JournalEntry, type JournalPage } from '../domain/journal/journal'
import { isDay, type LocalDay } from '../domain/time/time'
import { entry } from './format/kind'
import { journalKey, journalKind, journalPrefix } from './kinds/journal'
import { droppedKind } from './kinds/journal-dropped'
import { dropsKind, withDrop } from './kinds/journal-drops'
import { foundIn, type Repository, slotsIn } from './repository'

type Reading = Pick<StorageArea, 'get' | 'keys'>

/** The approximate number of entries on one page of the journal: a day is never split. */
const pageSize = 200

async function readDays(area: Reading, days: readonly LocalDay[]) {
  const found = await area.get(days.map(journalKey))
  return days.map((on) => ({ on, chunk: journalKind.decode(found[journalKey(on)]) }))
}

/** @param before returns only entries older than this day. */
export async function readJournal(area: Reading, before: LocalDay | null): Promise<Omit<JournalPage, 'who'>> {
  const days = (await journalDays(area)).reverse().filter((on) => before === null || on < before)
  const entries: JournalEntry[] = []
  const unreadable: LocalDay[] = []
  let read = 0
  while (read < days.length && entries.length < pageSize) {
    // A few days at a time: most journals fit into the first batch.
    for (const { on, chunk } of await readDays(area, days.slice(read, read + 30))) {
      if (chunk.kind === 'read') entries.push(...[...chunk.value].reverse())
      else if (chunk.kind !== 'absent') unreadable.push(on)
      read += 1
      if (entries.length >= pageSize) break
    }
  }
  const last = days[read - 1]
  const accounts = await area.get([droppedKind.prefix, dropsKind.prefix])
  const dropped = droppedKind.decode(accounts[droppedKind.prefix])
  const drops = dropsKind.decode(accounts[dropsKind.prefix])
  return {
    entries,
    unreadable,
    ...(read < days.length && last !== undefined ? { before: last } : {}),
    ...(dropped.kind === 'read' ? { dropped: dropped.value } : {}),
    ...(drops.kind === 'read' ? drops.value : {}),
  }
}

/** All entries from `first` to `last`, both included, oldest day first. */
export async function readJournalBetween(
  area: Reading,
  first: LocalDay,
  last: LocalDay,
): Promise<{ entries: readonly JournalEntry[]; unreadable: readonly LocalDay[] }> {
  const days = (await journalDays(area)).filter((on) => on >= first && on <= last)
  const found = await readDays(area, days)
  return {
    entries: found.flatMap(({ chunk }) => (chunk.kind === 'read' ? chunk.value : [])),
    unreadable: found.flatMap(({ on, chunk }) =>
      chunk.kind === 'read' || chunk.kind === 'absent' ? [] : [on],
    ),
  }
}

/** Deletes the oldest days beyond the cap and records how many entries that were. */
export async function pruneJournal(repository: Repository, today: LocalDay): Promise<void> {
  const keys = (await journalDays(repository)).map(journalKey)
  const slots = await repository.find({ keys: [...keys, droppedKind.prefix, dropsKind.prefix] })
  // Unreadable days are not deleted.
  const counts = slotsIn(slots, journalKind).flatMap(([key, found]) =>
    found.kind === 'read' ? [{ day: key.slice(journalPrefix.length), entries: found.value.length }] : [],
  )
  const going = daysToDrop(counts, today)
  const [from, through] = [going[0], going.at(-1)]
  const before = foundIn(slots, droppedKind, droppedKind.prefix)
  if (from === undefined || through === undefined || before.kind === 'newer') return
  const dropped = counts.filter(({ day }) => going.includes(day))
  const entries = dropped.reduce(
    (total, day) => total + day.entries,
    before.kind === 'read' ? before.value.entries : 0,
  )
  const drops = foundIn(slots, dropsKind, dropsKind.prefix)
  const known = drops.kind === 'read' ? drops.value : { drops: [] }
  // Recorded before deleting: if the worker dies in between, less was deleted than recorded, never more.
  await repository.commit(slots, {
    put: [
      entry(droppedKind, droppedKind.prefix, { entries, through }),
      ...(drops.kind === 'newer'
        ? []
        : [entry(dropsKind, dropsKind.prefix, withDrop(known, { on: today, from, through }))]),
    ],
    remove: going.map(journalKey),
  })
}

async function journalDays(area: Reading): Promise<LocalDay[]> {
  const keys = await area.keys()
  return (
    keys
      .filter((key) => key.startsWith(journalPrefix))
      .map((key) => key.slice(journalPrefix.length))
      // Keys with another form are listed among the unreadable values.
      .filter(isDay)
      .sort()
  )
}
