import { largestFile, type Refused } from '../domain/stored-data/import-report'
import { type Contents, type Raw, valuesOf, type YieldIfDue } from './contents'
import { asideOf } from './format/codec'
import { kinds } from './kinds'

/** The most values set aside as damaged, and the most that only a later version knows. */
const mostOther = 1000

/** Counts everything that has a bound. The limits within one value are in its shape. */
function* countsOf(contents: Contents): Generator<{ name: string; count: number; most: number }> {
  for (const kind of kinds) {
    const { bounds = [] } = kind
    const values = bounds.length > 0 ? valuesOf(contents, kind) : new Map()
    for (const { name, most, count } of bounds) yield { name, count: count(values), most }
  }
  const aside = [...contents.other.keys()].filter((key) => asideOf(key) !== undefined).length
  yield { name: 'damaged', count: aside, most: mostOther }
  yield { name: 'other', count: contents.other.size - aside, most: mostOther }
}

/**
 * Returns the first bound that the contents exceed: such a file or merge is refused.
 * @param before what is stored already: if that exceeds a bound, only an increase is refused.
 */
export function tooMuchIn(contents: Contents, before?: Contents): Refused | undefined {
  const were = before ? [...countsOf(before)].map(({ count }) => count) : []
  const beyond = [...countsOf(contents)].find(({ count, most }, at) => count > Math.max(most, were[at] ?? 0))
  return beyond && { kind: 'refused', why: 'too-many', where: beyond.name }
}

/** The size of a text in UTF-8. */
export function bytesIn(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // A surrogate pair has four bytes: two for each half.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** The approximate size in an export. */
export async function bytesOf(raw: Raw, yieldIfDue: YieldIfDue): Promise<number> {
  let bytes = 0
  for (const [key, value] of Object.entries(raw)) {
    bytes += key.length + bytesIn(JSON.stringify(value) ?? '')
    await yieldIfDue()
  }
  return bytes
}

/** True if the file and the stored data together exceed the size of a file. */
export async function isTooLarge(after: Raw, before: Raw, yieldIfDue: YieldIfDue): Promise<boolean> {
  const bytes = await bytesOf(after, yieldIfDue)
  return bytes > largestFile && bytes > (await bytesOf(before, yieldIfDue))
}
