import type { Instant, LocalDay } from '../domain/time'

type Messages = typeof import('../../assets/_locales/en/messages.json')
export type MessageName = Exclude<keyof Messages, 'default'>

/** A language's texts by name, placeholders written `{day}`: what vite.config.ts makes of a messages.json. */
export type Catalogue = Readonly<Record<MessageName, string>>

type Values<N extends MessageName> = Messages[N] extends { placeholders: infer P }
  ? [values: { [K in keyof P]: string }]
  : []

/** Names whose text depends on a number, without their ending: `waiting` for `waiting_one`, `waiting_other`. */
type PluralName = {
  [N in MessageName]: N extends `${infer Base}_other` ? Base : never
}[MessageName]

export type I18n = {
  /** As in `lang="…"`. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** A missing name or placeholder does not compile. */
  translate<N extends MessageName>(name: N, ...values: Values<N>): string
  /** The text for a count, chosen by the language's own plural rules; the text has the placeholder `count`. */
  plural(name: PluralName, count: number): string
  number(value: number): string
  /** "a, b and c". */
  list(values: readonly string[]): string
  /** "8 pm" or "20:00": an hour of the day. */
  hour(hour: number): string
  has(name: string): name is MessageName
  /** "3 March 2026". */
  day(day: LocalDay): string
  /** "Tue 24 Nov, 09:00", in the seller's own zone. */
  moment(instant: Instant): string
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur'])

/** @param timeZone IANA name; times are shown in it. */
export function createI18n(catalogue: Catalogue, timeZone: string): I18n {
  const lang = catalogue.lang
  const rules = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)
  const days = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const hours = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(lang)
  const fill = (text: string, values: Record<string, string> = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return {
    lang,
    dir: rightToLeft.has(lang.split('-')[0] ?? lang) ? 'rtl' : 'ltr',
    translate: (name, ...values) => fill(catalogue[name], values[0]),
    plural(name, count) {
      const texts: Readonly<Record<string, string>> = catalogue
      const text = texts[`${name}_${rules.select(count)}`] ?? texts[`${name}_other`] ?? ''
      return fill(text, { count: numbers.format(count) })
    },
    hour: (hour) => hours.format(new Date(Date.UTC(2000, 0, 1, hour))),
    number: (value) => numbers.format(value),
    list: (values) => lists.format(values),
    has: (name): name is MessageName => Object.hasOwn(catalogue, name),
    day: (day) => days.format(new Date(`${day}T00:00Z`)),
    moment: (instant) => moments.format(new Date(instant)),
  }
}
