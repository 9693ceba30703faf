import { useSignal } from '@preact/signals'
import { fingerprintOf, fingerprintText, hashesOf } from '../../domain/journal/fingerprint'
import type { StoreOverview } from '../../domain/overview'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/forms/field'
import { useAction } from '../../ui/use-action'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { saveFile } from '../downloads/save-file'
import { historyTable } from '../journal/history-table'
import { EntriesTable } from '../journal/journal-page'
import {
  isUpsideDown,
  journalIn,
  type Period,
  PeriodFields,
  spanOf,
  usePeriod,
} from '../journal/load-journal'
import { sha256 } from '../journal/sha256'
import { CompareReports } from './compare-reports'
import { reportTable, type Told, toldOf } from './told'

/** A report for a partner, an insurer or an auditor: what was done, and when. Notes only if the seller wants them. */
export function ReportPart() {
  const { session } = useApp()
  const resource = useResource(() => session.ask('report', null), ['change'])
  return <Loaded of={resource}>{(stores) => <Report stores={stores} />}</Loaded>
}

function Report({ stores }: { stores: readonly StoreOverview[] }) {
  const { i18n, session, overview, translate, day } = useApp()
  const withNotes = useSignal(false)
  const withRest = useSignal(false)
  const withJournal = useSignal(false)
  const period = usePeriod(`${overview.today.slice(0, 7)}-01`, overview.today)
  const { said, act } = useAction()
  const isWrong = isUpsideDown(period.value)
  const choice = (label: string, chosen: { value: boolean }) => (
    <Checkbox label={label} checked={chosen.value} onChange={(isChosen) => (chosen.value = isChosen)} />
  )
  const save = (name: string, table: () => Promise<string> | string) =>
    act(
      async () => {
        saveFile(name, 'text/csv', [await table()])
        return translate('files_handed_over', { name })
      },
      { meanwhile: translate('files_working'), failed: translate('files_failed') },
    )
  const told = stores.map((store) => toldOf(i18n, store, withNotes.value, withRest.value))
  return (
    <div class="report">
      <div class="tools">
        <p class="soft">{translate('report_hint')}</p>
        {choice(translate('report_notes'), withNotes)}
        {choice(translate('report_rest'), withRest)}
        {choice(translate('report_journal'), withJournal)}
        <p class="soft">{translate('report_period')}</p>
        <PeriodFields id="report-period" period={period} />
        <p class="choice">
          <Button onPress={() => print()}>{translate('report_print')}</Button>
          <Button
            onPress={() => save(`nightlatch-report-${overview.today}.csv`, () => reportTable(i18n, told))}
          >
            {translate('report_save')}
          </Button>
          <Button
            disabled={isWrong}
            onPress={() =>
              save(`nightlatch-journal-${overview.today}.csv`, () =>
                historyTable(overview, session, i18n, period.value, true),
              )
            }
          >
            {translate('files_journal')}
          </Button>
        </p>
        <p role="status">{said}</p>
        <CompareReports />
      </div>
      <h3>{translate('report_title')}</h3>
      <p>
        {translate('report_made', { day: day(overview.today) })} {translate('report_explain')}
      </p>
      {told.map((store) => (
        <StoreReport key={store.id} told={store} isNamed={stores.length > 1 || store.name !== ''} />
      ))}
      {!isWrong && (
        <HistoryReport
          key={`${period.value.from} ${period.value.to}`}
          period={period.value}
          withEntries={withJournal.value}
        />
      )}
      <section>
        <h4>{translate('report_limits')}</h4>
        <ul>
          <li>{translate('report_limits_account')}</li>
          <li>{translate('report_limits_who')}</li>
          <li>{translate('report_limits_clock')}</li>
          <li>{translate('report_limits_fingerprint')}</li>
        </ul>
      </section>
    </div>
  )
}

/** The fingerprint of a period's history, and its entries, oldest first, if they are wanted. */
function HistoryReport({ period, withEntries }: { period: Period; withEntries: boolean }) {
  const { session, overview, translate, plural, day } = useApp()
  const resource = useResource(async () => {
    const journal = await journalIn(session, period)
    const span = spanOf(period, journal, overview.today)
    const hashes = await hashesOf(journal.entries, sha256)
    return { ...journal, fingerprint: await fingerprintOf(span, hashes, sha256) }
  }, ['change'])
  return (
    <Loaded of={resource}>
      {({ entries, unreadable, fingerprint }) => {
        const days = { from: day(fingerprint.from), to: day(fingerprint.to) }
        return (
          <>
            {withEntries && (
              <section>
                <h4>{translate('report_journal_title', days)}</h4>
                {entries.length === 0 ? (
                  <p>{translate('report_journal_empty')}</p>
                ) : (
                  <EntriesTable entries={[...entries].reverse()} by={({ who }) => who} />
                )}
              </section>
            )}
            <section>
              <h4>{translate('report_fingerprint')}</h4>
              <p>
                {plural('report_fingerprint_of', fingerprint.entries, days)}{' '}
                {translate('report_fingerprint_explain')}
              </p>
              <p>
                <code class="fingerprint">{fingerprintText(fingerprint)}</code>
              </p>
              {unreadable.length > 0 && (
                <p class="problem">{plural('journal_year_unreadable', unreadable.length)}</p>
              )}
            </section>
          </>
        )
      }}
    </Loaded>
  )
}

function StoreReport({ told, isNamed }: { told: Told; isNamed: boolean }) {
  const { translate, number } = useApp()
  const { name, progress, groups, withWho } = told
  return (
    <section>
      {isNamed && <h4>{name}</h4>}
      <p>
        {translate('report_progress', {
          done: number(progress.upToDate),
          total: number(progress.total),
        })}
      </p>
      <table class="checks">
        <thead>
          <tr>
            <th scope="col">{translate('report_item')}</th>
            <th scope="col">{translate('report_state')}</th>
            <th scope="col">{translate('report_last')}</th>
            {withWho && <th scope="col">{translate('report_who')}</th>}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th colSpan={withWho ? 4 : 3} scope="rowgroup">
                {title}
              </th>
            </tr>
            {rows.map(({ id, check, note, status, last, who }) => (
              <tr key={id}>
                <td>
                  {check}
                  {note !== '' && <p class="soft note">{note}</p>}
                </td>
                <td>{status}</td>
                <td>{last}</td>
                {withWho && <td>{who}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
