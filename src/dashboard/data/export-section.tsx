import { useSignal } from '@preact/signals'
import { isMeasureId } from '../../domain/commitment'
import type { Overview } from '../../domain/overview'
import { hasBeen } from '../../domain/time/day'
import type { I18n } from '../../i18n/i18n'
import { itemText } from '../../i18n/item-text'
import { useApp } from '../../ui/app'
import type { Session } from '../../ui/overview-store'
import { csvOf, separatorFor } from '../downloads/csv'
import { calendarFile } from '../downloads/ics'
import { saveFile } from '../downloads/save-file'
import { byText, entryText, storeOf } from '../journal/journal-page'
import { isUpsideDown, journalIn, type Period, PeriodFields, usePeriod } from '../journal/load-journal'
import { datesOf } from './deadline-events'

/** Files for the seller's own keeping, each made at the press of a button. */
export function FilesSection() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const said = useSignal('')
  const period = usePeriod()
  async function make(name: string, type: string, parts: () => Promise<readonly string[]>): Promise<void> {
    said.value = translate('files_working')
    try {
      saveFile(name, type, await parts())
      said.value = translate('files_handed_over', { name })
    } catch {
      said.value = translate('files_failed')
    }
  }
  // The date alone: file names are seen by others, and no store is named in them.
  const { today } = overview
  return (
    <section class="panel" aria-labelledby="files">
      <h3 id="files">{translate('files_title')}</h3>
      <p class="soft">{translate('files_explain')}</p>
      <p>
        <button
          type="button"
          onClick={() =>
            void make(`nightlatch-${today}.json`, 'application/json', () => wholeExport(session))
          }
        >
          {translate('files_export')}
        </button>
      </p>
      <p class="soft file">{translate('journal_period_hint')}</p>
      <PeriodFields id="files-period" period={period} />
      <p>
        <button
          type="button"
          disabled={isUpsideDown(period.value)}
          onClick={() =>
            void make(`nightlatch-journal-${today}.csv`, 'text/csv', () =>
              journalTable(overview, session, i18n, period.value),
            )
          }
        >
          {translate('files_journal')}
        </button>
      </p>
      <p class="soft file">{translate('files_calendar_hint')}</p>
      <p>
        <button
          type="button"
          onClick={() =>
            void make(`nightlatch-${today}.ics`, 'text/calendar', () => calendar(overview, session, i18n))
          }
        >
          {translate('files_calendar')}
        </button>
      </p>
      <p role="status">{said}</p>
    </section>
  )
}

async function wholeExport(session: Session): Promise<string[]> {
  const parts: string[] = []
  let after: string | null = null
  do {
    const piece: { text: string; next: string | null } = await session.ask('export', { after })
    parts.push(piece.text)
    after = piece.next
  } while (after !== null)
  return parts
}

async function journalTable(
  overview: Overview,
  session: Session,
  i18n: I18n,
  period: Period,
): Promise<string[]> {
  const { translate } = i18n
  const entries = await journalIn(session, period)
  const head = [
    translate('journal_when'),
    translate('journal_column_time'),
    translate('journal_what'),
    translate('journal_where'),
    translate('journal_by'),
  ]
  const rows = entries.map((entry) => [
    hasBeen(entry.day, overview.today)
      ? entry.day
      : translate('journal_day_ahead', { day: i18n.day(entry.day) }),
    i18n.inFile(entry.at),
    entryText(entry, overview, i18n),
    storeOf(entry, overview, i18n),
    byText(entry, i18n) ?? '',
  ])
  return [csvOf([head, ...rows], separatorFor(i18n.locale))]
}

async function calendar({ stores }: Overview, session: Session, i18n: I18n): Promise<string[]> {
  const { translate } = i18n
  const entries = await session.ask('calendar', null)
  const titled = entries.map((entry) => {
    const title = isMeasureId(entry.item) ? translate('measure_calendar') : itemText(i18n, entry.item).title
    const letters = i18n.list(entry.stores)
    return {
      ...entry,
      title: letters === '' ? title : translate('calendar_event_stores', { title, stores: letters }),
    }
  })
  const { runs } = await session.ask('runs', null)
  const isPresent = (run: { store: string }) =>
    stores.some(({ id, removed }) => id === run.store && removed === undefined)
  return [
    calendarFile(translate('calendar_name'), Date.now(), [
      ...titled,
      ...datesOf(runs.filter(isPresent), i18n),
    ]),
  ]
}
