import type { Area } from '../../browser/platform'
import type { Settings } from '../../domain/settings'
import { isLoginHost } from '../../pages/hosts'
import { type Found, find, NewerVersionError, setAside } from '../format/codec'
import { instant, label, z } from '../format/schema'
import { findOne } from '../kept'

export const settingsKey = 'settings'

/** One of ours or of a later version's. */
const choice = z.string().check(z.maxLength(40))
const hour = z.int().check(z.minimum(0), z.maximum(23))

// Each by itself: one that cannot be read counts as not chosen, and costs no other.
const valuesV1 = {
  who: label,
  pause: z.union([z.object({ until: instant }), z.object({ until: z.literal('told') })]),
  quietHours: z.object({ from: hour, to: hour }),
  badge: z.boolean(),
  notifications: z.boolean(),
  longDueNotifications: z.boolean(),
  singleKeys: z.boolean(),
  cardsPerDay: z.int().check(z.minimum(1), z.maximum(24)),
  cardGapHours: z.int().check(z.minimum(1), z.maximum(24)),
  // The browser is asked about each of them, and rejects what is no host.
  loginHosts: z.pipe(
    z.array(z.unknown()),
    z.transform((hosts) =>
      [...new Set(hosts)].filter((host) => typeof host === 'string' && isLoginHost(host)),
    ),
  ),
  language: choice,
  dateFormat: choice,
  clock: choice,
  corner: choice,
} satisfies { [Name in keyof Settings]-?: z.ZodMiniType<Settings[Name], unknown> }

const v1 = z.looseObject({ version: z.literal(1) })

const stored = z.pipe(
  v1,
  z.transform(({ version: _version, ...raw }): Settings => {
    const read = Object.entries(valuesV1).flatMap(([name, schema]) => {
      const value = Object.hasOwn(raw, name) ? schema.safeParse(raw[name]) : undefined
      return value?.success ? [[name, value.data]] : []
    })
    return Object.fromEntries(read)
  }),
)

export function decodeSettings(raw: unknown): Found<Settings> {
  return find(stored, 1, raw)
}

/** The names of what stands there and was not read. */
export function unreadSettings(raw: unknown): string[] {
  const found = decodeSettings(raw)
  if (found.kind !== 'read') return []
  const names = Object.keys(v1.parse(raw)).filter((name) => name !== 'version')
  return names.filter((name) => !Object.hasOwn(found.value, name))
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
  const isPartly = found.kind === 'damaged' || unreadSettings(raw).length > 0
  await area.set({
    ...(await setAside(area, new Map(isPartly ? [[settingsKey, raw]] : []))),
    [settingsKey]: encodeSettings(after),
  })
  return after
}
