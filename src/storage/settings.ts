import type { Area } from '../platform/platform'
import { asidePrefix, type Found, find, NewerVersionError } from './stored'
import { z } from './zod'

const settingsKey = 'settings'

/** What the seller chose for this browser. A part that was never chosen is absent. */
export type Settings = {
  /** Stands beside this browser's entries in the journal. */
  who?: string
}

const v1 = z.object({ version: z.literal(1), who: z.exactOptional(z.string()) })

const stored = z.pipe(
  v1,
  z.transform(({ version: _version, ...settings }): Settings => settings),
)

function decodeSettings(raw: unknown): Found<Settings> {
  return find(stored, 1, raw)
}

function encodeSettings(settings: Settings): z.input<typeof v1> {
  return { version: 1, ...settings }
}

/** What cannot be read counts as not chosen; it is kept aside when something is chosen again. */
export async function readSettings(area: Area): Promise<Settings> {
  const found = decodeSettings((await area.get([settingsKey]))[settingsKey])
  return found.kind === 'read' ? found.value : {}
}

/** @throws NewerVersionError, or whatever the area rejects with. */
export async function writeSettings(area: Area, change: Partial<Settings>): Promise<void> {
  const raw = (await area.get([settingsKey]))[settingsKey]
  const found = decodeSettings(raw)
  if (found.kind === 'newer') throw new NewerVersionError(settingsKey)
  const before = found.kind === 'read' ? found.value : {}
  await area.set({
    ...(found.kind === 'damaged' ? { [asidePrefix + settingsKey]: raw } : {}),
    [settingsKey]: encodeSettings({ ...before, ...change }),
  })
}
