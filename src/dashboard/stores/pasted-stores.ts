import type { NewStore } from '../../domain/checklist'
import type { StoreView } from '../../domain/overview'
import { visibleLine } from '../../domain/text/visible'
import { isStoreFront, type StoreFrontHost, storeFronts } from '../../pages/hosts'

type Read = Pick<NewStore, 'name' | 'fronts' | 'group'>

/** A line that can't be added, and why. */
export type BadLine = {
  line: string
  why: 'no-name' | 'parts' | 'known' | 'full' | { site: string } | { text: string }
}

/**
 * Reads stores from lines such as `Acme Europe | amazon.de, amazon.fr | Client A`.
 * @param room how many more stores fit.
 * @param problemOf why a text can't be stored, if it can't.
 */
export function storesIn(
  pasted: string,
  known: readonly Pick<StoreView, 'name'>[],
  room: number,
  problemOf: (text: string) => string | undefined,
): { good: readonly { line: string; store: Read }[]; bad: readonly BadLine[] } {
  const names = new Set(known.map(({ name }) => name))
  const good: { line: string; store: Read }[] = []
  const bad: BadLine[] = []
  for (const line of pasted.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const read = storeIn(line, problemOf)
    if ('why' in read) bad.push({ line, why: read.why })
    else if (names.has(read.name)) bad.push({ line, why: 'known' })
    else if (good.length >= room) bad.push({ line, why: 'full' })
    else {
      names.add(read.name)
      good.push({ line, store: read })
    }
  }
  return { good, bad }
}

function storeIn(line: string, problemOf: (text: string) => string | undefined): Read | Pick<BadLine, 'why'> {
  const [name = '', sites = '', group = '', ...more] = line.split('|').map(visibleLine)
  if (name === '') return { why: 'no-name' }
  if (more.some((part) => part !== '')) return { why: 'parts' }
  const text = problemOf(name) ?? problemOf(group)
  if (text !== undefined) return { why: { text } }
  const fronts: StoreFrontHost[] = []
  for (const site of sites.split(/[\s,;]+/).filter((one) => one !== '')) {
    const front = frontIn(site)
    if (!front) return { why: { site } }
    fronts.push(front)
  }
  return { name, fronts: [...new Set(fronts)], ...(group === '' ? {} : { group }) }
}

/** `sellercentral.amazon.de`, an address on it, `www.amazon.de` or `amazon.de`. */
function frontIn(site: string): StoreFrontHost | undefined {
  const host = site
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
  if (isStoreFront(host)) return host
  const shop = host.replace(/^www\./, '')
  return storeFronts.find((front) => front.host === `sellercentral.${shop}`)?.host
}
