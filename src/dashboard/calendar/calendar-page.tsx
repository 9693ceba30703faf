import type { Deadline } from '../../domain/deadline'
import type { DayEntry, Month, MonthName } from '../../domain/journal/month'
import type { Overview } from '../../domain/overview'
import type { LocalDay } from '../../domain/time/time'
import {
  type CalendarWords,
  calendarWords,
  firstDayOfWeek,
  monthBeside,
  weekdays,
  weeksOf,
} from '../../i18n/calendar-format'
import { clockText, playbookTitle } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { storeName } from '../../ui/store-label'
import { itemTitle } from '../checklist/item-title'
import { Loaded } from '../loading/use-resource'
import { linkTo } from '../navigation/router'

/** More than these of one day are folded, so that a week keeps its shape. */
const shownAtOnce = 3

/** What was done and what comes due, month by month, for the store that is shown. */
export function CalendarPart({ month: linked }: { month: MonthName | undefined }) {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const { today, store, stores } = overview
  const month = linked ?? today.slice(0, 7)
  const words = calendarWords(i18n)
  return (
    <>
      <p class="soft">{translate('calendar_explain')}</p>
      {stores.length > 1 && (
        <p class="soft">{translate('calendar_store', { name: storeName(i18n, store) })}</p>
      )}
      <div class="month-choice">
        <h3 aria-live="polite">{words.month(month)}</h3>
        <p>
          <MonthLink month={monthBeside(month, -1)} today={today} text={translate('calendar_before')} />
          <a class="button" href={linkTo({ part: 'calendar' })}>
            {translate('calendar_today')}
          </a>
          <MonthLink month={monthBeside(month, 1)} today={today} text={translate('calendar_after')} />
        </p>
      </div>
      {/* One for each month: below the name of a month that cannot be read never stands another. */}
      <Loaded key={month} load={() => session.ask('month', { month })} on={[overview]}>
        {(shown) => <MonthView shown={shown} words={words} />}
      </Loaded>
    </>
  )
}

function MonthLink({ month, today, text }: { month: MonthName; today: LocalDay; text: string }) {
  // What comes due is known for a year; before 1900 nobody sold here.
  if (month < '1900' || month > nextYear(today)) return null
  return (
    <a class="button" href={linkTo({ part: 'calendar', month })}>
      {text}
    </a>
  )
}

function nextYear(today: LocalDay): MonthName {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}`
}

type Shown = { shown: Month; words: CalendarWords }

/** Twice, as a table and as a list: seven columns need room, and a style sheet chooses which of the two is there. */
function MonthView({ shown, words }: Shown) {
  const { i18n, overview } = useApp()
  const { translate } = i18n
  const isEmpty = shown.days.every(({ day, entries }) => entries.length + datesOn(day, overview).length === 0)
  return (
    <>
      {shown.unreadable.map((on) => (
        <p key={on} class="problem">
          {translate('journal_unreadable', { day: i18n.day(on) })}
        </p>
      ))}
      {isEmpty && <p>{translate('calendar_empty')}</p>}
      <MonthTable shown={shown} words={words} />
      {!isEmpty && <MonthList shown={shown} words={words} />}
      <p class="soft">{translate('calendar_often')}</p>
    </>
  )
}

function MonthTable({ shown, words }: Shown) {
  const { i18n, overview } = useApp()
  const first = firstDayOfWeek(i18n.locale)
  return (
    <table class="month">
      <caption class="visually-hidden">{words.month(shown.month)}</caption>
      <thead>
        <tr>
          {weekdays(i18n.locale, first).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(shown.days, first).map((week) => (
          <tr key={week.find((cell) => cell)?.day}>
            {week.map((cell, index) =>
              cell ? (
                <td key={cell.day} aria-current={cell.day === overview.today ? 'date' : undefined}>
                  <time dateTime={cell.day}>{words.date(cell.day)}</time>
                  <Entries on={cell} />
                </td>
              ) : (
                <td key={index} class="blank" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthList({ shown, words }: Shown) {
  const { overview } = useApp()
  return (
    <div class="agenda">
      {shown.days
        .filter(({ day, entries }) => entries.length + datesOn(day, overview).length > 0)
        .map(({ day, entries }) => (
          <section key={day} aria-labelledby={`on-${day}`}>
            <h4 id={`on-${day}`} aria-current={day === overview.today ? 'date' : undefined}>
              {words.day(day)}
            </h4>
            <Entries on={{ day, entries }} />
          </section>
        ))}
    </div>
  )
}

/** What open playbooks of the shown store wait for on this day. */
function datesOn(day: LocalDay, { deadlines = [], store }: Overview): readonly Deadline[] {
  return deadlines.filter((one) => one.day === day && one.store === store.id)
}

function Entries({ on }: { on: Month['days'][number] }) {
  const { i18n, overview } = useApp()
  const rows = [
    ...datesOn(on.day, overview).map((date) => (
      <li key={`${date.run} ${date.clock}`} class="due">
        <a href={linkTo({ part: 'playbooks', run: date.run })}>{clockText(i18n, date.clock)}</a>{' '}
        <span class="soft">{playbookTitle(i18n, date.playbook) ?? date.playbook}</span>
      </li>
    )),
    ...on.entries.map(({ item, is }) => (
      <li key={`${item} ${is}`} class={is}>
        <a href={linkTo({ part: 'checklist', item })}>{itemTitle(item, overview, i18n)}</a>{' '}
        <span class="soft">{i18n.translate(entryWord[is])}</span>
      </li>
    )),
  ]
  if (rows.length === 0) return null
  // One more than fits would take the place that its fold needs.
  if (rows.length <= shownAtOnce + 1) return <ul>{rows}</ul>
  return (
    <>
      <ul>{rows.slice(0, shownAtOnce)}</ul>
      <details>
        <summary>{i18n.plural('calendar_more', rows.length - shownAtOnce)}</summary>
        <ul>{rows.slice(shownAtOnce)}</ul>
      </details>
    </>
  )
}

const entryWord = {
  due: 'calendar_due',
  planned: 'calendar_planned',
  again: 'calendar_again',
  done: 'calendar_done',
} as const satisfies Record<DayEntry['is'], string>
