import type { JournalEntry } from '../../domain/journal/journal'
import { daysBetween } from '../../domain/time/day'
import { calendarWords } from '../../i18n/calendar-format'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { byText, entryText, storeOf } from '../journal/journal-page'
import { HomePart } from './home-part'

const most = 5
/** Days. An older entry has its date. */
const nearPast = 7

/** The last entries of the journal, read after the page is shown. */
export function RecentEntries() {
  const { session, translate } = useApp()
  const resource = useResource(() => session.ask('journal', { before: null }), ['change'])
  return (
    <HomePart
      id="recent"
      title={translate('home_recent')}
      more={{ route: { part: 'journal' }, text: translate('nav_journal') }}
    >
      <div class="box lines">
        <Loaded of={resource}>
          {({ entries }) =>
            entries.length === 0 ? (
              <p class="soft">{translate('journal_empty')}</p>
            ) : (
              <ul>
                {entries.slice(0, most).map((entry) => (
                  <Entry key={entry.id} of={entry} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </HomePart>
  )
}

function Entry({ of: entry }: { of: JournalEntry }) {
  const { i18n, overview, day } = useApp()
  const { today, stores } = overview
  const isNear = Math.abs(daysBetween(entry.day, today)) < nearPast
  const notes = [
    ...(stores.length > 1 ? [storeOf(entry, overview, i18n)] : []),
    ...[byText(entry, i18n)].filter((by) => by !== undefined),
  ]
  return (
    <li>
      <span>
        {entryText(entry, overview, i18n)}
        {notes.map((note) => (
          <>
            <br />
            <span class="soft">{note}</span>
          </>
        ))}
      </span>
      <span class="soft">{isNear ? calendarWords(i18n).distance(today, entry.day) : day(entry.day)}</span>
    </li>
  )
}
