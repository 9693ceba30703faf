import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { apply, isOvertaken } from '../../src/domain/checklist'
import { isSaid } from '../../src/domain/item-record'
import { checksIn, type JournalEntry, journalled } from '../../src/domain/journal/journal'
import { overview } from '../../src/domain/overview'
import { instantOf } from '../../src/domain/time/time'
import { recordKind } from '../../src/storage/kinds/record'
import { answered, checked, history, later, newId, recordOf, reported, statusIn } from '../support/checklist'
import { at } from '../support/time'

const now = at('2026-03-04 10:00')
const tomorrow = at('2026-03-05 10:00')
const item = 'user-list-review'

const undoIn = (list: ReturnType<typeof history>, when = now) =>
  overview(list, when)
    .areas.flatMap(({ items }) => items)
    .find(({ id }) => id === item)?.undo

/** As a row of the checklist does. */
function takenBack(list: ReturnType<typeof history>, when = now) {
  const undo = undoIn(list, when)
  if (!undo) throw new RangeError('nothing to take back')
  const event = undo.isReport
    ? ({ id: newId(), store: 'store-1', kind: 'report-taken-back', of: undo.of } as const)
    : answered(item, { kind: 'undone', of: undo.of })
  expect(isOvertaken(list, event)).toBe(false)
  return apply(list, event, when)
}

const answers: Answer[] = [
  { kind: 'checked' },
  { kind: 'snoozed', for: 'tomorrow' },
  { kind: 'dismissed', reason: 'No team' },
  { kind: 'handled-elsewhere', by: 'Ana' },
  { kind: 'restored' },
  { kind: 'noted', note: 'Two of them' },
  { kind: 'paced', every: 45 },
  { kind: 'silenced' },
  { kind: 'kept' },
]

describe('what was said today', () => {
  test.each(answers)('$kind is taken back to what was said before', (answer) => {
    const before = history([at('2026-02-01'), checked(item)])
    const after = later(before, [now, answered(item, answer)])
    const { events: _events, before: _before, ...was } = recordOf(before, item)!
    const { events: _, ...is } = recordOf(takenBack(after), item)!
    expect(is).toEqual(was)
  })

  test('of several answers the last is taken back, then the one before it, and so on to the first', () => {
    const states = [history([now, checked('two-step-on')])]
    for (const answer of answers) states.push(apply(states.at(-1)!, answered(item, answer), now))
    let list = states.at(-1)!
    // A handful is remembered.
    for (const earlier of states.slice(2, -1).reverse()) {
      list = takenBack(list)
      expect(statusIn(list, item, now)).toEqual(statusIn(earlier, item, now))
      expect(recordOf(list, item)?.note).toBe(recordOf(earlier, item)?.note)
    }
    expect(isSaid(recordOf(list, item)!)).toBe(true)
  })

  test('is told in the overview on its day alone, and only as long as it was not taken back', () => {
    const list = history([now, checked(item)])
    expect(undoIn(list)).toBeDefined()
    expect(undoIn(list, tomorrow)).toBeUndefined()
    expect(undoIn(takenBack(list))).toBeUndefined()
    expect(undoIn(history([now, checked('two-step-on')]))).toBeUndefined()
    // By a clock that was ahead.
    expect(undoIn(history([tomorrow, checked(item)]))).toBeUndefined()
  })

  test('is a report too, taken back with all that it made due, where nothing was said since', () => {
    const report = reported('somebody-left')
    const before = history([at('2026-02-01'), checked(item)])
    const list = later(before, [now, report])
    expect(undoIn(list)).toEqual({ of: report.id, isReport: true })
    const back = takenBack(list)
    expect(Object.values(back.records).some(({ happened }) => happened)).toBe(false)
    expect(recordOf(back, item)?.checked).toBe('2026-02-01')
    const done = later(list, [now, checked(item)])
    expect(undoIn(done)?.isReport).toBeUndefined()
    expect(undoIn(takenBack(done))).toEqual({ of: report.id, isReport: true })
  })

  test('is not what a closed or a shown card was', () => {
    const check = checked(item)
    const list = later(history([now, check]), [
      now,
      answered(item, { kind: 'closed' }),
      { id: newId(), store: 'store-1', kind: 'shown', item },
    ])
    expect(undoIn(list)?.of).toBe(check.id)
  })

  test('is taken back once, however often it is asked for', () => {
    const check = checked(item)
    const list = history([now, answered(item, { kind: 'noted', note: 'x' }), check])
    const undo = answered(item, { kind: 'undone', of: check.id })
    const once = apply(list, undo, now)
    expect(apply(once, undo, now)).toEqual(once)
    expect(isOvertaken(once, answered(item, { kind: 'undone', of: check.id }))).toBe(true)
  })

  test('is kept in what is stored, and 0.1.0 reads it without', () => {
    const record = recordOf(history([now, checked(item), answered(item, { kind: 'silenced' })]), item)!
    const raw = recordKind.encode(record)
    expect(recordKind.decode(JSON.parse(JSON.stringify(raw)))).toEqual({ kind: 'read', value: record })
    expect(record.before?.before?.undo?.of).toBeDefined()
    const { undo: _undo, before: _before, ...before } = record.before!
    const old = { ...raw, before }
    expect(recordKind.decode(old)).toEqual({ kind: 'read', value: { ...record, before } })
  })
})

test('two checks that are taken back one after the other are none in the history', () => {
  let list = history()
  const entries: JournalEntry[] = []
  const say = (event: ReturnType<typeof checked>, minute: number) => {
    list = apply(list, event, now)
    const what = journalled(event)
    const id = event.id
    if (what) entries.push({ id, at: instantOf(now) + minute, day: '2026-03-04', store: 'store-1', what })
  }
  const first = checked(item)
  const second = checked(item)
  say(first, 1)
  say(second, 2)
  expect(checksIn(list, entries)).toHaveLength(2)
  say(answered(item, { kind: 'undone', of: second.id }), 3)
  expect(checksIn(list, entries)).toHaveLength(1)
  say(answered(item, { kind: 'undone', of: first.id }), 4)
  expect(checksIn(list, entries)).toEqual([])
})
