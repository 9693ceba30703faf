import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengths } from '../../../src/domain/facts/lengths'
import { thresholdOf } from '../../../src/domain/facts/thresholds'
import { lineKinds, outcomes, playbookIds, type RunEvent } from '../../../src/domain/playbooks/playbook'
import { playbooks } from '../../../src/domain/playbooks/playbooks'
import {
  applyToRun,
  deadlinesOf,
  journalledRun,
  longestLog,
  mergedRun,
  type Run,
  RunProblem,
  remindersOf,
  startRun,
  viewOf,
  viewsOf,
} from '../../../src/domain/playbooks/run'
import { dayOf } from '../../../src/domain/time/time'
import { runKind } from '../../../src/storage/kinds/run'
import { newId } from '../../support/checklist'
import { at, nowAt, on, zones } from '../../support/time'

const now = at('2026-03-04 10:00')

type Said = RunEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'run'> : never) : never
const said = (event: Said, id = newId()) => ({ ...event, id, run: 'run-1' }) as RunEvent

function begun(playbook: string, ...events: Said[]): Run {
  return events.reduce(
    (run, event) => applyToRun(run, said(event), now),
    startRun({ run: 'run-1', playbook, store: 'store-1' }, now),
  )
}

const everyClock = Object.values(playbooks).flatMap(({ steps }) => steps.flatMap(({ clocks = [] }) => clocks))
const dueOf = (run: Run, clock: string, moment = now) =>
  deadlinesOf([run], moment).find((one) => one.clock === clock)

