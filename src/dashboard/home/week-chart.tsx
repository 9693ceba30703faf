import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { type DayAhead, weeksAhead } from '../../domain/home'
import { type CalendarWords, calendarWords } from '../../i18n/calendar-format'
import { clockText } from '../../i18n/playbook-text'
import { Table } from '../../ui/table'
import { type I18n, useApp } from '../app/app'
import { itemTitle } from '../checklist/item-title'
import { linkTo } from '../navigation/router'
import { HomePart } from './home-part'

const daysOfWeek = 7
/** As many as fit into the height of a day; more are a number. */
const mostDots = 4

/** What the next six weeks bring: a chart for the eye, and the same as a table, of which a screen reader reads one. */
export function WeekChart() {
  const { i18n, overview, translate, plural } = useApp()
  const isTable = useSignal(false)
  const hidden = { 'aria-hidden': isTable.value || undefined }
  const words = calendarWords(i18n)
  const { days, folded } = weeksAhead(overview)
  const weeks = Array.from({ length: days.length / daysOfWeek }, (_, week) =>
    days.slice(week * daysOfWeek, (week + 1) * daysOfWeek),
  )
  const legend = [
    ['due', translate('home_due_now')],
    ['comes', translate('home_comes_due')],
    ['payout', translate('home_payout_day')],
    ['deadline', translate('home_deadline_day')],
  ] as const
  return (
    <HomePart
      id="weeks"
      title={translate('home_weeks')}
      more={{ route: { part: 'calendar' }, text: translate('nav_calendar') }}
    >
      <div class="box weeks-panel">
        <ol class="weeks" {...hidden}>
          {weeks.map((week, index) => (
            <li key={week[0]?.day}>
              <ol class="days">
                {week.map((one) => (
                  <Day key={one.day} of={one} name={dayName(one, words, i18n)} />
                ))}
              </ol>
              <span class="soft">
                {index === 0 ? translate('home_today') : week[0] && words.shortDay(week[0].day)}
              </span>
            </li>
          ))}
        </ol>
        <ul class="legend soft" {...hidden}>
          {legend.map(([kind, text]) => (
            <li key={kind}>
              <i data-is={kind} /> {text}
            </li>
          ))}
        </ul>
        {folded > 0 && <p class="soft">{plural('home_often', folded)}</p>}
        <details onToggle={({ currentTarget }) => (isTable.value = currentTarget.open)}>
          <summary>{translate('home_weeks_table')}</summary>
          <DaysTable days={days.filter((one) => hasSomething(one))} words={words} />
        </details>
      </div>
    </HomePart>
  )
}

function Day({ of: one, name }: { of: DayAhead; name: string }) {
  const dots = [...one.due.map(() => 'due' as const), ...one.comes.map(() => 'comes' as const)]
  const isMany = dots.length > mostDots
  if (!hasSomething(one)) return <li class="day" aria-hidden="true" />
  return (
    <li class="day" data-payout={one.payout || undefined}>
      {/* Its title is its name too: a label beside it would be read as well. */}
      <span role="img" title={name}>
        {one.deadlines.length > 0 && <i data-is="deadline" />}
        {isMany && <b data-is={dots[0]}>{dots.length}</b>}
        {dots.slice(0, isMany ? 1 : mostDots).map((kind, index) => (
          <i key={index} data-is={kind} />
        ))}
      </span>
    </li>
  )
}

function hasSomething({ due, comes, payout, deadlines }: DayAhead): boolean {
  return due.length + comes.length + deadlines.length > 0 || payout
}

/** "Wednesday, December 2: 2 checks come due and payout". */
function dayName({ day, due, comes, payout, deadlines }: DayAhead, words: CalendarWords, i18n: I18n): string {
  const { translate, plural, list } = i18n
  const what = [
    ...(due.length > 0 ? [plural('home_day_due', due.length)] : []),
    ...(comes.length > 0 ? [plural('home_day_comes', comes.length)] : []),
    ...(payout ? [translate('home_payout_day')] : []),
    ...(deadlines.length > 0 ? [plural('home_day_deadlines', deadlines.length)] : []),
  ]
  return translate('home_day', { day: words.day(day), what: list(what) })
}

function DaysTable({ days, words }: { days: readonly DayAhead[]; words: CalendarWords }) {
  const { i18n, overview, translate } = useApp()
  if (days.length === 0) return <p>{translate('home_weeks_empty')}</p>
  const check = (id: DayAhead['comes'][number], kind: string) => (
    <Fact key={id} kind={kind}>
      <a class="target" href={linkTo({ part: 'checklist', item: id })}>
        {itemTitle(id, overview, i18n)}
      </a>
    </Fact>
  )
  return (
    <Table
      isNamed
      columns={[translate('home_table_day'), translate('home_table_what')]}
      rows={days.map(({ day, due, comes, payout, deadlines }) => [
        day,
        words.day(day),
        <ul key={day}>
          {due.map((id) => check(id, translate('home_due_now')))}
          {comes.map((id) => check(id, translate('home_comes_due')))}
          {payout && <li>{translate('home_payout_day')}</li>}
          {deadlines.map(({ run, clock }) => (
            <Fact key={`${run} ${clock}`} kind={translate('home_deadline_day')}>
              <a class="target" href={linkTo({ part: 'playbooks', run })}>
                {clockText(i18n, clock)}
              </a>
            </Fact>
          ))}
        </ul>,
      ])}
    />
  )
}

function Fact({ kind, children }: { kind: string; children: ComponentChildren }) {
  return (
    <li>
      {children} <span class="soft">{kind}</span>
    </li>
  )
}
