import { runsIn } from '../../src/background/playbook-runs'
import type { StorageArea } from '../../src/browser/platform'
import type { Checklist } from '../../src/domain/checklist'
import type { JournalEntry } from '../../src/domain/journal/journal'
import type { Run } from '../../src/domain/playbooks/run'
import type { Settings } from '../../src/domain/settings'
import type { Found } from '../../src/storage/format/codec'
import { entry, type Kind } from '../../src/storage/format/kind'
import { recordKind } from '../../src/storage/kinds/record'
import { runKind, runPrefix } from '../../src/storage/kinds/run'
import { settingsKind } from '../../src/storage/kinds/settings'
import { storesKind } from '../../src/storage/kinds/stores'
import { remembering } from '../../src/storage/remembering'
import {
  type Commit,
  checklistEntries,
  createRepository,
  foundIn,
  type Slots,
  slotsIn,
  type Wish,
} from '../../src/storage/repository'

/** The repository of a worker that has just begun. */
export const repositoryOn = (area: StorageArea) => createRepository(remembering(area))

/** What a checklist was made of: where that could not be read, and what a later version wrote. */
function problemsIn(slots: Slots) {
  const found = [storesKind, recordKind].flatMap((kind) => slotsIn<unknown>(slots, kind as Kind))
  const damaged = found.flatMap(([key, one]) => (one.kind === 'damaged' ? [[key, one.raw] as const] : []))
  const newer = found.flatMap(([key, one]) => (one.kind === 'newer' ? [key] : []))
  return { damaged: new Map(damaged), newer: new Set(newer) }
}

export async function readChecklist(area: StorageArea, wish?: Wish) {
  const { checklist, slots } = await repositoryOn(area).read(wish)
  return { checklist, slots, ...problemsIn(slots) }
}

export async function writeChecklist(
  area: StorageArea,
  before: { checklist: Checklist; slots: Slots },
  after: Checklist,
  ...journal: JournalEntry[]
): Promise<void> {
  const put = checklistEntries(before.checklist, after)
  if (put.length > 0) await repositoryOn(area).commit(before.slots, { put, journal })
}

export async function readSettings(area: StorageArea): Promise<Settings> {
  return (await repositoryOn(area).read()).settings
}

export async function writeSettings(
  area: StorageArea,
  change: (before: Settings) => Settings,
): Promise<void> {
  const { slots, settings } = await repositoryOn(area).read()
  await commit(area, { put: [entry(settingsKind, settingsKind.prefix, change(settings))] }, slots)
}

export const readRuns = async (area: StorageArea) =>
  runsIn(await repositoryOn(area).find({ begins: [runPrefix] }))

export async function writeRun(area: StorageArea, run: Run, ...journal: JournalEntry[]): Promise<void> {
  await commit(area, { put: [entry(runKind, runPrefix + run.id, run)], journal })
}

/** @param slots what was read before; without it, nothing was. */
export async function commit(area: StorageArea, change: Commit, slots: Slots = new Map()): Promise<Slots> {
  return repositoryOn(area).commit(slots, change)
}

export async function find<T>(area: StorageArea, kind: Kind<T>, key: string): Promise<Found<T>> {
  return foundIn(await repositoryOn(area).find({ keys: [key] }), kind, key)
}
