import { localeFor } from '../domain/languages'
import { type DateFormat, isDateFormat } from '../domain/settings'
import type { Instant, LocalDay } from '../domain/time/time'
import { dayFormat, momentFormat, momentInFile, timeFormat } from './date-format'

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

/** What such a text holds besides the count. */
type Further<N extends PluralName> = Messages[`${N}_other`] extends { placeholders: infer P }
  ? Exclude<keyof P, 'count'> extends never
    ? []
    : [values: { [K in Exclude<keyof P, 'count'>]: string }]
  : []

/** What decides, beside the language, how dates and times are written. */
export type Conventions = {
  /** IANA name; times are shown in it. */
  timeZone: string
  /** What the seller's browser prefers, best first. */
  languages?: readonly string[]
  /** What the seller chose. */
  settings?: { dateFormat?: string | undefined; clock?: string | undefined }
  /** The English texts, asked for when a text is missing. Our pages have theirs filled up when they are built. */
  english?: () => Catalogue
}

export type I18n = {
  /** As in `lang="…"`. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** Whose dates and times these are: `en-GB` where the texts are in `en`. */
  locale: string
  /** Dates are in figures, so. */
  dateFormat: DateFormat | undefined
  /** A missing name or placeholder does not compile. */
  translate<N extends MessageName>(name: N, ...values: Values<N>): string
  /** The text for a count, chosen by the language's own plural rules; the text has the placeholder `count`. */
  plural<N extends PluralName>(name: N, count: number, ...values: Further<N>): string
  number(value: number): string
  /** "a, b and c". */
  list(values: readonly string[]): string
  /** "20:00" or "8:00 pm": an hour of the day. */
  hour(hour: number): string
  has(name: string): name is MessageName
  /** The text by a name that is put together of stored ids, their `-` as `_`; undefined where there is none. */
  textOf(name: string): string | undefined
  /** "3 March 2026" or "03/03/2026". */
  day(day: LocalDay): string
  /**
   * "Tue, 24 Nov 2026, 09:00" or "Tue 24/11/2026, 9:00 am", in the seller's own zone. With its year: a record is read
   * years later.
   */
  moment(instant: Instant): string
  /** "Tue 24 Nov, 09:00": of what is promised within a year, where a line is short. In figures it is as any moment. */
  soon(instant: Instant): string
  /** "2026-11-24T09:00:00+01:00": in a file, in the seller's own zone. */
  inFile(instant: Instant): string
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur'])

export function createI18n(
  catalogue: Catalogue,
  { timeZone, languages = [], settings: { dateFormat, clock } = {}, english }: Conventions,
): I18n {
  const lang = catalogue.lang
  const locale = localeFor(lang, languages)
  const rules = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)
  const days = lazily(() => dayFormat(locale, dateFormat, 'UTC'))
  const hours = lazily(() => timeFormat(locale, clock, 'UTC'))
  const lists = new Intl.ListFormat(lang)
  const fill = (text: string, values: Record<string, string> = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const has = (name: string): name is MessageName => Object.hasOwn(catalogue, name)
  // A text that is missing is shown in English, and at worst by its name: drawing never fails for want of a word.
  const inEnglish = lazily((): Readonly<Record<string, string>> => english?.() ?? {})
  const texts: Readonly<Record<string, string>> = catalogue
  const find = (name: string): string | undefined => own(texts, name) || own(inEnglish(), name)
  const translate: I18n['translate'] = (name, ...values) => fill(find(name) ?? name, values[0])
  const inWords = (year?: 'numeric') => momentFormat(locale, clock, timeZone, year).format
  const inFigures = () => {
    const parts = {
      weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone }),
      day: dayFormat(locale, dateFormat, timeZone),
      time: timeFormat(locale, clock, timeZone),
    }
    // The figures are another locale's than weekday and time: only the language knows how they stand together.
    return (date: Date) =>
      translate('moment_in_figures', {
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
    translate,
    plural(name, count, ...further: [values?: Record<string, string>]) {
      const form = own(texts, `${name}_${rules.select(count)}`) || own(texts, `${name}_other`)
      // English has its own rules: Polish "few" is its "other".
      const foreign = () => {
        const form = new Intl.PluralRules('en').select(count)
        return own(inEnglish(), `${name}_${form}`) || own(inEnglish(), `${name}_other`)
      }
      return fill(form || foreign() || '{count}', { ...further[0], count: numbers.format(count) })
    },
    hour: (hour) => hours().format(new Date(Date.UTC(2000, 0, 1, hour))),
    number: (value) => numbers.format(value),
    list: (values) => lists.format(values),
    has,
    textOf(name) {
      return find(name.replaceAll('-', '_')) || undefined
    },
    day: (day) => days().format(new Date(`${day}T00:00Z`)),
    moment: (instant) => moments()(new Date(instant)),
    soon: (instant) => promises()(new Date(instant)),
    inFile: (instant) => momentInFile(instant, timeZone),
  }
}

/** A name may come from what is stored: not what every object has. */
function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined
}

/** Only when it is first asked for: most of what the background says has no date, and a format takes its time to make. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
