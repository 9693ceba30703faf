import { useSignal } from '@preact/signals'
import type { ItemView, StoreOverview } from '../../domain/overview'
import { areaTitle, itemText } from '../../i18n/item-text'
import { statusText } from '../../i18n/status-text'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/forms/field'
import { Loaded, useResource } from '../../ui/use-resource'
import { type I18n, useApp } from '../app/app'
import { EntriesTable } from '../journal/journal-page'
import { isUpsideDown, journalIn, type Period, PeriodFields, usePeriod } from '../journal/load-journal'

/** A report for a partner, an insurer or an auditor: what was done, and when. Notes only if the seller wants them. */
export function ReportPart() {
  const { session } = useApp()
  const resource = useResource(() => session.ask('report', null), ['change'])
  return <Loaded of={resource}>{(stores) => <Report stores={stores} />}</Loaded>
}

function Report({ stores }: { stores: readonly StoreOverview[] }) {
  const { overview, translate, day } = useApp()
  const withNotes = useSignal(false)
  const withRest = useSignal(false)
  const withJournal = useSignal(false)
  const period = usePeriod(`${overview.today.slice(0, 7)}-01`, overview.today)
  const choice = (label: string, chosen: { value: boolean }) => (
    <Checkbox label={label} checked={chosen.value} onChange={(isChosen) => (chosen.value = isChosen)} />
  )
  return (
    <div class="report">
      <div class="tools">
        <p class="soft">{translate('report_hint')}</p>
        {choice(translate('report_notes'), withNotes)}
        {choice(translate('report_rest'), withRest)}
        {choice(translate('report_journal'), withJournal)}
        {withJournal.value && <PeriodFields id="report-period" period={period} />}
        <Button onPress={() => print()}>{translate('report_print')}</Button>
      </div>
      <h3>{translate('report_title')}</h3>
      <p>
        {translate('report_made', { day: day(overview.today) })} {translate('report_explain')}
      </p>
      {stores.map((store) => (
        <StoreReport
          key={store.store.id}
          overview={store}
          isNamed={stores.length > 1 || store.store.name !== ''}
          withNotes={withNotes.value}
          withRest={withRest.value}
        />
      ))}
      {withJournal.value && !isUpsideDown(period.value) && (
        <JournalOf key={`${period.value.from} ${period.value.to}`} period={period.value} />
      )}
    </div>
  )
}

/** The history of checks, oldest first. */
function JournalOf({ period }: { period: Period }) {
  const { session, overview, translate, day } = useApp()
  const resource = useResource(async () => (await journalIn(session, period)).reverse(), ['change'])
  return (
    <Loaded of={resource}>
      {(shown) => (
        <section>
          <h4>
            {translate('report_journal_title', {
              from: day(period.from || (shown[0]?.day ?? overview.today)),
              to: day(period.to || overview.today),
            })}
          </h4>
          {shown.length === 0 ? (
            <p>{translate('report_journal_empty')}</p>
          ) : (
            <EntriesTable entries={shown} by={({ who }) => who} />
          )}
        </section>
      )}
    </Loaded>
  )
}

function StoreReport(props: {
  overview: StoreOverview
  isNamed: boolean
  withNotes: boolean
  withRest: boolean
}) {
  const { overview, isNamed, withNotes, withRest } = props
  const { i18n, translate, number } = useApp()
  const { store, progress, areas, measures } = overview
  const isTold = ({ severity, status }: ItemView) =>
    withRest || severity === 'essential' || status.kind !== 'never-checked'
  const withWho = [...areas.flatMap(({ items }) => items), ...measures].some(({ who }) => who !== undefined)
  const rows = (
    group: string,
    told: readonly (Pick<ItemView, 'status' | 'note' | 'who'> & { id: string; title: string })[],
  ) =>
    told.length > 0 && (
      <tbody key={group}>
        <tr>
          <th colSpan={withWho ? 4 : 3} scope="rowgroup">
            {group}
          </th>
        </tr>
        {told.map(({ id, title, note, status, who = '' }) => (
          <tr key={id}>
            <td>
              {title}
              {withNotes && note !== undefined && <p class="soft note">{note}</p>}
            </td>
            <td>{statusText(i18n, withNotes ? status : withoutWords(status))}</td>
            <td>{checkedText(status, i18n)}</td>
            {withWho && <td>{who}</td>}
          </tr>
        ))}
      </tbody>
    )
  return (
    <section>
      {isNamed && <h4>{store.name || translate('store_unnamed')}</h4>}
      <p>
        {translate('report_progress', {
          done: number(progress.upToDate),
          total: number(progress.total),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate('report_item')}</th>
            <th scope="col">{translate('report_state')}</th>
            <th scope="col">{translate('report_last')}</th>
            {withWho && <th scope="col">{translate('report_who')}</th>}
          </tr>
        </thead>
        {areas.map(({ area, items }) => {
          const told = items.filter(isTold).map((item) => ({ ...item, title: itemText(i18n, item.id).title }))
          return rows(areaTitle(i18n, area), told)
        })}
        {rows(translate('promised_title'), measures)}
      </table>
    </section>
  )
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
