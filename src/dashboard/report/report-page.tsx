import { useSignal } from '@preact/signals'
import type { ItemView, MeasureView, StoreOverview } from '../../domain/overview'
import type { I18n } from '../../i18n/i18n'
import { areaTitle, itemText } from '../../i18n/item-text'
import { statusText } from '../../i18n/status-text'
import { useApp } from '../../ui/app'
import { EntriesTable } from '../journal/journal-page'
import { isUpsideDown, journalIn, type Period, PeriodFields, usePeriod } from '../journal/load-journal'
import { Loaded } from '../loading/use-resource'

/** A page for a partner, an insurer or an auditor: what was done, and when. Notes only when the seller says so. */
export function ReportPart() {
  const { session, overview } = useApp()
  return (
    <Loaded load={() => session.ask('report', null)} on={[overview]}>
      {(stores) => <Report stores={stores} />}
    </Loaded>
  )
}

function Report({ stores }: { stores: readonly StoreOverview[] }) {
  const { i18n, overview } = useApp()
  const { translate, day } = i18n
  const withNotes = useSignal(false)
  const withRest = useSignal(false)
  const withJournal = useSignal(false)
  const period = usePeriod(`${overview.today.slice(0, 7)}-01`, overview.today)
  return (
    <div class="report">
      <div class="tools">
        <p class="soft">{translate('report_hint')}</p>
        <Choice label={translate('report_notes')} chosen={withNotes} />
        <Choice label={translate('report_rest')} chosen={withRest} />
        <Choice label={translate('report_journal')} chosen={withJournal} />
        {withJournal.value && <PeriodFields id="report-period" period={period} />}
        <button type="button" onClick={() => print()}>
          {translate('report_print')}
        </button>
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

/** The proof that items were done when they were, oldest first. */
function JournalOf({ period }: { period: Period }) {
  const { i18n, session, overview } = useApp()
  const { translate, day } = i18n
  return (
    <Loaded load={async () => (await journalIn(session, period)).reverse()} on={[overview]}>
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

function Choice({ label, chosen }: { label: string; chosen: { value: boolean } }) {
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={chosen.value}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.checked
          }}
        />{' '}
        {label}
      </label>
    </p>
  )
}

function StoreReport(props: {
  overview: StoreOverview
  isNamed: boolean
  withNotes: boolean
  withRest: boolean
}) {
  const { overview, isNamed, withNotes, withRest } = props
  const { i18n } = useApp()
  const { translate, number } = i18n
  const { store, progress, areas, measures } = overview
  const isTold = ({ severity, status }: ItemView) =>
    withRest || severity === 'essential' || status.kind !== 'never-checked'
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
            <th scope="col">{translate('report_chore')}</th>
            <th scope="col">{translate('report_state')}</th>
            <th scope="col">{translate('report_last')}</th>
          </tr>
        </thead>
        {areas.map(({ area, items }) => {
          const told = items.filter(isTold)
          if (told.length === 0) return null
          return (
            <tbody key={area}>
              <tr>
                <th colSpan={3} scope="rowgroup">
                  {areaTitle(i18n, area)}
                </th>
              </tr>
              {told.map((item) => (
                <tr key={item.id}>
                  <td>
                    {itemText(i18n, item.id).title}
                    {withNotes && item.note !== undefined && <p class="soft note">{item.note}</p>}
                  </td>
                  <td>{statusText(i18n, withNotes ? item.status : withoutWords(item.status))}</td>
                  <td>{checkedText(item, i18n)}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
        {measures.length > 0 && (
          <tbody>
            <tr>
              <th colSpan={3} scope="rowgroup">
                {translate('promised_title')}
              </th>
            </tr>
            {measures.map((measure) => (
              <tr key={measure.id}>
                <td>{measure.title}</td>
                <td>{statusText(i18n, withNotes ? measure.status : withoutWords(measure.status))}</td>
                <td>{checkedText(measure, i18n)}</td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </section>
  )
}

/** A reason is a note by another name. */
function withoutWords(status: ItemView['status']): ItemView['status'] {
  if (status.kind !== 'not-for-me') return status
  const { reason: _reason, ...rest } = status
  return rest
}

function checkedText({ status }: ItemView | MeasureView, { translate, day }: I18n): string {
  if (status.kind === 'unreadable') return translate('report_unknown')
  if ('undated' in status && status.undated) return translate('report_undated')
  return 'checked' in status && status.checked !== undefined ? day(status.checked) : translate('report_never')
}
