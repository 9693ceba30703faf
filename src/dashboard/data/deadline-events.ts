import type { CalendarEntry } from '../../domain/journal/schedule'
import type { RunView } from '../../domain/playbooks/playbook'
import { clockText, playbookTitle } from '../../i18n/playbook-text'
import type { I18n } from '../app/app'

/** The dates of open playbooks for the seller's calendar. Only our own titles, since calendars are shared. */
export function datesOf(
  runs: readonly RunView[],
  i18n: I18n,
): (Pick<CalendarEntry, 'id' | 'day' | 'until'> & { title: string })[] {
  return runs
    .filter(({ closed }) => !closed)
    .flatMap(({ deadlines }) => deadlines.filter(({ met }) => !met))
    .map(({ run, playbook, clock, day }) => ({
      id: `${run}/${clock}`,
      day,
      until: day,
      title: i18n.translate('calendar_event_playbook', {
        playbook: playbookTitle(i18n, playbook) ?? playbook,
        date: clockText(i18n, clock),
      }),
    }))
}
