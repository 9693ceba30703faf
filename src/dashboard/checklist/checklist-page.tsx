import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Answer } from '../../domain/answer'
import { isMeasureId, type MeasureId } from '../../domain/commitment'
import type { ItemId } from '../../domain/items'
import type { ItemView, MeasureView, Overview } from '../../domain/overview'
import { hasWords } from '../../domain/text/search'
import type { I18n } from '../../i18n/i18n'
import { areaTitle, itemText } from '../../i18n/item-text'
import { addressOf } from '../../pages/page-urls'
import { useApp } from '../../ui/app'
import { nextRow, rowId } from '../../ui/focus-next-row'
import { ItemRow } from '../../ui/item-row'
import { PayoutAccount } from '../../ui/payout-account-reminder'
import { Happened } from '../../ui/report-incident'
import { frontOf } from '../../ui/store-label'
import { unshared } from '../../ui/typing'
import { MeasuresSection } from './commitments'
import { ItemMore } from './item-details'

type Group = { title: string; items: readonly ItemView[] }
type Order = 'area' | 'date'

/** The whole checklist: by area or by date, searched, with what is snoozed or set aside at the end. */
export function ChecklistPart({ item: linked }: { item: ItemId | MeasureId | undefined }) {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const order = useSignal<Order>('area')
  const words = useSignal('')
  const all = overview.areas.flatMap(({ items }) => items)
  const wanted = words.value.trim()
  const found = all.filter((item) => fits(item, wanted, i18n))
  const measures = overview.measures.filter(({ title }) => hasWords(title, wanted))
  const aside = found.filter((item) => item.isSetAside)
  const open = found.filter((item) => !item.isSetAside)
  const groups = (order.value === 'area' ? byArea(open, overview, i18n) : byDate(open, i18n)).filter(
    ({ items }) => items.length > 0,
  )
  const isMissing = linked !== undefined && ![...all, ...overview.measures].some(({ id }) => id === linked)
  useEffect(() => {
    if (linked === undefined) return
    words.value = ''
    document.getElementById(rowId(linked))?.focus()
  }, [linked])
  const front = frontOf(overview.store)
  async function answer(item: ItemId | MeasureId, given: Answer): Promise<boolean> {
    const row = nextRow(item)
    const isStored = await session.answer(item, given)
    // Where its button is still there, as after a check, the focus stays on it.
    if (isStored && document.activeElement === document.body) row()?.focus()
    return isStored
  }
  async function takeBack({ id, undo }: ItemView | MeasureView): Promise<void> {
    const row = nextRow(id)
    if (undo && (await session.takeBack(id, undo)) && document.activeElement === document.body) row()?.focus()
  }
  const onUndo = (item: ItemView | MeasureView) => item.undo && (() => void takeBack(item))
  const rows = (items: readonly ItemView[]) =>
    items.map((item) => (
      <ItemRow
        key={`${overview.store.id} ${item.id}`}
        item={item}
        level={4}
        open={item.id === linked}
        address={front && addressOf(item.page, front)}
        onAnswer={(given) => void answer(item.id, given)}
        onUndo={onUndo(item)}
      >
        <PayoutAccount item={item} />
        {item.status.kind !== 'unreadable' && (
          <ItemMore item={item} onAnswer={(given) => answer(item.id, given)} />
        )}
      </ItemRow>
    ))
  return (
    <>
      {isMissing && linked && (
        <p class="trouble problem" role="status">
          {isMeasureId(linked)
            ? translate('route_unknown')
            : translate('route_not_for_store', { title: itemText(i18n, linked).title })}
        </p>
      )}
      <div class="tools">
        <p class="choice">
          <label for="search">{translate('search_label')}</label>
          <input
            id="search"
            {...unshared}
            type="search"
            value={words.value}
            onInput={({ currentTarget }) => {
              words.value = currentTarget.value
            }}
          />
        </p>
        <p class="choice">
          <label for="order">{translate('sort_label')}</label>
          <select
            id="order"
            value={order.value}
            onChange={({ currentTarget }) => {
              order.value = currentTarget.value === 'date' ? 'date' : 'area'
            }}
          >
            <option value="area">{translate('sort_area')}</option>
            <option value="date">{translate('sort_date')}</option>
          </select>
        </p>
      </div>
      <Happened />
      <MeasuresSection
        measures={measures}
        open={linked}
        onAnswer={(measure, given) => void answer(measure, given)}
        onUndo={onUndo}
      />
      {found.length + measures.length === 0 && (
        <p role="status">{translate('search_none', { words: wanted })}</p>
      )}
      {groups.map(({ title, items }) => (
        <section key={title} class="area" aria-label={title}>
          <h3>{title}</h3>
          {rows(items)}
        </section>
      ))}
      {(aside.length > 0 || wanted === '') && (
        <section class="area" aria-label={translate('set_aside_title')}>
          <h3>{translate('set_aside_title')}</h3>
          {aside.length === 0 ? <p class="soft">{translate('set_aside_empty')}</p> : rows(aside)}
        </section>
      )}
    </>
  )
}

function fits(item: ItemView, wanted: string, i18n: I18n): boolean {
  if (wanted === '') return true
  const { title, why, steps } = itemText(i18n, item.id)
  return hasWords([title, why, ...steps].join(' '), wanted)
}

function byArea(items: readonly ItemView[], overview: Overview, i18n: I18n): Group[] {
  return overview.areas.map(({ area }) => ({
    title: areaTitle(i18n, area),
    items: items.filter((item) => item.area === area),
  }))
}

function byDate(items: readonly ItemView[], { translate }: I18n): Group[] {
  const dated = [...items].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
  const later = (item: ItemView) => item.status.kind === 'up-to-date' && item.status.until !== undefined
  return [
    { title: translate('group_waiting'), items: dated.filter(({ waiting }) => waiting) },
    { title: translate('group_later'), items: dated.filter(later) },
    { title: translate('group_done'), items: dated.filter((item) => !item.waiting && !later(item)) },
  ]
}

/** What was never checked has waited longest. */
function dateOf({ status }: ItemView): string {
  if (status.kind === 'due' || status.kind === 'overdue') return status.since
  return status.kind === 'up-to-date' ? (status.until ?? '') : ''
}
