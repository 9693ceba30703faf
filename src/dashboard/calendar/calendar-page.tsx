import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Deadline } from '../../domain/deadline'
import { repeatOf } from '../../domain/home'
import type { DayEntry, Month, MonthName } from '../../domain/journal/month'
import type { Overview } from '../../domain/overview'
import { isOften } from '../../domain/pace'
import type { Check } from '../../domain/round'
import { addMonths } from '../../domain/time/day'
import type { LocalDay } from '../../domain/time/time'
import {
  type CalendarWords,
  calendarWords,
  firstDayOfWeek,
  weekdays,
  weeksOf,
} from '../../i18n/calendar-format'
import { clockText, playbookTitle } from '../../i18n/playbook-text'
import { storeName } from '../../ui/store-label'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { itemTitle } from '../checklist/item-title'
import { linkTo } from '../navigation/router'

/** More than these of one day are folded, so that a week keeps its shape. */
const shownAtOnce = 3

/** What was done and what comes due, month by month, for the store that is shown. */
export function CalendarPart({ month: linked }: { month: MonthName | undefined }) {
  const { i18n, overview, translate } = useApp()
  const { today, store, stores } = overview
  const thisMonth = today.slice(0, 7)
  const month = linked ?? thisMonth
  const words = calendarWords(i18n)
  const isAsked = useRef(false)
  function showToday(): void {
    const day = [...document.querySelectorAll<HTMLElement>('.today')].find((one) => one.checkVisibility())
    day?.scrollIntoView({ block: 'nearest' })
    if (isAsked.current) day?.focus({ preventScroll: true })
    isAsked.current = false
  }
  return (
    <>
      <p class="soft">{translate('calendar_explain')}</p>
      {stores.length > 1 && (
        <p class="soft">{translate('calendar_store', { name: storeName(i18n, store) })}</p>
      )}
      <div class="month-choice">
        <h3 aria-live="polite">{words.month(month)}</h3>
        <p class="choice">
          <MonthLink month={addMonths(month, -1)} today={today} text={translate('calendar_before')} />
          <a
            class="button"
            href={linkTo({ part: 'calendar' })}
            onClick={() => {
              isAsked.current = true
              if (month === thisMonth) showToday()
            }}
          >
            {translate('calendar_today')}
          </a>
          <MonthLink month={addMonths(month, 1)} today={today} text={translate('calendar_after')} />
        </p>
      </div>
      {/* One for each month: below the name of a month that cannot be read never stands another. */}
      <MonthRead
        key={month}
        month={month}
        words={words}
        onShown={() => linked === undefined && showToday()}
      />
    </>
  )
}

function MonthRead(props: { month: MonthName; words: CalendarWords; onShown: () => void }) {
  const { month, words, onShown } = props
  const { session } = useApp()
  const resource = useResource(() => session.ask('month', { month }), ['change'])
  const isRead = resource.kind !== 'loading'
  useLayoutEffect(() => {
    if (isRead) onShown()
  }, [isRead])
  return <Loaded of={resource}>{(shown) => <MonthView shown={shown} words={words} />}</Loaded>
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

/** What the page shows first, and where the focus goes by “Today”. */
const isToday = { class: 'today', 'aria-current': 'date', tabIndex: -1 } as const

type MonthProps = { shown: Month; words: CalendarWords }

/** Twice, as a table and as a list: seven columns need room, and a style sheet chooses which of the two is there. */
function MonthView({ shown, words }: MonthProps) {
  const { i18n, overview, translate } = useApp()
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
      <Often />
    </>
  )
}

/** Whether a new store has the check already; until then its first day stands in the month. */
const isBegun = ({ status }: Check) => status.kind !== 'planned' || status.spread === undefined

/** The checks that would fill every day, each once. */
function Often() {
  const { i18n, overview, translate, plural } = useApp()
  const checks: readonly Check[] = [...overview.areas.flatMap(({ items }) => items), ...overview.measures]
  const often = checks.filter(
    (one) => isOften(repeatOf(one)) && (one.waiting || one.next !== undefined) && isBegun(one),
  )
  const paces = [...new Set(often.map(repeatOf))].filter((days) => days !== undefined).sort((a, b) => a - b)
  if (paces.length === 0) return null
  return (
    <section class="often">
      <p class="soft">{translate('calendar_often')}</p>
      <dl>
        {paces.map((days) => (
          <div key={days}>
            <dt>{plural('pace_days', days)}</dt>
            {often
              .filter((one) => repeatOf(one) === days)
              .map(({ id }) => (
                <dd key={id}>
                  <a class="target" href={linkTo({ part: 'checklist', item: id })}>
                    {itemTitle(id, overview, i18n)}
                  </a>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

function MonthTable({ shown, words }: MonthProps) {
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
                <td key={cell.day} {...(cell.day === overview.today && isToday)}>
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

function MonthList({ shown, words }: MonthProps) {
  const { overview } = useApp()
  const { today } = overview
  const full = shown.days.filter(({ day, entries }) => entries.length + datesOn(day, overview).length > 0)
  // Where nothing is today, the list goes on from the next day that has something.
  const next = full.find(({ day }) => day >= today)?.day
  return (
    <div class="agenda">
      {full.map(({ day, entries }) => (
        <section
          key={day}
          class={day === next ? 'box today' : 'box'}
          aria-labelledby={`on-${day}`}
          tabIndex={day === next ? -1 : undefined}
        >
          <h4 id={`on-${day}`} aria-current={day === today ? 'date' : undefined}>
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

/** What is to do on a day. What was confirmed is folded: of a busy month it would be nearly all. */
function Entries({ on }: { on: Month['days'][number] }) {
  const { i18n, overview } = useApp()
  const open = [
    ...datesOn(on.day, overview).map((date) => (
      <li key={`${date.run} ${date.clock}`} class="due">
        <a href={linkTo({ part: 'playbooks', run: date.run })}>{clockText(i18n, date.clock)}</a>{' '}
        <span class="soft">{playbookTitle(i18n, date.playbook) ?? date.playbook}</span>
      </li>
    )),
    ...on.entries.flatMap(({ item, is }) =>
      is === 'done' ? [] : [<Entry key={item} item={item} is={is} />],
    ),
  ]
  const done = on.entries.flatMap(({ item, is }) =>
    is === 'done' ? [<Entry key={item} item={item} is={is} />] : [],
  )
  // One more than fits would take the place that its fold needs.
  const shown = open.length <= shownAtOnce + 1 ? open.length : shownAtOnce
  return (
    <>
      {open.length > 0 && <ul>{open.slice(0, shown)}</ul>}
      {open.length > shown && (
        <details data-prints>
          <summary>{i18n.plural('calendar_more', open.length - shown)}</summary>
          <ul>{open.slice(shown)}</ul>
        </details>
      )}
      {done.length > 0 && (
        <details data-prints>
          <summary>{i18n.plural('calendar_confirmed', done.length)}</summary>
          <ul>{done}</ul>
        </details>
      )}
    </>
  )
}

function Entry({ item, is }: DayEntry) {
  const { i18n, overview } = useApp()
  return (
    <li class={is}>
      <a href={linkTo({ part: 'checklist', item })}>{itemTitle(item, overview, i18n)}</a>{' '}
      <span class="soft">{i18n.translate(entryWord[is])}</span>
    </li>
  )
}

const entryWord = {
  due: 'calendar_due',
  planned: 'calendar_planned',
  again: 'calendar_again',
  done: 'calendar_done',
} as const satisfies Record<DayEntry['is'], string>
