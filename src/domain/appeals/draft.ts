import { longestName } from '../answer'
import { type CommitmentId, longestCommitment } from '../commitment'
import { idsOf } from '../facts/table'
import type { DraftId, EventId, StoreId } from '../ids'
import { certainSecret, type SecretKind, withoutCertain } from '../text/secrets'
import { daysBetween, isDay, type LocalDay } from '../time/day'
import type { Instant } from '../time/time'

/** An appeal that the seller is writing. Nightlatch stores it and never sends it. */
export type Draft = {
  title: string
  noticed: LocalDay | ''
  reference: string
  /** One issue from the notice per line. */
  happened: string
  /** One cause per line. */
  cause: string
  done: readonly { what: string; on: LocalDay | '' }[]
  measures: readonly PromisedMeasure[]
  /** Names and dates of files, never the files. */
  evidence: readonly { name: string; on: LocalDay | '' }[]
}

export type PromisedMeasure = {
  /** Stays the same when the measure becomes a recurring check. */
  id: CommitmentId
  what: string
  who: string
  /** In days; empty until the seller enters it. */
  every: number | ''
}

/** One version of a draft, as last saved. */
export type SavedDraft = {
  store: StoreId
  run?: string
  /** The id of the save that wrote it. A page must send this id to overwrite it. */
  rev: EventId
  at: Instant
  /** Set on the newest version when the seller archives the draft, which can be restored. */
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
/** Across all drafts. */
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

function textsOf({ title, reference, happened, cause, done, measures, evidence }: Draft): string[] {
  return [
    ...[title, reference, happened, cause],
    ...done.map(({ what }) => what),
    ...measures.flatMap(({ what, who }) => [what, who]),
    ...evidence.map(({ name }) => name),
  ]
}

export function isEmptyDraft(draft: Draft): boolean {
  return textsOf(draft).every((text) => text.trim() === '')
}

/** A part of a draft that is not stored as typed. */
export type Withheld = {
  part: 'title' | 'reference' | 'happened' | 'cause' | 'done' | 'measures' | 'evidence'
  /** The row within the part, counted from 0. */
  row?: number
} & ({ why: SecretKind } | { why: 'too-long'; longest: number })

/**
 * Returns the draft as it may be stored: certain secrets are removed and texts that are too long are cut. The
 * form keeps what was typed and says what is not stored.
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
    // A surrogate pair must not be cut in half.
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
      what: kept(one.what, longestCommitment, 'measures', row),
      who: kept(one.who, longestName, 'measures', row),
    })),
    evidence: evidence.map((one, row) => ({ ...one, name: kept(one.name, longestLine, 'evidence', row) })),
  }
  return { content, withheld }
}

/** In letters. Amazon asks for a concise plan and hardly reads a longer one. */
const concise = 3500
/** One Chinese character says about as much as three letters, one kana or Hangul character as much as two. */
const denser = [
  { signs: /\p{Script=Han}/gu, letters: 3 },
  { signs: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, letters: 2 },
] as const

/** How long a text feels to a reader, in letters of an alphabet. */
function readingLength(text: string): number {
  return denser.reduce(
    (sum, { signs, letters }) => sum + (text.match(signs)?.length ?? 0) * (letters - 1),
    text.length,
  )
}
/** Amazon accepts invoices from the last 365 days. */
const evidenceDays = 365

/** Tells which common mistakes of appeals the draft has. */
function faultsIn(draft: Draft, today: LocalDay) {
  const { noticed, happened, cause, done, measures, evidence } = draft
  const acts = done.filter(({ what }) => what.trim() !== '')
  const promised = measures.filter(({ what }) => what.trim() !== '')
  const files = evidence.filter(({ name }) => name.trim() !== '')
  const texts = textsOf(draft)
  const isAhead = (on: string) => isDay(on) && on > today
  const isOld = (on: string) => isDay(on) && daysBetween(on, today) > evidenceDays
  return {
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
    // Emotional text. Exclamation marks and capitals look the same in every language.
    loud: texts.some((text) => /[!！]|\p{Lu}{2,}(?:\s+\p{Lu}{2,}){3}/u.test(text)),
    long: texts.reduce((sum, text) => sum + readingLength(text), 0) > concise,
  }
}

/** Suggestions only: a draft may keep any of them. */
export type DraftHint = keyof ReturnType<typeof faultsIn>
// Pure, so that the background, which gives no hints, carries none of this.
export const draftHints = /* @__PURE__ */ idsOf(/* @__PURE__ */ faultsIn(emptyDraft, ''))

export function hintsFor(draft: Draft, today: LocalDay): DraftHint[] {
  const faults = faultsIn(draft, today)
  return draftHints.filter((hint) => faults[hint])
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
