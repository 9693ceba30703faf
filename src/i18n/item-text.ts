import type { ThresholdId } from '../domain/facts/thresholds'
import type { HappeningId } from '../domain/incidents'
import type { ChecklistArea, ItemId } from '../domain/items'
import type { PageId } from '../domain/page'
import type { I18n } from './i18n'

type Snake<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S

export function snake<S extends string>(id: S): Snake<S> {
  return id.replaceAll('-', '_') as Snake<S>
}

/** Why and how of an item: half of all texts, which the popup loads by themselves. Cards say why, and no more of it. */
export const itemDetail = /^item_\w+_(?:why|how_\d+|caveat)$/

/** The first, the second and so on, as far as there are any. */
export function numbered(textOf: (number: number) => string | undefined): string[] {
  const texts: string[] = []
  for (let number = 1; ; number += 1) {
    const text = textOf(number)
    if (text === undefined) return texts
    texts.push(text)
  }
}

/**
 * The texts of an item. A catalogue without a title or why for some item does not compile; in the popup all but the
 * title is empty until the background has answered.
 */
export function itemText({ translate, textOf, has }: I18n, id: ItemId) {
  const name = snake(id)
  const why = `item_${name}_why` as const
  return {
    title: translate(`item_${name}_title`),
    why: has(why) ? translate(why) : '',
    steps: numbered((step) => textOf(`item_${name}_how_${step}`)),
    /** Where sources disagree, or what cannot be known. */
    caveat: textOf(`item_${name}_caveat`),
  }
}

/** The title under an id that was stored, known to this version or not: by its text, without the table of items. */
export function storedItemTitle({ textOf }: I18n, id: string): string | undefined {
  return textOf(`item_${id}_title`)
}

export function areaTitle({ translate }: I18n, area: ChecklistArea): string {
  return translate(`area_${snake(area)}`)
}

export function pageTitle({ translate }: I18n, page: PageId): string {
  return translate(`page_${snake(page)}`)
}

export function happeningTitle({ translate }: I18n, what: HappeningId): string {
  return translate(`happening_${snake(what)}_title`)
}

export function happeningExplained({ translate }: I18n, what: HappeningId): string {
  return translate(`happening_${snake(what)}_explain`)
}

export function thresholdText({ translate, textOf }: I18n, id: ThresholdId) {
  const name = snake(id)
  return {
    name: translate(`threshold_${name}_name`),
    /** Value and unit; undefined for a value that is a day. */
    figure: textOf(`threshold_${name}_figure`),
    meaning: translate(`threshold_${name}_meaning`),
    /** What other sources say. */
    disagreement: textOf(`threshold_${name}_disagreement`),
  }
}
