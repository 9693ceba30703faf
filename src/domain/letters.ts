import { idsOf } from './facts/table'
import type { Language } from './languages'

/** The languages of marketplaces in which we have letters. Everywhere else Amazon is written to in English. */
const languageOfMarketplace: ReadonlyMap<string, Language> = new Map([
  ['BR', 'pt-BR'],
  ['DE', 'de'],
  ['ES', 'es'],
  ['FR', 'fr'],
  ['IT', 'it'],
  ['JP', 'ja'],
  ['MX', 'es'],
  ['TR', 'tr'],
])

/** Marketplaces that speak neither English nor, all of them, a language in which we have letters. */
const withoutLetters: ReadonlySet<string> = new Set(['BE', 'NL', 'PL', 'SE'])

/** English, the languages of the store's marketplaces, and the one that the seller reads. */
export function letterLanguages(marketplaces: readonly string[], shown: Language): readonly Language[] {
  const local = marketplaces.flatMap((one) => languageOfMarketplace.get(one) ?? [])
  return [...new Set<Language>(['en', ...local, shown])]
}

/** The chosen language if it is offered for this store, otherwise the one of its first marketplace. */
export function letterLanguage(
  chosen: string | undefined,
  marketplaces: readonly string[],
  shown: Language,
): Language {
  const offered = letterLanguages(marketplaces, shown).find((one) => one === chosen)
  const [first] = marketplaces
  return offered ?? (first === undefined ? shown : (languageOfMarketplace.get(first) ?? 'en'))
}

/** Whether a letter for the store's first marketplace is in English for want of one in its own language. */
export function lacksLetters([first]: readonly string[]): boolean {
  return first !== undefined && withoutLetters.has(first)
}

/** What the records can say. `clock`: a date of the run, or the day from which it counts. */
export type BlankSource =
  | 'store-name'
  | 'marketplaces'
  | 'payout-day'
  | 'bank-digits'
  | 'case'
  | 'files'
  | 'who'
  | 'leaver'
  | 'leave-day'
  | { clock: string; part: 'day' | 'since' }

type Row = { from?: BlankSource }

/** The blanks of letters. Texts: `letter_blank_<id>`; a letter names it as `$ID$` (`-` as `_`). */
const table = {
  store: { from: 'store-name' },
  token: {},
  marketplace: { from: 'marketplaces' },
  contact: {},
  'locked-since': {},
  'recovery-start': {},
  'payout-day': { from: 'payout-day' },
  'first-sign': {},
  'not-ours': {},
  actions: {},
  'statement-day': {},
  amount: {},
  reserve: {},
  'transfer-day': {},
  'checked-day': {},
  'bank-digits': { from: 'bank-digits' },
  'notice-day': {},
  reference: {},
  cause: {},
  measures: {},
  attachments: { from: 'files' },
  'deactivated-day': { from: { clock: 'day-60', part: 'since' } },
  reason: {},
  'open-items': {},
  'other-digits': {},
  issue: {},
  subject: {},
  'question-day': {},
  case: { from: 'case' },
  fact: {},
  where: {},
  'answer-day': {},
  point: {},
  document: {},
  writer: { from: 'who' },
  role: {},
  primary: {},
  'since-day': {},
  'legal-name': {},
  'new-user': {},
  mailbox: {},
  received: {},
  'asked-for': {},
  response: {},
  order: {},
  'claim-kind': {},
  article: {},
  'shipped-day': {},
  carrier: {},
  'estimated-day': {},
  delivered: {},
  'buyer-said': {},
  'our-reply': {},
  'refund-day': {},
  'return-state': {},
  'request-day': {},
  documents: {},
  'document-name': {},
  'business-address': {},
  leaver: { from: 'leaver' },
  'leave-day': { from: 'leave-day' },
  asin: {},
  'changed-day': {},
  before: {},
  now: {},
  'our-role': {},
  'other-seller': {},
  violation: {},
  'our-right': {},
  'test-buy': {},
  differences: {},
} as const satisfies Record<string, Row>

export type BlankId = keyof typeof table
export const blankIds = idsOf(table)

export function sourceOf(blank: BlankId): BlankSource | undefined {
  const row: Row = table[blank]
  return row.from
}

/** A piece of a letter: text, or a blank with what the records say of it. */
export type LetterPart = { text: string } | { blank: BlankId; value: string | undefined }

/** Splits a letter, as it stands in the catalog, into its lines, and each line at its blanks. */
export function letterLines(
  letter: string,
  fill: (source: BlankSource) => string | undefined,
): readonly (readonly LetterPart[])[] {
  return letter.split('\n').map((line) =>
    line.split(/\{(\w+)\}/).flatMap((piece, index): LetterPart[] => {
      if (index % 2 === 0) return piece === '' ? [] : [{ text: piece }]
      const blank = blankIds.find((id) => id === piece.replaceAll('_', '-'))
      if (!blank) return [{ text: `{${piece}}` }]
      const from = sourceOf(blank)
      return [{ blank, value: (from && fill(from)) || undefined }]
    }),
  )
}

/** Those that the seller still has to fill, each once. */
export function openBlanks(lines: readonly (readonly LetterPart[])[]): readonly BlankId[] {
  const open = lines
    .flat()
    .flatMap((part) => ('blank' in part && part.value === undefined ? [part.blank] : []))
  return [...new Set(open)]
}
