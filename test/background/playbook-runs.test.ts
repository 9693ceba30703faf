import { describe, expect, test } from 'vitest'
import type { RunEvent, RunsView } from '../../src/domain/playbooks/playbook'
import { runV1 } from '../storage/fixtures'
import { again, background, okOf } from '../support/background'
import { newId } from '../support/checklist'
import { at, on } from '../support/time'

type Said = RunEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'run'> : never) : never

function withRuns(...given: Parameters<typeof background>) {
  const set = background(...given)
  return {
    ...set,
    begin: async (playbook: 'hijack' | 'offboarding' | 'funds-cleared', run = 'run-1', store = 'store-1') =>
      okOf<RunsView>(await set.ask('start-playbook', { run, playbook, store })),
    say: (event: Said, id = newId(), run = 'run-1') =>
      set.ask('change-run', { ...event, id, run } as RunEvent),
    runs: async () => okOf<RunsView>(await set.ask('runs', null)),
  }
}

describe('a playbook that is begun', () => {
  test('is kept, comes once however often it is asked for, and is in the journal', async () => {
    const { begin, say, journal } = withRuns()
    await begin('hijack')
    await say({ kind: 'stepped', step: 'clean-seat' })
    const { runs, today } = await begin('hijack')
    expect(runs).toMatchObject([{ id: 'run-1', playbook: 'hijack', store: 'store-1', from: today }])
    expect(runs[0]?.done).toHaveProperty('clean-seat')
    const about = { run: 'run-1', playbook: 'hijack' }
    expect((await journal()).entries.map(({ what }) => what)).toEqual([
      { kind: 'run-stepped', ...about, step: 'clean-seat' },
      { kind: 'run-started', ...about },
    ])
  })

  test('goes on in the next worker, months later', async () => {
    const first = withRuns({ now: at('2026-03-04 10:00') })
    await first.begin('hijack')
    await first.say({ kind: 'wrote', step: 'mailbox', what: 'note', text: 'two rules found' })
    const next = again(first.platform, on('2026-11-30'))
    const reply = await next.ask('change-run', { id: 'e', run: 'run-1', kind: 'stepped', step: 'mailbox' })
    const [run] = okOf<RunsView>(reply).runs
    expect(run?.log.map(({ kind }) => kind)).toEqual(['started', 'wrote', 'stepped'])
    expect(run?.log[1]).toMatchObject({
      text: 'two rules found',
      at: at('2026-03-04 10:00').epochMilliseconds,
    })
  })

  test('needs a store that is there', async () => {
    const { ask } = withRuns()
    const argument = { run: 'run-1', playbook: 'hijack', store: 'store-9' } as const
    expect(await ask('start-playbook', argument)).toEqual({ error: 'refused' })
  })

  test.each(['9999-12-31', '2020-01-01'])('is about no such day as %s', async (from) => {
    const { ask, runs } = withRuns({ now: on('2026-03-04') })
    const argument = { run: 'run-1', playbook: 'offboarding', store: 'store-1', from } as const
    expect(await ask('start-playbook', argument)).toEqual({ error: 'refused' })
    expect((await runs()).runs).toEqual([])
  })

  test('two at once, and lines sent together: none is lost', async () => {
    const { begin, say, runs } = withRuns()
    await begin('hijack')
    await begin('offboarding', 'run-2')
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        say(
          { kind: 'wrote', step: 'mailbox', what: 'note', text: `line ${index}` },
          newId(),
          index % 2 === 0 ? 'run-1' : 'run-2',
        ),
      ),
    )
    expect((await runs()).runs.map(({ log }) => log.filter(({ kind }) => kind === 'wrote').length)).toEqual([
      10, 10,
    ])
  })
})

describe('what a run cannot take', () => {
  test.each<[string, Said]>([
    ['a secret', { kind: 'wrote', step: 'mailbox', what: 'note', text: 'card 4111 1111 1111 1111' }],
    ['a date that is past', { kind: 'told', clock: 'next-payout', day: '2026-03-03' }],
    ['a resumption while it is open', { kind: 'resumed' }],
  ])('%s is refused, and nothing is written', async (_, event) => {
    const { begin, say, platform } = withRuns({ now: on('2026-03-04') })
    await begin('hijack')
    const before = structuredClone(platform.kept.local)
    expect(await say(event)).toEqual({ error: 'refused' })
    expect(platform.kept.local).toEqual(before)
  })

  test('what cannot be read is not written over', async () => {
    const local = { 'run/run-1': { ...runV1, log: 'torn' }, 'run/run-2': { version: 9 } }
    const { say, runs, platform } = withRuns({
      kept: { local: structuredClone(local), session: {}, alarms: new Map() },
    })
    const event: Said = { kind: 'stepped', step: 'mailbox' }
    expect(await say(event)).toEqual({ error: 'could-not-read' })
    expect(await say(event, newId(), 'run-2')).toEqual({ error: 'newer-version' })
    expect(platform.kept.local).toMatchObject(local)
    expect(await runs()).toMatchObject({ runs: [], unreadable: ['run/run-1'], newer: ['run/run-2'] })
  })
})

describe('dates', () => {
  test('stand in the overview, the nearest first, until they are met or the run is closed', async () => {
    const { begin, say, overview } = withRuns({ now: on('2026-03-04') })
    expect((await overview()).deadlines).toEqual([])
    await begin('funds-cleared')
    await say({ kind: 'clock-started', clock: 'day-60', on: '2026-03-01' })
    await say({ kind: 'told', clock: 'as-written', day: '2026-03-09' })
    expect((await overview()).deadlines?.map(({ clock, day }) => [clock, day])).toEqual([
      ['as-written', '2026-03-09'],
      ['day-60', '2026-04-30'],
    ])
    await say({ kind: 'met', clock: 'as-written' })
    expect((await overview()).deadlines?.map(({ clock }) => clock)).toEqual(['day-60'])
    await say({ kind: 'closed', outcome: 'solved' })
    expect((await overview()).deadlines).toEqual([])
  })

  test('of a store that was taken off the list do not', async () => {
    const { begin, change, overview } = withRuns({ now: on('2026-03-04') })
    await begin('offboarding')
    expect((await overview()).deadlines).not.toEqual([])
    await change({ id: 'event-a', store: 'store-2', kind: 'store-added', name: '', login: 'login-2' })
    await change({ id: 'event-b', store: 'store-1', kind: 'store-removed' })
    expect((await overview()).deadlines).toEqual([])
    await change({ id: 'event-c', store: 'store-1', kind: 'store-restored' })
    expect((await overview()).deadlines).not.toEqual([])
  })

  test('runs that cannot be listed do not take the checklist with them', async () => {
    const { overview, platform } = withRuns()
    platform.storage.reject('keys')
    const seen = await overview()
    expect(seen.deadlines).toBeUndefined()
    expect(seen.counted).toBeGreaterThan(0)
  })
})
