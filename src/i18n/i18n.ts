import { localeFor } from '../domain/languages'
import { lazily } from '../domain/lazily'
import { type DateFormat, isDateFormat } from '../domain/settings'
import type { Instant, LocalDay } from '../domain/time/time'
import { dayFormat, momentFormat, momentInFile, timeFormat } from './date-format'
import type { MessageName, PageText } from './surfaces'

type Messages = typeof import('../../assets/_locales/en/messages.json')

export type { MessageName }

/** A language's texts by name, placeholders as `{day}`. vite.config.ts makes it from a messages.json. */
export type Catalogue<N extends MessageName = MessageName> = Readonly<Record<N, string>>

type Values<N extends MessageName> = Messages[N] extends { placeholders: infer P }
  ? [values: { [K in keyof P]: string }]
  : []

/** Any name that starts with the same word as one of these. */
type FamilyOf<N extends MessageName> = `${FirstWord<N>}_${string}`
type FirstWord<N extends MessageName> = N extends `${infer First}_${string}` ? First : never

/** Names of texts that depend on a number, without ending: `waiting` for `waiting_one`, `waiting_other`. */
type PluralName = BaseOf<MessageName>
type BaseOf<N extends MessageName> = N extends `${infer Base}_other` ? Base : never

/** The other placeholders of such a text besides the count. */
type Further<N extends PluralName> = Messages[`${N}_other`] extends { placeholders: infer P }
  ? Exclude<keyof P, 'count'> extends never
    ? []
    : [values: { [K in Exclude<keyof P, 'count'>]: string }]
  : []

/** Everything besides the language that decides how dates and times are written. */
export type Conventions = {
  /** IANA name of the zone in which times are shown. */
  timeZone: string
  /** The browser's preferred languages, best first. */
  languages?: readonly string[]
  settings?: { dateFormat?: string | undefined; clock?: string | undefined }
  /** The English texts, used if a text is missing. Texts of our pages are completed at build time. */
  english?: () => Readonly<Record<string, string>>
}

/** @template Name the texts available: those of one script, or those that all callers share. */
export type I18n<Name extends MessageName = PageText> = {
  /** As in `lang="…"`. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** The locale of dates and times, such as `en-GB` for texts in `en`. */
  locale: string
  /** The numeric format of dates, if the seller chose one. */
  dateFormat: DateFormat | undefined
  /** A missing name or placeholder does not compile. */
  translate<N extends Name>(name: N, ...values: Values<N>): string
  /** The text for a count, by the plural rules of the language. The text has the placeholder `count`. */
  plural<N extends PluralName & BaseOf<Name>>(name: N, count: number, ...values: Further<N>): string
  number(value: number): string
  /** "India": a marketplace by its ISO country, or `EU` for the European Union. */
  country(code: string): string
  /** "a, b and c". */
  list(values: readonly string[]): string
  /** "20:00" or "8:00 pm": an hour of the day. */
  hour(hour: number): string
  /** The text for a name built from stored ids, with their `-` as `_`. Undefined if there is none. */
  textOf(name: FamilyOf<Name>): string | undefined
  /** "3 March 2026" or "03/03/2026". */
  day(day: LocalDay): string
  /**
   * "Tue, 24 Nov 2026, 09:00" or "Tue 24/11/2026, 9:00 am", in the seller's time zone. With the year, because
   * records are read years later.
   */
  moment(instant: Instant): string
  /** "Tue 24 Nov, 09:00", for short lines about times within a year. In figures the same as `moment`. */
  soon(instant: Instant): string
  /** "2026-11-24T09:00:00+01:00", in the seller's time zone, for files. */
  inFile(instant: Instant): string
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur'])

export function createI18n<Name extends MessageName>(
  catalogue: Catalogue<Name>,
  { timeZone, languages = [], settings: { dateFormat, clock } = {}, english }: Conventions,
): I18n<Name> {
  const texts: Readonly<Record<string, string>> = catalogue
  const lang = texts['lang'] ?? 'en'
  const locale = localeFor(lang, languages)
  const rules = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)
  // Formats are slow to make, and most background texts have no date.
  const days = lazily(() => dayFormat(locale, dateFormat, 'UTC'))
  const hours = lazily(() => timeFormat(locale, clock, 'UTC'))
  const countries = lazily(() => new Intl.DisplayNames(lang, { type: 'region' }))
  const lists = new Intl.ListFormat(lang)
  const fill = (text: string, values: Record<string, string> = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  // A missing text is shown in English, or as its name, so that no view fails because of it.
  const inEnglish = lazily((): Readonly<Record<string, string>> => english?.() ?? {})
  const find = (name: string): string | undefined => own(texts, name) || own(inEnglish(), name)
  const filled = (name: string, values?: Record<string, string>) => fill(find(name) ?? name, values)
  const inWords = (year?: 'numeric') => momentFormat(locale, clock, timeZone, year).format
  const inFigures = () => {
    const parts = {
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone }),
      day: dayFormat(locale, dateFormat, timeZone),
      time: timeFormat(locale, clock, timeZone),
    }
    // The date is in another locale than weekday and time, so a message puts them in order.
    return (date: Date) =>
      filled('moment_in_figures', {
        weekday: parts.weekday.format(date),
        day: parts.day.format(date),
        time: parts.time.format(date),
      })
  }
  const moments = lazily(() => (isDateFormat(dateFormat) ? inFigures() : inWords('numeric')))
  const promises = lazily(() => (isDateFormat(dateFormat) ? inFigures() : inWords()))
  return {
    lang,
    locale,
    dateFormat: isDateFormat(dateFormat) ? dateFormat : undefined,
    dir: rightToLeft.has(lang.split('-')[0] ?? lang) ? 'rtl' : 'ltr',
    translate: (name, ...values) => filled(name, values[0]),
    plural(name, count, ...further: [values?: Record<string, string>]) {
      const form = own(texts, `${name}_${rules.select(count)}`) || own(texts, `${name}_other`)
      // English has its own plural rules: what is "few" in Polish is "other" in English.
      const foreign = () => {
        const form = new Intl.PluralRules('en').select(count)
        return own(inEnglish(), `${name}_${form}`) || own(inEnglish(), `${name}_other`)
      }
      return fill(form || foreign() || '{count}', { ...further[0], count: numbers.format(count) })
    },
    hour: (hour) => hours().format(new Date(Date.UTC(2000, 0, 1, hour))),
    number: (value) => numbers.format(value),
    country: (code) => countries().of(code) ?? code,
    list: (values) => lists.format(values),
    textOf(name) {
      return find(name.replaceAll('-', '_')) || undefined
    },
    day: (day) => days().format(new Date(`${day}T00:00Z`)),
    moment: (instant) => moments()(new Date(instant)),
    soon: (instant) => promises()(new Date(instant)),
    inFile: (instant) => momentInFile(instant, timeZone),
  }
}

/** The name may come from stored data, so inherited properties such as `constructor` don't count. */
function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined
}
