import type { ChecklistArea } from '../domain/areas'
import { type CommitmentId, isCommitmentId } from '../domain/commitment'
import type { ThresholdId } from '../domain/facts/thresholds'
import type { IncidentId } from '../domain/incidents'
import type { ItemId } from '../domain/items'
import type { PageId } from '../domain/page'
import type { I18n } from './i18n'
import type { CommonText, DashboardText, GuideText } from './surfaces'

type Snake<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S

export function snake<S extends string>(id: S): Snake<S> {
  return id.replaceAll('-', '_') as Snake<S>
}

/**
 * The check of a title, a reason or a step, such as `item_two_step_on`. The background asks the browser for those that
 * cards show: a worker can't load a script.
 */
export function itemOfDetail(name: string): string | undefined {
  return /^(item_\w+?)_(?:title|why|how_\d)/.exec(name)?.[1]
}

/** The texts numbered 1, 2 and so on, up to the first that is missing. */
export function numbered(textOf: (number: number) => string | undefined): string[] {
  const texts: string[] = []
  for (let number = 1; ; number += 1) {
    const text = textOf(number)
    if (text === undefined) return texts
    texts.push(text)
  }
}

/**
 * The texts of an item. A catalog that lacks a title does not compile. In the popup everything but the title
 * is empty until the details are loaded.
 * @param marketplaces of the store. If figures differ between marketplaces, a text has variants: `_in` for
 * India, `_usual` for marketplaces without their own figure, and no ending for all of them together.
 */
export function itemText(
  { translate, textOf }: I18n<CommonText>,
  id: ItemId,
  marketplaces: readonly string[] = [],
) {
  const name = snake(id)
  function fitting(all: `item_${string}`, alone: (kind: string) => `item_${string}`): string | undefined {
    const own = (marketplace: string) => textOf(alone(marketplace.toLowerCase())) ?? textOf(alone('usual'))
    const [only, ...more] = new Set(marketplaces.map(own))
    return more.length === 0 && only !== undefined ? only : textOf(all)
  }
  return {
    title: translate(`item_${name}_title`),
    why: fitting(`item_${name}_why`, (kind) => `item_${name}_why_${kind}`) ?? '',
    // Most callers need only the title, and the worker has to ask the browser for the steps.
    get steps(): readonly string[] {
      return numbered((step) =>
        fitting(`item_${name}_how_${step}`, (kind) => `item_${name}_how_${step}_${kind}`),
      )
    },
    /** Where sources disagree, or what can't be known. */
    caveat: textOf(`item_${name}_caveat`),
  }
}

type ShownCheck =
  | { id: ItemId; ownSteps?: readonly string[]; recurs?: never }
  | { id: CommitmentId; why: string; steps: readonly string[]; recurs: object }

/** The texts below a check's title. Steps of the seller's own come after those of the catalog. */
export function checkText(
  i18n: I18n<CommonText>,
  check: ShownCheck,
  marketplaces: readonly string[],
): { why: string; steps: readonly string[]; caveat: string | undefined } {
  if (check.recurs) return { why: check.why, steps: check.steps, caveat: undefined }
  const { why, steps, caveat } = itemText(i18n, check.id, marketplaces)
  return { why, steps: [...steps, ...(check.ownSteps ?? [])], caveat }
}

/** The title of a check. The words of the seller's own checks are theirs. */
export function checkTitle(i18n: I18n, { id, title }: { id: ItemId | CommitmentId; title?: string }): string {
  return isCommitmentId(id) ? (title ?? i18n.translate('promised_title')) : itemText(i18n, id).title
}

/** The title for a stored id, without the table of items. Undefined if this version has no text for it. */
export function storedItemTitle({ textOf }: I18n, id: string): string | undefined {
  return textOf(`item_${id}_title`)
}

export function areaTitle({ translate }: I18n, area: ChecklistArea): string {
  return translate(`area_${snake(area)}`)
}

export function pageTitle({ translate }: I18n<CommonText>, page: PageId): string {
  return translate(`page_${snake(page)}`)
}

export function incidentTitle({ translate }: I18n, what: IncidentId): string {
  return translate(`incident_${snake(what)}_title`)
}

export function incidentExplained({ translate }: I18n<DashboardText>, what: IncidentId): string {
  return translate(`incident_${snake(what)}_explain`)
}

export function thresholdText({ translate, textOf }: I18n<GuideText>, id: ThresholdId) {
  const name = snake(id)
  return {
    name: translate(`threshold_${name}_name`),
    /** Value and unit. Undefined if the value is a day. */
    figure: textOf(`threshold_${name}_figure`),
    meaning: translate(`threshold_${name}_meaning`),
    /** What other sources say. */
    disagreement: textOf(`threshold_${name}_disagreement`),
  }
}
