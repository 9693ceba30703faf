import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { areas } from '../../domain/areas'
import { type CommitmentId, isCommitmentId } from '../../domain/commitment'
import type { ItemId } from '../../domain/items'
import { outlookOf } from '../../domain/outlook'
import { type Check, isDue } from '../../domain/round'
import { hasWords } from '../../domain/text/search'
import { checkText, checkTitle, itemText, snake } from '../../i18n/item-text'
import { useAnswering } from '../../ui/answering'
import { AreaIcon } from '../../ui/area-icon'
import { rowId } from '../../ui/focus-next-row'
import { SearchField } from '../../ui/forms/field'
import { Select } from '../../ui/select'
import { type I18n, useApp } from '../app/app'
import { type ChecklistFilter, linkTo } from '../navigation/router'
import { CheckRow } from './check-row'
import { areaName, areaOf, Filters, isIn, isState, stateOf } from './filters'
import { CheckMore } from './item-details'
import { ArchivedChecks, OwnCheckMore } from './own-checks'
import { usePeople } from './responsible'
import { RoundNotice } from './round-notice'

type Order = 'area' | 'date'
type Group = { title: string; area?: ReturnType<typeof areaOf>; checks: readonly Check[] }

/** The checks that the address and the search leave, by area or by date. */
export function ChecklistPart(props: {
  item: ItemId | CommitmentId | undefined
  filter: ChecklistFilter | undefined
}) {
  const { item: linked, filter } = props
  const { i18n, overview, translate, plural } = useApp()
  const { store } = overview
  const order = useSignal<Order>('area')
  const words = useSignal('')
  const chip = useRef<HTMLAnchorElement>(null)
  const wanted = words.value.trim()
  const all: readonly Check[] = [...overview.measures, ...overview.areas.flatMap(({ items }) => items)]
  const found = all.filter((check) => fits(check, wanted, i18n))
  const people = usePeople()
  const self = overview.settings.who
  const shown = found.filter((check) => isIn(filter, check, self))
  const isMissing = linked !== undefined && !all.some(({ id }) => id === linked)
  useEffect(() => {
    if (linked === undefined) return
    words.value = ''
    document.getElementById(rowId(linked))?.focus()
  }, [linked])
  const answering = useAnswering((row) => {
    // Where its button is still there, as after a check, the focus stays on it.
    if (document.activeElement === document.body) (row ?? chip.current)?.focus()
  })
  return (
    <>
      {isMissing && linked && (
        <p class="trouble problem" role="status">
          {isCommitmentId(linked)
            ? translate('route_unknown')
            : translate('route_not_for_store', { title: itemText(i18n, linked).title })}
        </p>
      )}
      <RoundNotice />
      <Filters of={found} chosen={filter} link={chip} />
      <div class="tools">
        <p>
          <a class="button" href={linkTo({ part: 'checklist', edit: 'new' })}>
            {translate('own_add')}
          </a>
        </p>
        <SearchField id="search" label={translate('search_label')} of={words} />
        <Select
          id="order"
          label={translate('sort_label')}
          value={order.value}
          options={[
            ['area', translate('sort_area')],
            ['date', translate('sort_date')],
          ]}
          onChoose={(chosen) => (order.value = chosen)}
        />
      </div>
      <p class="visually-hidden" role="status">
        {plural('list_shown', shown.length)}
      </p>
      {shown.length === 0 && <Nothing filter={filter} words={wanted} isElsewhere={found.length > 0} />}
      {groupsOf(shown, order.value, filter, i18n).map(({ title, area, checks }) => (
        <section key={title} class="area" aria-label={title}>
          <h3>
            {area && <AreaIcon of={area} />} {title}
          </h3>
          <div class="rows">
            {checks.map((check) => (
              <CheckRow
                key={`${store.id} ${check.id}`}
                of={check}
                open={check.id === linked}
                answering={answering}
              >
                {check.who !== undefined && <p>{translate('own_who_is', { who: check.who })}</p>}
                {'recurs' in check && <OwnCheckMore check={check} />}
                {check.status.kind !== 'unreadable' && (
                  <CheckMore
                    check={check}
                    people={people}
                    onAnswer={(given) => answering.answer(check, given)}
                  />
                )}
              </CheckRow>
            ))}
          </div>
        </section>
      ))}
      {(filter === undefined || filter === 'own') && wanted === '' && <ArchivedChecks />}
    </>
  )
}

/** Why the list is empty, and where there is more. */
function Nothing(props: { filter: ChecklistFilter | undefined; words: string; isElsewhere: boolean }) {
  const { filter, words, isElsewhere } = props
  const { translate } = useApp()
  const isNarrowed = filter !== undefined && isElsewhere
  const why = useEmptyText(filter)
  return (
    <p class="nothing">
      {words === '' ? why : translate(isNarrowed ? 'list_none_match' : 'search_none', { words })}{' '}
      {isNarrowed && (
        <a class="target" href={linkTo({ part: 'checklist' })}>
          {translate('list_show_all')}
        </a>
      )}
    </p>
  )
}

function useEmptyText(filter: ChecklistFilter | undefined): string {
  const { overview, translate, day } = useApp()
  if (filter === 'mine') return translate('list_none_mine')
  if (filter === undefined || !isState(filter)) return translate('list_none_in_area')
  if (filter !== 'due') return translate(`list_none_${snake(filter)}`)
  const outlook = outlookOf(overview)
  if (outlook.kind === 'unknown') return translate('popup_nothing_known')
  return outlook.kind === 'well' && outlook.until !== undefined
    ? translate('next_none_until', { day: day(outlook.until) })
    : translate('next_none')
}

function fits(check: Check, wanted: string, i18n: I18n): boolean {
  if (wanted === '') return true
  const { why, steps } = checkText(i18n, check, [])
  return hasWords([checkTitle(i18n, check), why, ...steps].join(' '), wanted)
}

/** What doesn't apply comes last, unless nothing else is asked for. */
function groupsOf(
  checks: readonly Check[],
  order: Order,
  filter: ChecklistFilter | undefined,
  i18n: I18n,
): Group[] {
  const isAside = (check: Check) => filter !== 'not-for-me' && stateOf(check) === 'not-for-me'
  const open = checks.filter((check) => !isAside(check))
  const groups: Group[] = [
    ...(order === 'area' ? byArea(open, i18n) : byDate(open, i18n)),
    { title: i18n.translate('list_aside'), checks: checks.filter(isAside) },
  ]
  return groups.filter((group) => group.checks.length > 0)
}

function byArea(checks: readonly Check[], i18n: I18n): Group[] {
  return (['own', ...areas] as const).map((area) => ({
    title: areaName(i18n, area),
    area,
    checks: checks.filter((check) => areaOf(check) === area),
  }))
}

function byDate(checks: readonly Check[], { translate }: I18n): Group[] {
  const dated = [...checks].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
  const isLater = ({ waiting, next }: Check) => !waiting && next !== undefined
  return [
    { title: translate('group_waiting'), checks: dated.filter(isDue) },
    { title: translate('group_can_wait'), checks: dated.filter((one) => one.waiting && !isDue(one)) },
    { title: translate('group_later'), checks: dated.filter(isLater) },
    { title: translate('group_undated'), checks: dated.filter((one) => !one.waiting && !isLater(one)) },
  ]
}

/** What was never checked has waited longest. */
function dateOf({ status, next }: Check): string {
  return status.kind === 'due' || status.kind === 'overdue' ? status.since : (next ?? '')
}