describe('what is written in a run', () => {
  test('an event that comes twice counts once', () => {
    const run = begun('hijack')
    const event = said({ kind: 'wrote', step: 'mailbox', what: 'note', text: 'two rules' })
    const once = applyToRun(run, event, now)
    expect(applyToRun(once, event, now)).toBe(once)
  })

  test('lines have their time, and a line that is taken back leaves its place', () => {
    const run = begun('hijack', { kind: 'wrote', step: 'mailbox', what: 'case', text: ' 123 ' })
    const line = viewOf(run, now).log.at(-1)
    expect(line).toMatchObject({ at: now.epochMilliseconds, what: 'case', text: '123', step: 'mailbox' })
    const struck = applyToRun(run, said({ kind: 'struck', of: line?.id ?? '' }), now)
    expect(JSON.stringify(struck)).not.toContain('123')
    expect(viewOf(struck, now).log.at(-1)).toMatchObject({ struck: true, text: '' })
  })

  test.each([
    ['note', 'card 4111 1111 1111 1111'],
    ['note', 'seed JBSW Y3DP EHPK 3PXP'],
    ['evidence', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['note', '   '],
    ['case', 'x'.repeat(61)],
    ['evidence', 'x'.repeat(201)],
    ['note', 'x'.repeat(501)],
  ] as const)('a %s is refused: %s', (what, text) => {
    const event = said({ kind: 'wrote', step: 'mailbox', what, text })
    expect(() => applyToRun(begun('hijack'), event, now)).toThrow(RunProblem)
  })

  test('a step is done, open again, and done with another answer', () => {
    const run = begun('claim', { kind: 'stepped', step: 'which', answer: 'a-to-z' })
    expect(viewOf(run, now).done).toEqual({ which: { at: now.epochMilliseconds, answer: 'a-to-z' } })
    const open = applyToRun(run, said({ kind: 'undone', step: 'which' }), now)
    expect(viewOf(open, now).done).toEqual({})
    const other = applyToRun(open, said({ kind: 'stepped', step: 'which', answer: 'chargeback' }), now)
    expect(viewOf(other, now).done['which']?.answer).toBe('chargeback')
  })

  test('closed it takes nothing but a resumption, and goes on months later where it was', () => {
    const run = begun('claim', { kind: 'stepped', step: 'which', answer: 'a-to-z' })
    const closed = applyToRun(run, said({ kind: 'closed', outcome: 'partly' }), now)
    expect(viewOf(closed, now).closed).toEqual({ at: now.epochMilliseconds, outcome: 'partly' })
    expect(() => applyToRun(closed, said({ kind: 'undone', step: 'which' }), now)).toThrow(RunProblem)
    expect(() => applyToRun(run, said({ kind: 'resumed' }), now)).toThrow(RunProblem)
    const resumed = applyToRun(closed, said({ kind: 'resumed' }), on('2026-11-30'))
    expect(viewOf(resumed, on('2026-11-30')).closed).toBeUndefined()
    expect(viewOf(resumed, on('2026-11-30')).done).toEqual(viewOf(run, now).done)
  })

  test('a full log still closes and gives lines back, and takes no more', () => {
    let run = begun('hijack')
    while (run.log.length < longestLog)
      run = applyToRun(run, said({ kind: 'wrote', step: 'mailbox', what: 'note', text: 'x' }), now)
    expect(viewOf(run, now).full).toBe(true)
    expect(() => applyToRun(run, said({ kind: 'undone', step: 'mailbox' }), now)).toThrow(RunProblem)
    const struck = applyToRun(run, said({ kind: 'struck', of: run.log.at(-1)?.id ?? '' }), now)
    expect(
      viewOf(applyToRun(struck, said({ kind: 'closed', outcome: 'solved' }), now), now).closed,
    ).toBeDefined()
  })

  test('of a playbook that is gone: everything stays readable, and a date can still be given', () => {
    const run: Run = {
      ...begun('funds-cleared', { kind: 'clock-started', clock: 'day-60', on: '2026-03-01' }),
      playbook: 'playbook-of-2031',
    }
    expect(viewOf(run, now).log.map(({ kind }) => kind)).toEqual(['started', 'clock-started'])
    expect(dueOf(run, 'day-60')?.due).toEqual({ day: '2026-04-30' })
    const told = applyToRun(run, said({ kind: 'told', clock: 'day-60', day: '2026-05-10' }), now)
    expect(dueOf(told, 'day-60')?.due).toEqual({ day: '2026-05-10' })
  })
})

describe('dates', () => {
  test.each([
    ['funds-cleared', 'day-60', '2026-03-04', { day: '2026-05-03' }],
    ['funds-cleared', 'day-60', '2025-12-31', { day: '2026-03-01' }],
    ['funds-cleared', 'bank-hold', '2026-03-04', { day: '2026-03-07' }],
    ['deactivation-appeal', 'cure', '2026-03-04', { day: '2026-03-11' }],
    ['claim', 'chargeback-answer', '2026-03-04', { day: '2026-03-11' }],
    ['claim', 'atoz-answer', '2026-03-04', { at: at('2026-03-07 00:00').epochMilliseconds }],
    // The clocks go forward in between.
    ['claim', 'atoz-answer', '2026-03-28', { at: at('2026-03-31 01:00').epochMilliseconds }],
    ['backup-access', 'recovery', '2026-03-04', { day: '2026-03-06' }],
    ['verification', 'inform', '2026-03-04', { day: '2026-03-14' }],
  ] as const)('%s: %s, counted from %s', (playbook, clock, from, due) => {
    const run = begun(playbook, { kind: 'clock-started', clock, on: from })
    expect(dueOf(run, clock)).toMatchObject({ due, since: from })
  })

  test.each([
    ['2026-03-04 09:00', { due: '2026-03-03', late: true }],
    ['2026-03-04 09:00', { due: '2026-03-04', late: false }],
    ['2026-03-04 23:59', { due: '2026-03-04', late: false }],
    ['2026-03-05 00:00', { due: '2026-03-04', late: true }],
  ])('at %s: %o', (moment, { due, late }) => {
    const run = startRun({ run: 'run-1', playbook: 'offboarding', store: 'store-1', from: due }, now)
    expect(dueOf(run, 'last-day', at(moment))?.late).toBe(late)
  })

  test('what cannot be done before a day is never late', () => {
    const run = begun('funds-cleared', { kind: 'clock-started', clock: 'day-60', on: '2025-12-01' })
    expect(dueOf(run, 'day-60', on('2027-01-01'))?.late).toBe(false)
  })

  test('an end date that lies ahead starts with its own clocks', () => {
    const run = startRun({ run: 'run-1', playbook: 'offboarding', store: 'store-1', from: '2026-04-30' }, now)
    expect(deadlinesOf([run], now).map(({ clock, due }) => [clock, due])).toEqual([
      ['last-day', { day: '2026-04-30' }],
      ['look-after', { day: '2026-05-30' }],
    ])
  })

  test('Amazon told another date: it stands, beside what was counted; and can be counted anew', () => {
    const run = begun(
      'funds-cleared',
      { kind: 'clock-started', clock: 'day-60', on: '2026-03-04' },
      { kind: 'told', clock: 'day-60', day: '2026-06-01' },
      { kind: 'told', clock: 'day-60', day: '2026-06-15' },
    )
    expect(dueOf(run, 'day-60')).toMatchObject({
      due: { day: '2026-06-15' },
      since: '2026-03-04',
      figure: 'funds-appeal',
      told: { on: '2026-03-04', instead: { day: '2026-05-03' } },
    })
    const anew = applyToRun(run, said({ kind: 'clock-started', clock: 'day-60', on: '2026-03-05' }), now)
    expect(dueOf(anew, 'day-60')?.told).toBeUndefined()
    expect(dueOf(anew, 'day-60')?.due).toEqual({ day: '2026-05-04' })
  })

  test.each([
    ['told', '2026-03-03', false],
    ['told', '2026-03-04', true],
    ['told', '2028-03-04', true],
    ['told', '2028-03-05', false],
    ['told', '9999-12-31', false],
    ['clock-started', '2025-03-03', false],
    ['clock-started', '2025-03-04', true],
    ['clock-started', '2027-03-04', true],
    ['clock-started', '2027-03-05', false],
    ['clock-started', '0001-01-01', false],
  ] as const)('%s %s is taken: %s', (kind, day, taken) => {
    const event = said(kind === 'told' ? { kind, clock: 'day-60', day } : { kind, clock: 'day-60', on: day })
    const attempt = () => applyToRun(begun('funds-cleared'), event, now)
    if (taken) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(RunProblem)
  })

  test('a clock that does not exist, or that only a notice knows, does not count', () => {
    for (const clock of ['no-clock', 'as-written']) {
      const event = said({ kind: 'clock-started', clock, on: '2026-03-04' })
      expect(() => applyToRun(begun('funds-cleared'), event, now), clock).toThrow(RunProblem)
    }
  })

  test('the nearest first, what is met last, those of a closed run not at all', () => {
    const run = begun(
      'funds-cleared',
      { kind: 'clock-started', clock: 'day-60', on: '2026-03-04' },
      { kind: 'told', clock: 'as-written', day: '2026-03-10' },
      { kind: 'clock-started', clock: 'bank-hold', on: '2026-03-04' },
      { kind: 'met', clock: 'bank-hold' },
    )
    expect(deadlinesOf([run], now).map(({ clock }) => clock)).toEqual(['as-written', 'day-60', 'bank-hold'])
    expect(deadlinesOf([applyToRun(run, said({ kind: 'closed', outcome: 'solved' }), now)], now)).toEqual([])
  })

  test('of a figure with two numbers the safe one: the shortest to act by, the longest to wait', () => {
    const run = begun('backup-access', { kind: 'clock-started', clock: 'recovery', on: '2026-03-04' })
    expect(dueOf(run, 'recovery')?.day).toBe('2026-03-06')
    for (const { way, length } of everyClock) {
      if (typeof length !== 'string') continue
      const numbers = [...thresholdOf(length).value.matchAll(/\d+/g)].map(([digits]) => Number(digits))
      const [number] = Object.values(lengths[length])
      expect(number, length).toBe(way === 'by' ? Math.min(...numbers) : Math.max(...numbers))
    }
  })

  test('every clock of every playbook has a length that can be counted, or waits for a date', () => {
    for (const { length } of everyClock)
      if (typeof length === 'string')
        for (const number of Object.values(lengths[length])) expect(number).toBeGreaterThan(0)
  })
})

describe('a word on the day', () => {
  const wordOf = (run: Run, moment = now) =>
    remindersOf([run], moment).map((one) => nowAt(one, moment.timeZoneId).toString().slice(0, 16))

  test.each(zones)('comes at nine by the local clock, in %s', (zone) => {
    const start = nowAt(now.epochMilliseconds, zone)
    const run = startRun(
      { run: 'run-1', playbook: 'offboarding', store: 'store-1', from: '2026-03-29' },
      start,
    )
    expect(wordOf(run, start)).toEqual(['2026-03-29T09:00', '2026-04-28T09:00'])
  })

  test('comes the day before for what ends before nine', () => {
    const run = begun('claim', { kind: 'clock-started', clock: 'atoz-answer', on: '2026-03-04' })
    const [due] = deadlinesOf([run], now).map((one) => one.due)
    if (!due || !('at' in due)) throw new Error('counted in hours')
    // It counts from the first minute of its day, and so ends at midnight.
    expect(nowAt(due.at, now.timeZoneId).hour).toBe(0)
    expect(wordOf(run)).toEqual([`${dayOf(nowAt(due.at - 1, now.timeZoneId))}T09:00`])
  })

  test('does not come for what is met, or in a run that is closed', () => {
    const clock = { kind: 'clock-started', clock: 'cure', on: '2026-03-04' } as const
    expect(wordOf(begun('deactivation-appeal', clock))).toHaveLength(1)
    expect(wordOf(begun('deactivation-appeal', clock, { kind: 'met', clock: 'cure' }))).toEqual([])
    expect(wordOf(begun('deactivation-appeal', clock, { kind: 'closed', outcome: 'solved' }))).toEqual([])
  })
})

test('a step by a name of every object is a step like another', () => {
  const run = begun('hijack', { kind: 'stepped', step: '__proto__', answer: 'yes' })
  const { done } = viewOf(run, now)
  expect(Object.keys(done)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(done)).toBe(Object.prototype)
  expect(
    Object.keys(viewOf(applyToRun(run, said({ kind: 'undone', step: '__proto__' }), now), now).done),
  ).toEqual([])
})

describe('the journal', () => {
  test('says that something was written, not what', () => {
    const run = begun('hijack')
    const event = said({ kind: 'wrote', step: 'mailbox', what: 'note', text: 'the thief is Bob' })
    expect(journalledRun(run, event)).toEqual({
      kind: 'run-wrote',
      run: 'run-1',
      playbook: 'hijack',
      step: 'mailbox',
      what: 'note',
    })
  })

  test('has the start, the answers, the dates and the end', () => {
    const run = begun('claim')
    const kinds = [
      { kind: 'started' } as const,
      said({ kind: 'stepped', step: 'which', answer: 'a-to-z' }),
      said({ kind: 'told', clock: 'atoz-answer', day: '2026-03-05' }),
      said({ kind: 'closed', outcome: 'solved' }),
    ].map((event) => journalledRun(run, event)?.kind)
    expect(kinds).toEqual(['run-started', 'run-stepped', 'run-told', 'run-closed'])
  })
})

describe('whatever a seller does', () => {
  const step = fc.constantFrom(...Object.values(playbooks).flatMap(({ steps }) => steps.map(({ id }) => id)))
  const clock = fc.constantFrom('day-60', 'as-written', 'bank-hold', 'last-day', 'no-clock')
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const event: fc.Arbitrary<Said> = fc.oneof(
    fc.record({ kind: fc.constant('stepped' as const), step, answer: fc.constantFrom('yes', 'reserved') }),
    fc.record({ kind: fc.constant('undone' as const), step }),
    fc.record({
      kind: fc.constant('wrote' as const),
      step,
      what: fc.constantFrom(...lineKinds),
      text: fc.string({ maxLength: 40 }),
    }),
    fc.record({ kind: fc.constant('clock-started' as const), clock, on: day }),
    fc.record({ kind: fc.constant('told' as const), clock, day }),
    fc.record({ kind: fc.constant('met' as const), clock }),
    fc.record({ kind: fc.constant('closed' as const), outcome: fc.constantFrom(...outcomes) }),
    fc.constant({ kind: 'resumed' as const }),
  )
  const moment = fc.record({
    hours: fc.integer({ min: 0, max: 24 * 700 }),
    zone: fc.constantFrom(...zones),
  })
  const history = fc.array(fc.tuple(event, moment), { maxLength: 25 })

  /** What is refused changes nothing; the rest is the run. */
  function lived(
    playbook: string,
    events: readonly (readonly [Said, { hours: number; zone: string }])[],
  ): Run {
    let run = startRun({ run: 'run-1', playbook, store: 'store-1' }, now)
    for (const [one, { hours, zone }] of events) {
      try {
        run = applyToRun(run, said(one), nowAt(now.epochMilliseconds + hours * 3_600_000, zone))
      } catch (error) {
        if (!(error instanceof RunProblem)) throw error
      }
    }
    return run
  }
  const options = { numRuns: 300, seed: 20260304 }

  test('a run is read back as it was written, and nothing that was written is lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...playbookIds), history, (playbook, events) => {
        const run = lived(playbook, events)
        const found = runKind.decode(JSON.parse(JSON.stringify(runKind.encode(run))))
        expect(found).toEqual({ kind: 'read', value: run })
        const written = run.log.filter(({ kind }) => kind === 'wrote').length
        expect(viewOf(run, now).log.filter(({ kind }) => kind === 'wrote')).toHaveLength(written)
      }),
      options,
    )
  })

  test('dates are in order, belong to open runs, and none is late before its time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...playbookIds), history, moment, (playbook, events, { hours, zone }) => {
        const then = nowAt(now.epochMilliseconds + hours * 3_600_000, zone)
        const run = lived(playbook, events)
        const deadlines = deadlinesOf([run, { ...run, id: 'run-2' }], then)
        if (viewOf(run, then).closed) expect(deadlines).toEqual([])
        const open = deadlines.filter(({ met }) => !met)
        for (const one of deadlines) if (one.late) expect(one.day <= then.toPlainDate().toString()).toBe(true)
        expect(deadlines.slice(0, open.length)).toEqual(open)
        expect(new Set(deadlines.map((one) => `${one.run} ${one.clock}`)).size).toBe(deadlines.length)
      }),
      options,
    )
  })

  test('two logs merge to the same, whichever comes first, and merging again changes nothing', () => {
    fc.assert(
      fc.property(history, history, (first, second) => {
        const [own, other] = [lived('funds-cleared', first), lived('funds-cleared', second)]
        const ids = (run: Run) => run.log.map(({ id }) => id).sort()
        const merged = mergedRun(own, other)
        expect(ids(mergedRun(other, own))).toEqual(ids(merged))
        expect(mergedRun(merged, other)).toEqual(merged)
        expect(ids(merged)).toEqual([...new Set([...ids(own), ...ids(other)])].sort())
      }),
      options,
    )
  })

  test('several runs at once: the open ones first, the last touched first', () => {
    const earlier = startRun({ run: 'a', playbook: 'claim', store: 'store-1' }, at('2026-03-01 10:00'))
    const later = startRun({ run: 'b', playbook: 'claim', store: 'store-2' }, at('2026-03-02 10:00'))
    const closed = applyToRun(
      startRun({ run: 'c', playbook: 'hijack', store: 'store-1' }, now),
      { id: 'x', run: 'c', kind: 'closed', outcome: 'false-alarm' },
      now,
    )
    expect(viewsOf([closed, earlier, later], now).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })
})
