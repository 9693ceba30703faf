import type { CalendarEntry } from '../../domain/journal/schedule'
import type { RunView } from '../../domain/playbooks/playbook'
import type { I18n } from '../../i18n/i18n'
import { clockText, playbookTitle } from '../../i18n/playbook-text'

/** The dates that open playbooks wait for, for the seller's own calendar: titles of ours alone, since calendars are shared. */
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
