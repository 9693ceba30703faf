import type { StoreView } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import { isStoreFront, type StoreFrontHost } from '../pages/hosts'

/** "A · My shop": the letter that a card may use, and the name that only our own pages show. */
export function storeName({ translate }: I18n, { letter, name }: Pick<StoreView, 'letter' | 'name'>): string {
  return translate('store_with_letter', { letter, name: name || translate('store_unnamed') })
}

/** The host that a store's links lead to; undefined while none is known. */
export function frontOf({ fronts }: Pick<StoreView, 'fronts'>): StoreFrontHost | undefined {
  const [front] = fronts
  return front !== undefined && isStoreFront(front) ? front : undefined
}
