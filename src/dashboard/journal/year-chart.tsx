import type { YearOfChecks } from '../../domain/journal/journal'
import { calendarWords } from '../../i18n/calendar-format'
import { useApp } from '../../ui/app'

/** How many checks each of the last twelve months had: bars for the eye, and the same as a table below. */
export function YearChart({ year: { months, unreadable } }: { year: YearOfChecks }) {
  const { i18n } = useApp()
  const { translate, plural, number } = i18n
  const words = calendarWords(i18n)
  const most = Math.max(...months.map(({ checks }) => checks))
  const sum = months.reduce((total, { checks }) => total + checks, 0)
  return (
    <section class="panel" aria-labelledby="year">
      <h3 id="year">{translate('journal_year')}</h3>
      <p class="soft">{plural('journal_year_sum', sum)}</p>
      {unreadable.length > 0 && <p class="problem">{plural('journal_year_unreadable', unreadable.length)}</p>}
      {sum > 0 && (
        <>
          {/* The table says the same, so nobody has to hear twelve bars. */}
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
          <details>
            <summary>{translate('journal_year_table')}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{translate('journal_year_month')}</th>
                  <th scope="col">{translate('journal_year_checks')}</th>
                </tr>
              </thead>
              <tbody>
                {months.map(({ month, checks }) => (
                  <tr key={month}>
                    <th scope="row">{words.month(month)}</th>
                    <td>{number(checks)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  )
}

/** Of a hundred. A month with a single check is seen beside one with hundreds. */
function heightOf(checks: number, most: number): number {
  return checks === 0 ? 0 : Math.max(2, (100 * checks) / most)
}
