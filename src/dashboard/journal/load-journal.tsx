import { type Signal, useSignal } from '@preact/signals'
import type { Span } from '../../domain/journal/fingerprint'
import type { JournalPage } from '../../domain/journal/journal'
import type { LocalDay } from '../../domain/time/time'
import { Input, partOf } from '../../ui/forms/field'
import type { Session } from '../../ui/overview-store'
import { useApp } from '../app/app'

/** From one day to another, both included; an empty end is open. */
export type Period = { from: LocalDay | ''; to: LocalDay | '' }

export function usePeriod(from = '', to = ''): Signal<Period> {
  return useSignal<Period>({ from, to })
}

export function isUpsideDown({ from, to }: Period): boolean {
  return from !== '' && to !== '' && to < from
}

export function PeriodFields({ id, period }: { id: string; period: Signal<Period> }) {
  const { translate } = useApp()
  const field = (end: keyof Period, label: string) => (
    <span class="choice">
      <label for={`${id}-${end}`}>{label}</label>
      <Input
        id={`${id}-${end}`}
        kind="day"
        max="9999-12-31"
        of={partOf(period, end)}
        aria-describedby={`${id}-help`}
      />
    </span>
  )
  return (
    <div class="choice">
      {field('from', translate('journal_period_from'))}
      {field('to', translate('journal_period_to'))}
      <span id={`${id}-help`} class="problem" role="alert">
        {isUpsideDown(period.value) && translate('journal_period_bad')}
      </span>
    </div>
  )
}

/** The newest page of the journal, and older ones as far back as this day, as one. */
export async function journalBackTo(session: Session, day: LocalDay | ''): Promise<JournalPage> {
  let all = await session.ask('journal', { before: null })
  while (all.before !== undefined && all.before > day) {
    const older = await session.ask('journal', { before: all.before })
    all = {
      ...older,
      entries: [...all.entries, ...older.entries],
      unreadable: [...all.unreadable, ...older.unreadable],
    }
  }
  return all
}

/** The journal of a period alone, newest first. */
export async function journalIn(session: Session, { from, to }: Period): Promise<JournalPage> {
  const journal = await journalBackTo(session, from)
  const isIn = (day: LocalDay) => (from === '' || day >= from) && (to === '' || day <= to)
  return {
    ...journal,
    entries: journal.entries.filter(({ day }) => isIn(day)),
    unreadable: journal.unreadable.filter(isIn),
  }
}

/** The days that a period with open ends comes to: all that its entries have, and today. */
export function spanOf(period: Period, { entries }: JournalPage, today: LocalDay): Span {
  const to = period.to || entries.reduce((last, { day }) => (day > last ? day : last), today)
  return { from: period.from || entries.reduce((first, { day }) => (day < first ? day : first), to), to }
}
