import { longestNote } from '../../domain/answer'
import { isLanguage } from '../../domain/languages'
import { lazily } from '../../domain/lazily'
import { isClockFormat, isDateFormat, type Settings } from '../../domain/settings'
import { isLoginHost } from '../../pages/hosts'
import { defineKind } from '../format/kind'
import { bare, hour, instant, label, z } from '../format/schema'

/** A choice of this version or a later one. */
const choice = z.lazy(() => z.string().check(z.maxLength(40)))

// Read one by one: a setting that can't be read counts as not chosen and does not affect the others.
const valuesV1 = lazily(
  () =>
    ({
      who: label,
      pause: z.union([z.object({ until: instant }), z.object({ until: z.literal('told') })]),
      quietHours: z.object({ from: hour, to: hour }),
      badge: z.boolean(),
      notifications: z.boolean(),
      longDueNotifications: z.boolean(),
      singleKeys: z.boolean(),
      roundOpensPages: z.boolean(),
      cardsPerDay: z.int().check(z.minimum(1), z.maximum(24)),
      cardGapHours: z.int().check(z.minimum(1), z.maximum(24)),
      // The browser is asked about each host and rejects invalid ones.
      loginHosts: z.pipe(
        z.array(z.unknown()),
        z.transform((hosts) =>
          [...new Set(hosts)].filter((host) => typeof host === 'string' && isLoginHost(host)),
        ),
      ),
      language: choice,
      letterLanguage: choice,
      fillLetters: z.boolean(),
      dateFormat: choice,
      clock: choice,
      corner: choice,
    }) satisfies { [Name in keyof Settings]-?: z.ZodMiniType<Settings[Name], unknown> },
)

const v1 = z.lazy(() => z.looseObject({ version: z.literal(1) }))

const stored = z.lazy(() =>
  z.pipe(
    bare(v1),
    z.transform((raw): Settings => {
      const read = Object.entries(valuesV1()).flatMap(([name, schema]) => {
        const value = Object.hasOwn(raw, name) ? schema.safeParse(raw[name]) : undefined
        return value?.success ? [[name, value.data]] : []
      })
      return Object.fromEntries(read)
    }),
  ),
)

export const settingsKind = defineKind<Settings>({
  prefix: 'settings',
  shape: () => stored,
  version: 1,
  longest: { list: 100, text: longestNote },
  problemIn: (raw) =>
    Object.keys(raw ?? {}).every((name) => /^\w{1,40}$/.test(name)) ? undefined : 'odd-names',
  isPartly: (raw) => unreadSettings(raw).length > 0,
})

/** The names of stored settings that could not be read. */
export function unreadSettings(raw: unknown): string[] {
  const found = settingsKind.decode(raw)
  if (found.kind !== 'read') return []
  const names = Object.keys(v1.parse(raw)).filter((name) => name !== 'version')
  return names.filter((name) => !Object.hasOwn(found.value, name))
}

/** Choices that this version does not offer. */
export function settingsNotKnown(settings: Settings): string[] {
  const { language, letterLanguage, dateFormat, clock } = settings
  const chosen = {
    language: language !== undefined && !isLanguage(language),
    letterLanguage: letterLanguage !== undefined && !isLanguage(letterLanguage),
    dateFormat: dateFormat !== undefined && !isDateFormat(dateFormat),
    clock: clock !== undefined && !isClockFormat(clock),
  }
  return (Object.keys(chosen) as (keyof typeof chosen)[]).filter((name) => chosen[name])
}

/**
 * Limits imported settings to what is allowed here: permissions are granted only by a press in this browser.
 * A pause is not imported, since it belongs to a day and a browser.
 */
export function narrowed(settings: Settings, own: Settings = {}): Settings {
  const unknown = settingsNotKnown(settings)
  const { notifications, longDueNotifications: longDue, loginHosts, pause: _pause, ...rest } = settings
  const hosts = loginHosts?.filter((host) => own.loginHosts?.includes(host))
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => !unknown.includes(name))),
    ...(notifications === undefined ? {} : { notifications: notifications && own.notifications === true }),
    ...(longDue === undefined ? {} : { longDueNotifications: longDue && own.longDueNotifications === true }),
    ...(hosts ? { loginHosts: hosts } : {}),
  }
}
