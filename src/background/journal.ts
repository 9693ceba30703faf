import { type JournalEntry, lastMonths, yearOfChecks } from '../domain/journal/journal'
import { journalOf, monthOf } from '../domain/journal/month'
import { calendarOf } from '../domain/journal/schedule'
import { overview, shownStore } from '../domain/overview'
import { presentStores } from '../domain/present-stores'
import type { Settings } from '../domain/settings'
import { dayOf, instantOf, type Now } from '../domain/time/time'
import type { Request } from '../messages/protocol'
import { readJournal, readJournalBetween } from '../storage/journal-pages'
import { settingsKind } from '../storage/kinds/settings'
import type { Remembering } from '../storage/remembering'
import { valueIn } from '../storage/repository'
import type { Act, Handler } from './handler'
import type { Repository } from './repository'

/** Makes a journal entry for something done now, with the name of the person at this browser. */
export function entryFor(
  { who }: Settings,
  about: Pick<JournalEntry, 'id' | 'store' | 'what'>,
  now: Now,
): JournalEntry {
  const { id, store, what } = about
  return { id, at: instantOf(now), day: dayOf(now), store, what, ...(who ? { who } : {}) }
}

/** The handlers that read the journal: its list, a month of the calendar, the chart of a year. */
export function createJournalHandlers(storage: Remembering, repository: Repository, now: () => Now) {
  const { reading } = repository
  return {
    journal: ({ before }) =>
      reading(async () => {
        const slots = await repository.find({ keys: [settingsKind.prefix] })
        const { who = '' } = valueIn(slots, settingsKind, settingsKind.prefix) ?? {}
        return { ...(await readJournal(storage, before)), who }
      }),

    async month({ month }) {
      const { checklist } = await repository.read({ stores: [] })
      const { first, last } = journalOf(month)
      const journal = await reading(() => readJournalBetween(storage, first, last))
      return monthOf(checklist, shownStore(checklist), month, journal, now())
    },

    async 'year-of-checks'() {
      const { checklist } = await repository.read({ stores: [] })
      const today = dayOf(now())
      const [first = today] = lastMonths(today)
      const journal = await reading(() => readJournalBetween(storage, first, today))
      return yearOfChecks(checklist, journal, today)
    },
  } satisfies { [R in Request]?: Act<R> }
}

export const calendar: Handler<'calendar'> = {
  reads: () => ({}),
  answer: ({ checklist }, _, now) => ({ reply: () => calendarOf(checklist, now) }),
}

export const report: Handler<'report'> = {
  reads: () => ({}),
  answer: ({ checklist, settings }, _, now) => ({
    reply: () => presentStores(checklist).map((store) => overview(checklist, now, settings, store)),
  }),
}
