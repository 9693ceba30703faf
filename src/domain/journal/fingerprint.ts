import { isDay, type LocalDay } from '../time/day'
import type { JournalEntry, JournalPage } from './journal'

/** SHA-256 of a text in UTF-8, as 64 lowercase hexadecimal digits. */
export type Hash = (text: string) => Promise<string>

/** From one day to another, both included. */
export type Span = { from: LocalDay; to: LocalDay }

/** What the journal of a span comes to (docs/report.md): the same entries always give the same hash. */
export type Fingerprint = Span & { entries: number; hash: string }

/** The id of an entry, and its own hash. */
export type EntryHash = readonly [id: string, hash: string]

/** JSON with sorted names and without spaces (RFC 8785). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
  return `{${members.join(',')}}`
}

/** The canonical text of an entry: as it is stored, whichever version reads it. */
export function canonicalEntry({ what, ...entry }: JournalEntry): string {
  return canonical({ ...entry, what: what.kind === 'later-version' ? what.raw : what })
}

export function hashesOf(entries: readonly JournalEntry[], hash: Hash): Promise<EntryHash[]> {
  return Promise.all(entries.map(async (entry) => [entry.id, await hash(canonicalEntry(entry))] as const))
}

/** @param hashes of all entries of the span, in any order. */
export async function fingerprintOf(
  { from, to }: Span,
  hashes: readonly EntryHash[],
  hash: Hash,
): Promise<Fingerprint> {
  const entries = hashes.length
  const lines = [`nightlatch-journal/1/${from}/${to}/${entries}`, ...hashes.map(([, one]) => one).sort()]
  return { from, to, entries, hash: await hash(lines.map((line) => `${line}\n`).join('')) }
}

/** The fingerprint without its hash, as the history table has it in a cell of its own. */
export function spanText({ from, to, entries }: Omit<Fingerprint, 'hash'>): string {
  return `${from}/${to}/${entries}`
}

/** The fingerprint as a report shows it, in one piece. */
export function fingerprintText(fingerprint: Fingerprint): string {
  return `${spanText(fingerprint)}/${fingerprint.hash}`
}

/** What is left of an earlier report: its fingerprint, and the hashes of its entries if its history table is there. */
export type Earlier = { fingerprint: Fingerprint; hashes: readonly EntryHash[] }

/**
 * Finds the fingerprint in a text that was pasted, or in a history table, whichever program saved it again. A text may
 * come from anywhere.
 * @returns undefined if there is none.
 */
export function earlierIn(text: string): Earlier | undefined {
  const between = '["\\s;,/]{1,4}'
  const found = new RegExp(
    `(?<!\\d)(\\d{4}-\\d\\d-\\d\\d)/(\\d{4}-\\d\\d-\\d\\d)/(\\d{1,6})${between}([0-9a-f]{64})(?![0-9a-f])`,
    'i',
  ).exec(text)
  const [, from = '', to = '', entries = '', hash = ''] = found ?? []
  if (!isDay(from) || !isDay(to)) return undefined
  const rows = text.matchAll(/(?:^|[";,\t])'?([\w-]{1,100})"?[;,\t]"?([0-9a-f]{64})"?[;,\t]*\r?$/gm)
  return {
    fingerprint: { from, to, entries: Number(entries), hash: hash.toLowerCase() },
    hashes: [...rows].map(([, id = '', one = '']) => [id, one] as const),
  }
}

export type Comparison =
  | { kind: 'same' }
  /** Ids of entries that both have with other contents, of those that are gone, and of those that are new. */
  | { kind: 'differ'; changed: readonly string[]; missing: readonly string[]; added: readonly string[] }
  /** The hash is another one, and without the history table nobody can tell which entries differ. */
  | { kind: 'not-the-same' }
  /** The entries in the table don't make its fingerprint. */
  | { kind: 'table-altered' }
  /** Through which day, and on which, if that is known. */
  | { kind: 'dropped'; through: LocalDay; on?: LocalDay }
  | { kind: 'unreadable'; days: number }

/** @param now the entries of the earlier span, as they are stored now. */
export async function compared(
  { fingerprint, hashes }: Earlier,
  now: Pick<JournalPage, 'dropped' | 'drops' | 'entries'> & { unreadable: number },
  hash: Hash,
): Promise<Comparison> {
  const isWhole = hashes.length > 0
  if (isWhole && (await fingerprintOf(fingerprint, hashes, hash)).hash !== fingerprint.hash)
    return { kind: 'table-altered' }
  const mine = await hashesOf(now.entries, hash)
  if ((await fingerprintOf(fingerprint, mine, hash)).hash === fingerprint.hash) return { kind: 'same' }
  if (now.dropped && now.dropped.through >= fingerprint.from) {
    const last = now.drops?.findLast(
      ({ from, through }) => from <= fingerprint.to && through >= fingerprint.from,
    )
    return last
      ? { kind: 'dropped', through: last.through, on: last.on }
      : { kind: 'dropped', through: now.dropped.through }
  }
  if (now.unreadable > 0) return { kind: 'unreadable', days: now.unreadable }
  if (!isWhole && fingerprint.entries > 0) return { kind: 'not-the-same' }
  const [before, after] = [byId(hashes), byId(mine)]
  return {
    kind: 'differ',
    changed: [...before].filter(([id, one]) => after.has(id) && after.get(id) !== one).map(([id]) => id),
    missing: [...before.keys()].filter((id) => !after.has(id)),
    added: [...after.keys()].filter((id) => !before.has(id)),
  }
}

/** Two days may each have an entry of one id. */
function byId(hashes: readonly EntryHash[]): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>()
  for (const [id, hash] of hashes) found.set(id, [...(found.get(id) ?? []), hash])
  return new Map([...found].map(([id, all]) => [id, all.sort().join(' ')]))
}
