import type { Settings } from '../domain/settings'
import type { Area } from '../platform/platform'
import { findOne } from './kept'
import { type Found, find, NewerVersionError, setAside } from './stored'
import { instant, z } from './zod'

export const settingsKey = 'settings'

const hour = z.int().check(z.minimum(0), z.maximum(23))

const v1 = z.object({
  version: z.literal(1),
  who: z.exactOptional(z.string()),
  pause: z.exactOptional(z.union([z.object({ until: instant }), z.object({ until: z.literal('told') })])),
  quietHours: z.exactOptional(z.object({ from: hour, to: hour })),
  badge: z.exactOptional(z.boolean()),
  notifications: z.exactOptional(z.boolean()),
  cardsPerDay: z.exactOptional(z.int().check(z.minimum(1), z.maximum(24))),
  cardGapHours: z.exactOptional(z.int().check(z.minimum(1), z.maximum(24))),
  loginHosts: z.exactOptional(z.array(z.string())),
  language: z.exactOptional(z.string()),
  dateFormat: z.exactOptional(z.string()),
  clock: z.exactOptional(z.string()),
})

const stored = z.pipe(
  v1,
  z.transform(({ version: _version, ...settings }): Settings => settings),
)

export function decodeSettings(raw: unknown): Found<Settings> {
  return find(stored, 1, raw)
}

export function encodeSettings(settings: Settings): z.input<typeof v1> {
  const { loginHosts, ...rest } = settings
  return { version: 1, ...rest, ...(loginHosts ? { loginHosts: [...loginHosts] } : {}) }
}

export function findSettings(area: Area): Promise<Found<Settings>> {
  return findOne(area, settingsKey, decodeSettings)
}

/** What cannot be read counts as not chosen; it is kept aside when something is chosen again. */
export async function readSettings(area: Area): Promise<Settings> {
  const found = await findSettings(area)
  return found.kind === 'read' ? found.value : {}
}

/**
 * @param change makes the new settings of the old ones.
 * @throws NewerVersionError, or whatever the area rejects with.
 */
export async function writeSettings(area: Area, change: (before: Settings) => Settings): Promise<Settings> {
  const raw = (await area.get([settingsKey]))[settingsKey]
  const found = decodeSettings(raw)
  if (found.kind === 'newer') throw new NewerVersionError(settingsKey)
  const before = found.kind === 'read' ? found.value : {}
  const after = change(before)
  await area.set({
    ...(await setAside(area, new Map(found.kind === 'damaged' ? [[settingsKey, raw]] : []))),
    [settingsKey]: encodeSettings(after),
  })
  return after
}
