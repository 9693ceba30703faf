import { longestName } from '../answer'
import { longestMeasure, type MeasureId } from '../commitment'
import type { DraftId, EventId, StoreId } from '../ids'
import { certainSecret, type SecretKind, withoutCertain } from '../text/secrets'
import { daysBetween, isDay, type LocalDay } from '../time/day'
import type { Instant } from '../time/time'

/** An appeal that the seller is writing: kept here, sent by the seller on Amazon's own page or not at all. */
export type Draft = {
  /** What the seller calls it. */
  title: string
  /** Empty, or a day. */
  noticed: LocalDay | ''
  reference: string
  /** One issue of the notice on each line. */
  happened: string
  /** One cause on each line. */
  cause: string
  done: readonly { what: string; on: LocalDay | '' }[]
  measures: readonly PromisedMeasure[]
  /** Names and dates: a file itself is never taken. */
  evidence: readonly { name: string; on: LocalDay | '' }[]
}

export type PromisedMeasure = {
  /** Stays the same when the measure becomes a recurring check. */
  id: MeasureId
  what: string
  who: string
  /** Days; empty while not said. */
  every: number | ''
}

/** One version of a draft as it was saved last. */
export type SavedDraft = {
  store: StoreId
  /** The run of a playbook that it belongs to. */
  run?: string
  /** Id of the save that wrote it. To overwrite it, a page must send this id. */
  rev: EventId
  at: Instant
  /** On the newest version: put aside by the seller, and can come back. */
  removed?: LocalDay
  content: Draft
}

export type DraftLabel = {
  id: DraftId
  store: StoreId
  run?: string
  title: string
  removed?: LocalDay
  /** Oldest first. */
  versions: readonly { version: number; at: Instant; rev: EventId }[]
}

export const longestTitle = 80
export const longestPart = 4000
export const longestLine = 300
export const mostLines = 60
/** Of all drafts together. */
export const mostDraftVersions = 5000

export const emptyDraft: Draft = {
  title: '',
  noticed: '',
  reference: '',
  happened: '',
  cause: '',
  done: [],
  measures: [],
  evidence: [],
}

/** All that a seller has typed in words. */
function textsOf({ title, reference, happened, cause, done, measures, evidence }: Draft): string[] {
  return [
    ...[title, reference, happened, cause],
    ...done.map(({ what }) => what),
    ...measures.flatMap(({ what, who }) => [what, who]),
    ...evidence.map(({ name }) => name),
  ]
}

/** Nothing of it was written yet. */
export function isEmptyDraft(draft: Draft): boolean {
  return textsOf(draft).every((text) => text.trim() === '')
}

/** A part of a draft that is not stored as it was typed. */
export type Withheld = {
  part: 'title' | 'reference' | 'happened' | 'cause' | 'done' | 'measures' | 'evidence'
  /** Which of the part's rows, from 0. */
  row?: number
} & ({ why: SecretKind } | { why: 'too-long'; longest: number })

/**
 * The draft as it may be stored: without certain secrets and without the end of a text that is too long. The other fields
 * are stored all the same. The form keeps everything, and says what is not stored.
 */
export function storableDraft(draft: Draft): { content: Draft; withheld: readonly Withheld[] } {
  const withheld: Withheld[] = []
  const kept = (text: string, longest: number, part: Withheld['part'], row?: number): string => {
    const where = row === undefined ? { part } : { part, row }
    const why = certainSecret(text)
    if (why) withheld.push({ ...where, why })
    const rest = why ? withoutCertain(text) : text
    if (rest.length <= longest) return rest
    withheld.push({ ...where, why: 'too-long', longest })
    // Do not cut a character in half.
    return rest.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  }
  const { title, reference, happened, cause, done, measures, evidence } = draft
  const content = {
    ...draft,
    title: kept(title, longestTitle, 'title'),
    reference: kept(reference, longestLine, 'reference'),
    happened: kept(happened, longestPart, 'happened'),
    cause: kept(cause, longestPart, 'cause'),
    done: done.map((one, row) => ({ ...one, what: kept(one.what, longestLine, 'done', row) })),
    measures: measures.map((one, row) => ({
      ...one,
      what: kept(one.what, longestMeasure, 'measures', row),
      who: kept(one.who, longestName, 'measures', row),
    })),
    evidence: evidence.map((one, row) => ({ ...one, name: kept(one.name, longestLine, 'evidence', row) })),
  }
  return { content, withheld }
}

/** Common faults of appeals that can be seen in the draft. Hints, not rules. */
export const draftHints = [
  'no-happened',
  'no-cause',
  'no-done',
  'no-measures',
  'no-evidence',
  'too-soon',
  'fewer-causes',
  'not-yet-done',
  'undated',
  'loose-measure',
  'old-evidence',
  'left-over',
  'loud',
  'long',
] as const
export type DraftHint = (typeof draftHints)[number]

/** Amazon asks for a concise plan; a longer one is hardly read. */
const concise = 3500
/** One Chinese character says about as much as three letters, one of kana or Hangul as much as two. */
const denser = [
  { signs: /\p{Script=Han}/gu, letters: 3 },
  { signs: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, letters: 2 },
] as const

/** The length of a text to its reader, in letters of an alphabet. */
function readingLength(text: string): number {
  return denser.reduce(
    (sum, { signs, letters }) => sum + (text.match(signs)?.length ?? 0) * (letters - 1),
    text.length,
  )
}
/** Days for which Amazon accepts an invoice. */
const evidenceDays = 365

export function hintsFor(draft: Draft, today: LocalDay): DraftHint[] {
  const { noticed, happened, cause, done, measures, evidence } = draft
  const acts = done.filter(({ what }) => what.trim() !== '')
  const promised = measures.filter(({ what }) => what.trim() !== '')
  const files = evidence.filter(({ name }) => name.trim() !== '')
  const texts = textsOf(draft)
  const isAhead = (on: string) => isDay(on) && on > today
  const isOld = (on: string) => isDay(on) && daysBetween(on, today) > evidenceDays
  const found: Record<DraftHint, boolean> = {
    'no-happened': linesOf(happened).length === 0,
    'no-cause': linesOf(cause).length === 0,
    'no-done': acts.length === 0,
    'no-measures': promised.length === 0,
    'no-evidence': files.length === 0,
    'too-soon': noticed !== '' && noticed === today,
    'fewer-causes': linesOf(cause).length > 0 && linesOf(cause).length < linesOf(happened).length,
    'not-yet-done': acts.some(({ on }) => isAhead(on)),
    undated: acts.some(({ on }) => on === '') || files.some(({ on }) => on === ''),
    'loose-measure': promised.some(({ who, every }) => who.trim() === '' || every === ''),
    'old-evidence': files.some(({ on }) => isOld(on)),
    'left-over': texts.some((text) => /\[[^\]]*\]|\.\.\.\.|…{2}|\bXX+\b/.test(text)),
    // Feelings; the marks are the same in every language.
    loud: texts.some((text) => /[!！]|\p{Lu}{2,}(?:\s+\p{Lu}{2,}){3}/u.test(text)),
    long: texts.reduce((sum, text) => sum + readingLength(text), 0) > concise,
  }
  return draftHints.filter((hint) => found[hint])
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
