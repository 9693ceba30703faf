import type { Answer } from '../../src/domain/answer'
import { apply, type Checklist, type ChecklistEvent, emptyChecklist } from '../../src/domain/checklist'
import { type ItemId, items } from '../../src/domain/items'
import { type JournalEntry, journalled } from '../../src/domain/journal/journal'
import { dayOf, instantOf, type LocalDay } from '../../src/domain/time/time'
import { encodeExport } from '../../src/storage/export-file'
import { journalKey, journalKind } from '../../src/storage/kinds/journal'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { type Moment, nowAt } from './time'

type Step = { now: Moment; event: ChecklistEvent }

/** What a made-up seller did on which day. Not random, so that two runs give the same pictures. */
function said(now: Moment, waiting: readonly ItemId[]): Step[] {
  let made = 0
  const steps: Step[] = []
  const say = (daysAgo: number, what: Record<string, unknown> & { kind: string }) => {
    made += 1
    const event = { id: `event-${made}`, store: 'store-1', ...what } as ChecklistEvent
    steps.push({ now: now.subtract({ days: daysAgo }), event })
  }
  const answer = (daysAgo: number, item: ItemId, given: Answer) =>
    say(daysAgo, { kind: 'answered', item, answer: given })

  say(360, { kind: 'store-named', name: 'Müller & Söhne' })
  say(360, { kind: 'fronts-chosen', fronts: ['sellercentral.amazon.com'] })
  if (waiting.length > 0) {
    say(359, { kind: 'store-added', store: 'store-2', login: 'login-2', name: 'Küche & Bad' })
    say(359, { kind: 'fronts-chosen', store: 'store-2', fronts: ['sellercentral.amazon.de'] })
    say(359, { kind: 'store-shown' })
  }
  for (const [place, { id, cadence }] of items.entries()) {
    if (cadence.kind === 'event') continue
    const every = cadence.kind === 'every' ? Math.max(cadence.days, 5) : 400
    // Some are early, some late, and never all on one day.
    const last = waiting.includes(id) ? every : 0
    for (let ago = 350 - place * 2; ago > last; ago -= every + (place % 4))
      answer(ago, id, { kind: 'checked' })
    if (!waiting.includes(id)) answer(0, id, { kind: 'checked' })
  }
  return steps
}

/** A year of answers as an export. `waiting` are the items that were not checked today. */
export function sellersExport(instant: number, timeZone: string, waiting: readonly ItemId[]): string {
  const now = nowAt(instant, timeZone)
  const steps = said(now, waiting).sort((a, b) => instantOf(a.now) - instantOf(b.now))
  const checklist = steps.reduce<Checklist>((list, step) => apply(list, step.event, step.now), emptyChecklist)
  const days = new Map<LocalDay, JournalEntry[]>()
  for (const step of steps) {
    const what = journalled(step.event)
    if (!what) continue
    const day = dayOf(step.now)
    const { id, store } = step.event
    const entry: JournalEntry = { id, at: instantOf(step.now), day, store, what, who: 'Ana' }
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return encodeExport(
    {
      [storesKind.prefix]: storesKind.encode(checklist),
      ...Object.fromEntries(
        Object.entries(checklist.records).map(([key, record]) => [
          recordPrefix + key,
          recordKind.encode(record),
        ]),
      ),
      ...Object.fromEntries(
        [...days].map(([day, entries]) => [journalKey(day), journalKind.encode(entries)]),
      ),
    },
    dayOf(now),
  )
}
