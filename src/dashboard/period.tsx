import { type Signal, useSignal } from '@preact/signals'
import type { JournalEntry } from '../domain/journal'
import type { LocalDay } from '../domain/time'
import type { I18n } from '../platform/i18n'
import type { Session } from '../ui/session'

/** From one day to another, both included; an empty end is open. */
export type Period = { from: LocalDay | ''; to: LocalDay | '' }

export function usePeriod(from = '', to = ''): Signal<Period> {
  return useSignal<Period>({ from, to })
}

export function isUpsideDown({ from, to }: Period): boolean {
  return from !== '' && to !== '' && to < from
}

export function PeriodFields({ id, period, i18n }: { id: string; period: Signal<Period>; i18n: I18n }) {
  const { translate } = i18n
  const field = (end: keyof Period, label: string) => (
    <span class="choice">
      <label for={`${id}-${end}`}>{label}</label>
      <input
        id={`${id}-${end}`}
        type="date"
        max="9999-12-31"
        aria-describedby={`${id}-help`}
        value={period.value[end]}
        onInput={({ currentTarget }) => {
          period.value = { ...period.value, [end]: currentTarget.value }
        }}
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

/** All entries of a period, newest first, a page after another. */
export async function journalIn(session: Session, { from, to }: Period): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  let before: string | null | undefined = null
  while (before !== undefined) {
    const page: { entries: readonly JournalEntry[]; before?: string } = await session.ask('journal', {
      before,
    })
    entries.push(...page.entries)
    // Older pages lie before the period.
    before = page.before !== undefined && page.before <= from ? undefined : page.before
  }
  return entries.filter(({ day }) => (from === '' || day >= from) && (to === '' || day <= to))
}
