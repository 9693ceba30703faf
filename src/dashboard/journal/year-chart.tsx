import type { YearOfChecks } from '../../domain/journal/journal'
import { calendarWords } from '../../i18n/calendar-format'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { useApp } from '../app/app'

/** How many checks each of the last twelve months had: bars for the eye, and the same as a table below. */
export function YearChart({ year: { months, unreadable } }: { year: YearOfChecks }) {
  const { i18n, translate, plural, number } = useApp()
  const words = calendarWords(i18n)
  const most = Math.max(...months.map(({ checks }) => checks))
  const sum = months.reduce((total, { checks }) => total + checks, 0)
  return (
    <Section class="panel" id="year" title={translate('journal_year')}>
      <p class="soft" id="year-sum">
        {plural('journal_year_sum', sum)}
      </p>
      {unreadable.length > 0 && <p class="problem">{plural('journal_year_unreadable', unreadable.length)}</p>}
      {sum > 0 && (
        <>
          {/* The table says the same, so nobody has to hear twelve bars. */}
          <div class="chart" role="img" aria-labelledby="year year-sum">
            <ol class="bars" aria-hidden="true">
              {months.map(({ month, checks }) => (
                <li key={month}>
                  <span class="count">{checks > 0 && number(checks)}</span>
                  <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
                    <rect y={100 - heightOf(checks, most)} width="1" height={heightOf(checks, most)} />
                  </svg>
                  <span class="soft">{words.shortMonth(month)}</span>
                </li>
              ))}
            </ol>
          </div>
          <details>
            <summary>{translate('journal_year_table')}</summary>
            <Table
              isNamed
              columns={[translate('journal_year_month'), translate('journal_year_checks')]}
              rows={months.map(({ month, checks }) => [month, words.month(month), number(checks)])}
            />
          </details>
        </>
      )}
    </Section>
  )
}

/** Of a hundred. A month with a single check is seen beside one with hundreds. */
function heightOf(checks: number, most: number): number {
  return checks === 0 ? 0 : Math.max(2, (100 * checks) / most)
}
