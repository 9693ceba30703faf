import { mostDraftVersions } from '../../domain/appeals/draft'
import { mostStores } from '../../domain/checklist'
import { mostMeasuresInAll } from '../../domain/commitment'
import { mostRuns } from '../../domain/playbooks/playbook'
import { mostRows } from '../../domain/registers/register'
import { largestFile, type Refused } from '../../domain/stored-data/import-report'
import type { Breathe, Contents, Raw } from '../snapshot'
import { asideOf } from './codec'

// How much there may be of everything. What one value may hold, its own schema says. Far more than an agency with two
// hundred stores has; a file, or a file and what is here together, that goes beyond a bound is refused.

const most = {
  stores: mostStores,
  measures: mostMeasuresInAll,
  /** Some sixty checks of each store. */
  record: 40_000,
  /** Days, and entries in all. */
  journal: 20_000,
  entries: 100_000,
  run: mostRuns,
  register: 5000,
  draft: mostDraftVersions,
  /** Values that could not be read once. */
  damaged: 1000,
  /** What only a later version knows. */
  other: 1000,
} as const

function countsOf({ stores, records, journal, runs, rows, drafts, other }: Contents) {
  const all = stores?.stores ?? []
  const aside = [...other.keys()].filter((key) => asideOf(key) !== undefined).length
  return {
    stores: all.length,
    measures: all.reduce((sum, { measures = [] }) => sum + measures.length, 0),
    record: records.size,
    journal: journal.size,
    entries: [...journal.values()].reduce((sum, day) => sum + day.length, 0),
    run: runs.size,
    register: rows.size,
    draft: drafts.size,
    damaged: aside,
    other: other.size - aside,
  } satisfies Record<keyof typeof most, number>
}

/** The longest register of all. */
function longestRegister({ rows }: Contents): number {
  const counts = new Map<string, number>()
  for (const key of rows.keys()) {
    const register = key.slice(0, key.lastIndexOf('/'))
    counts.set(register, (counts.get(register) ?? 0) + 1)
  }
  return [...counts.values()].reduce((longest, count) => Math.max(longest, count), 0)
}

/**
 * What of it is more than there may be.
 * @param before what is there already: where that is beyond a bound, only more of it is too much.
 */
export function tooMuchIn(contents: Contents, before?: Contents): Refused | undefined {
  const [counts, were] = [countsOf(contents), before && countsOf(before)]
  const names = Object.keys(most) as (keyof typeof most)[]
  const beyond = names.find((name) => counts[name] > Math.max(most[name], were?.[name] ?? 0))
  if (beyond !== undefined) return { kind: 'refused', why: 'too-many', where: beyond }
  return longestRegister(contents) > Math.max(mostRows, before ? longestRegister(before) : 0)
    ? { kind: 'refused', why: 'too-many', where: 'register' }
    : undefined
}

/** Of a text in UTF-8. */
export function bytesIn(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // A pair of surrogates has four bytes: two for each half.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** In an export, roughly. */
export async function bytesOf(raw: Raw, breathe: Breathe): Promise<number> {
  let bytes = 0
  for (const [key, value] of Object.entries(raw)) {
    bytes += key.length + bytesIn(JSON.stringify(value) ?? '')
    await breathe()
  }
  return bytes
}

/** A file and what is here would together be more than one of them may be. */
export async function isTooLarge(after: Raw, before: Raw, breathe: Breathe): Promise<boolean> {
  const bytes = await bytesOf(after, breathe)
  return bytes > largestFile && bytes > (await bytesOf(before, breathe))
}
