import type { ComponentChildren, RefObject } from 'preact'
import { type Segment, segmentOf } from '../../domain/home'
import type { Check } from '../../domain/round'
import { areaTitle, snake } from '../../i18n/item-text'
import { AreaIcon } from '../../ui/area-icon'
import { type I18n, useApp } from '../app/app'
import { type ChecklistFilter, type CheckState, checkStates, linkTo } from '../navigation/router'

type Area = Exclude<ChecklistFilter, CheckState | 'mine'>

/** Links, because each part of the list has an address: the back button leads to the part before. */
export function Filters(props: {
  /** What the search leaves. */
  of: readonly Check[]
  chosen: ChecklistFilter | undefined
  /** The link of the part that is shown. */
  link: RefObject<HTMLAnchorElement | null>
}) {
  const { of: found, chosen, link } = props
  const { i18n, overview, translate, number } = useApp()
  const self = overview.settings.who
  const counted = (filter: ChecklistFilter | undefined) => ({
    count: number(found.filter((check) => isIn(filter, check, self)).length),
  })
  const chip = (filter: ChecklistFilter | undefined, content: ComponentChildren) => (
    <li key={filter ?? 'all'}>
      <a
        class="chip"
        href={linkTo(filter === undefined ? { part: 'checklist' } : { part: 'checklist', filter })}
        aria-current={filter === chosen ? 'true' : undefined}
        {...(filter === chosen && { ref: link })}
      >
        {content}
      </a>
    </li>
  )
  return (
    <ul class="filters" aria-label={translate('list_filters')}>
      {checkStates.map((state) => chip(state, translate(`list_${snake(state)}`, counted(state))))}
      {chip(undefined, translate('list_all', counted(undefined)))}
      {(self || chosen === 'mine') && chip('mine', translate('list_mine', counted('mine')))}
      {chosen !== undefined &&
        chosen !== 'mine' &&
        !isState(chosen) &&
        chip(
          chosen,
          <>
            <AreaIcon of={chosen} />
            {areaName(i18n, chosen)}
          </>,
        )}
    </ul>
  )
}

export function isState(filter: ChecklistFilter): filter is CheckState {
  return checkStates.some((state) => state === filter)
}

/**
 * Whether this part of the list has the check. Undefined: the whole list.
 * @param self the name of the person at this browser.
 */
export function isIn(filter: ChecklistFilter | undefined, check: Check, self: string | undefined): boolean {
  if (filter === undefined) return true
  if (filter === 'mine') return check.who !== undefined && check.who === self
  return filter === (isState(filter) ? stateOf(check) : areaOf(check))
}

export function stateOf(check: Check): CheckState | undefined {
  const segment = segmentOf(check)
  return segment === undefined ? 'not-for-me' : states[segment]
}

const states = {
  due: 'due',
  open: 'less-urgent',
  good: 'up-to-date',
  planned: 'planned',
  // Whether it is due is unknown, so only the whole list has it.
  unreadable: undefined,
} satisfies Record<Segment, CheckState | undefined>

export function areaOf(check: Check): Area {
  return 'area' in check ? check.area : 'own'
}

export function areaName(i18n: I18n, area: Area): string {
  return area === 'own' ? i18n.translate('promised_title') : areaTitle(i18n, area)
}
