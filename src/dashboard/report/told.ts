import type { ItemView, StoreOverview } from '../../domain/overview'
import { areaTitle, itemText } from '../../i18n/item-text'
import { statusText } from '../../i18n/status-text'
import type { I18n } from '../app/app'
import { csvOf, separatorFor } from '../downloads/csv'

/** What the report says of one store, in words: on paper and as a table. */
export type Told = Pick<StoreOverview, 'progress'> & {
  id: string
  name: string
  groups: readonly { title: string; rows: readonly Row[] }[]
  withWho: boolean
}
type Row = Readonly<Record<'id' | 'check' | 'note' | 'status' | 'last' | 'who', string>>

export function toldOf(i18n: I18n, store: StoreOverview, withNotes: boolean, withRest: boolean): Told {
  const { areas, measures, progress } = store
  const isTold = ({ severity, status }: ItemView) =>
    withRest || severity === 'essential' || status.kind !== 'never-checked'
  const rowOf = (
    check: string,
    { id, note = '', status, who = '' }: Pick<ItemView, 'status' | 'note' | 'who'> & { id: string },
  ): Row => ({
    id,
    check,
    note: withNotes ? note : '',
    status: statusText(i18n, withNotes ? status : withoutWords(status)),
    last: checkedText(status, i18n),
    who,
  })
  const groups = [
    ...areas.map(({ area, items }) => ({
      title: areaTitle(i18n, area),
      rows: items.filter(isTold).map((item) => rowOf(itemText(i18n, item.id).title, item)),
    })),
    {
      title: i18n.translate('promised_title'),
      rows: measures.map((measure) => rowOf(measure.title, measure)),
    },
  ]
  return {
    id: store.store.id,
    name: store.store.name || i18n.translate('store_unnamed'),
    progress,
    groups: groups.filter(({ rows }) => rows.length > 0),
    withWho: [...areas.flatMap(({ items }) => items), ...measures].some(({ who }) => who !== undefined),
  }
}

/** The report's checks as a CSV file, one row each. */
export function reportTable(i18n: I18n, stores: readonly Told[]): string {
  const { translate } = i18n
  const withNotes = stores.some(({ groups }) =>
    groups.some(({ rows }) => rows.some(({ note }) => note !== '')),
  )
  const head = [
    translate('journal_where'),
    translate('report_area'),
    translate('report_item'),
    translate('report_state'),
    translate('report_last'),
    translate('report_who'),
    ...(withNotes ? [translate('register_field_note')] : []),
  ]
  const lines = stores.flatMap(({ name, groups }) =>
    groups.flatMap(({ title, rows }) =>
      rows.map(({ check, status, last, who, note }) => [
        ...[name, title, check, status, last, who],
        ...(withNotes ? [note] : []),
      ]),
    ),
  )
  return csvOf([head, ...lines], separatorFor(i18n.locale))
}

/** Reasons count as notes. */
function withoutWords(status: ItemView['status']): ItemView['status'] {
  if (status.kind !== 'not-for-me') return status
  const { reason: _reason, ...rest } = status
  return rest
}

function checkedText(status: ItemView['status'], { translate, day }: I18n): string {
  if (status.kind === 'unreadable') return translate('report_unknown')
  if ('undated' in status && status.undated) return translate('report_undated')
  return 'checked' in status && status.checked !== undefined ? day(status.checked) : translate('report_never')
}
