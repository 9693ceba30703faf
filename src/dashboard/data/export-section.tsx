import { isCommitmentId } from '../../domain/commitment'
import type { Overview } from '../../domain/overview'
import { itemText } from '../../i18n/item-text'
import { Button } from '../../ui/button'
import type { Session } from '../../ui/overview-store'
import { Section } from '../../ui/section'
import { useAction } from '../../ui/use-action'
import { type I18n, useApp } from '../app/app'
import { calendarFile } from '../downloads/ics'
import { saveFile } from '../downloads/save-file'
import { historyTable } from '../journal/history-table'
import { isUpsideDown, PeriodFields, usePeriod } from '../journal/load-journal'
import { datesOf } from './deadline-events'

/** Files for the seller to save, each made by a button. */
export function FilesSection() {
  const { i18n, session, overview, translate } = useApp()
  const { said, act } = useAction()
  const period = usePeriod()
  const make = (name: string, type: string, parts: () => Promise<readonly string[]>) =>
    act(
      async () => {
        saveFile(name, type, await parts())
        return translate('files_handed_over', { name })
      },
      { meanwhile: translate('files_working'), failed: translate('files_failed') },
    )
  // Only the date: others may see file names, so no store is named.
  const { today } = overview
  return (
    <Section class="panel" id="files" title={translate('files_title')}>
      <p class="soft">{translate('files_explain')}</p>
      <p>
        <Button
          onPress={() => make(`nightlatch-${today}.json`, 'application/json', () => wholeExport(session))}
        >
          {translate('files_export')}
        </Button>
      </p>
      <p class="soft file">{translate('journal_period_hint')}</p>
      <PeriodFields id="files-period" period={period} />
      <p>
        <Button
          disabled={isUpsideDown(period.value)}
          onPress={() =>
            make(`nightlatch-journal-${today}.csv`, 'text/csv', async () => [
              await historyTable(overview, session, i18n, period.value),
            ])
          }
        >
          {translate('files_journal')}
        </Button>
      </p>
      <p class="soft file">{translate('files_calendar_hint')}</p>
      <p>
        <Button
          onPress={() =>
            make(`nightlatch-${today}.ics`, 'text/calendar', () => calendar(overview, session, i18n))
          }
        >
          {translate('files_calendar')}
        </Button>
      </p>
      <p role="status">{said}</p>
    </Section>
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

async function calendar({ stores }: Overview, session: Session, i18n: I18n): Promise<string[]> {
  const { translate } = i18n
  const entries = await session.ask('calendar', null)
  const titled = entries.map((entry) => {
    const title = isCommitmentId(entry.item)
      ? translate('commitment_calendar')
      : itemText(i18n, entry.item).title
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
