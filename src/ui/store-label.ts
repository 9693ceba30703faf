import type { Overview, StoreView } from '../domain/overview'
import { presentStores } from '../domain/present-stores'
import { hasWords } from '../domain/text/search'
import type { I18n } from '../i18n/i18n'
import { isStoreFront, type Marketplace, marketplaceOf, type StoreFrontHost } from '../pages/hosts'

/** "A · My shop": the letter that a card may use, and the name that only our own pages show. */
export function storeName({ translate }: I18n, { letter, name }: Pick<StoreView, 'letter' | 'name'>): string {
  return translate('store_with_letter', { letter, name: name || translate('store_unnamed') })
}

/** Whether a store is meant by some words: of its name, its group or its sites. */
export function isMeant(i18n: I18n, store: StoreView, words: string): boolean {
  return hasWords([storeName(i18n, store), store.group, ...store.fronts].join(' '), words.trim())
}

/** The groups that stores are in, in the order of the alphabet. */
export function groupsIn(stores: readonly StoreView[], { locale }: Pick<I18n, 'locale'>): readonly string[] {
  const groups = new Set(stores.flatMap(({ group }) => group ?? []))
  return [...groups].sort((a, b) => a.localeCompare(b, locale))
}

export function hasSeveral(overview: Pick<Overview, 'stores'>): boolean {
  return presentStores(overview).length > 1
}

/** The host for a store's links. Undefined if none is known. */
export function frontOf({ fronts }: Pick<StoreView, 'fronts'>): StoreFrontHost | undefined {
  const [front] = fronts
  return front !== undefined && isStoreFront(front) ? front : undefined
}

/** The known marketplaces of a store. Figures, steps and letters depend on them. */
export function marketplacesOf({ fronts }: Pick<StoreView, 'fronts'>): readonly Marketplace[] {
  return [...new Set(fronts.filter(isStoreFront).map(marketplaceOf))]
}
