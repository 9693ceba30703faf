import { expect, test } from 'vitest'
import type { Argument, Reply, Request } from '../../src/messages/protocol'
import { background, com } from '../support/background'
import { checked, newId, storeAdded } from '../support/checklist'
import { onPage, ownPage } from '../support/platform'
import { requests } from '../support/requests'
import { on } from '../support/time'

type Background = ReturnType<typeof background>

const run = { run: 'run-1', playbook: 'hijack', store: 'store-1' } as const
const person = { register: 'people', owner: 'store-1', row: 'row-1' } as const
const row = { ...person, values: { name: 'Ana' } }
const draft = requests['save-draft'].argument as Argument<'save-draft'>

/** A seller who uses everything, with a page of ours that shows what is stored, after one more change if it is named. */
async function busy(last?: (one: Background) => unknown) {
  const one = background({ now: on('2026-03-04') })
  const shown = async () => {
    const reply = (await one.platform.send(
      { request: 'overview', argument: null, since: '' },
      ownPage,
    )) as Reply
    return ('seen' in reply && reply.seen?.revision) || ''
  }
  for (const store of ['store-2', 'store-3']) await one.change(storeAdded(store, `login-of-${store}`))
  await one.change({ id: newId(), store: 'store-1', kind: 'store-shown' })
  await one.change(checked('two-step-on'))
  await one.ask('start-playbook', { ...run, run: 'run-0' })
  await one.ask('begin-round', { round: 'round-0', stores: ['store-1', 'store-3'] })
  await one.ask('put-row', { ...row, row: 'row-0' })
  await one.ask('save-draft', { ...draft, id: 'event-0', draft: 'draft-0' })
  await last?.(one)
  await one.platform.settled()
  return { one, since: await shown() }
}

/** What one request costs: how often the storage was read or listed, and how often it was written. */
async function costOf(
  { one, since }: Awaited<ReturnType<typeof busy>>,
  act: (one: Background, since: string) => unknown,
) {
  const { storage } = one.platform
  const before = [storage.reads.length + storage.lists, storage.writes.length] as const
  const reply = await act(one, since)
  const [reads, writes] = [storage.reads.length + storage.lists, storage.writes.length]
  return { reply, reads: reads - before[0], writes: writes - before[1] }
}

const press =
  <R extends Request>(request: R, argument: Argument<R>) =>
  ({ platform }: Background, since: string) =>
    platform.send({ request, argument, since }, ownPage)

const presses = {
  'an answer': press('change', checked('user-list-review') as Argument<'change'>),
  'an answer for a store that is not shown': press(
    'change',
    checked('user-list-review', 'store-3') as Argument<'change'>,
  ),
  'another store': press('change', { id: newId(), store: 'store-2', kind: 'store-shown' }),
  'a pause': press('pause', { for: 'hour' }),
  'a choice': press('choose', { badge: false }),
  'a name': press('name-self', { who: 'Ana' }),
  'a playbook': press('start-playbook', run),
  'a step of a playbook': press('change-run', {
    ...{ id: 'event-1', run: 'run-0', kind: 'wrote', step: 'one', what: 'note', text: 'called' },
  } as Argument<'change-run'>),
  'a row': press('put-row', row),
  'a row with an end date that has come': press('put-row', {
    ...row,
    values: { name: 'Ana', end: '2026-03-04' },
  }),
  'a check of a round that is skipped': press('change-round', {
    ...{ id: 'event-1', round: 'round-0', kind: 'skipped', step: 0 },
  }),
  'a round that is stopped': press('change-round', { id: 'event-1', round: 'round-0', kind: 'ended' }),
  'a draft': press('save-draft', draft),
  'a draft that is set aside': press('set-draft-aside', { draft: 'draft-0', aside: true }),
}

const stop = (one: Background) => one.ask('change-round', { id: 'event-0', round: 'round-0', kind: 'ended' })

/** Once the last one was stopped. */
const rounds = {
  'a round': press('begin-round', { round: 'round-1' }),
  'a round through all stores': press('begin-round', {
    round: 'round-1',
    stores: ['store-1', 'store-2', 'store-3'],
  }),
}

test.each([
  ...Object.entries(presses).map(([name, act]) => [name, act, undefined] as const),
  ...Object.entries(rounds).map(([name, act]) => [name, act, stop] as const),
])('%s reads twice at most, and writes once', async (_, act, last) => {
  const { reply, reads, writes } = await costOf(await busy(last), act)
  expect(reply).toMatchObject({ ok: expect.anything(), seen: { revision: expect.any(String) } })
  expect(reads).toBeLessThanOrEqual(2)
  expect(writes).toBe(1)
})

test('what is taken away is read twice at most, and nothing is written over', async () => {
  for (const act of [
    press('remove-row', { ...person, row: 'row-0' }),
    press('forget-draft', { draft: 'draft-0' }),
  ]) {
    const { reply, reads, writes } = await costOf(await busy(), act)
    expect(reply).toHaveProperty('ok')
    expect(reads).toBeLessThanOrEqual(2)
    expect(writes).toBe(0)
  }
})

test('a page that is visited, its card and the answer on it read twice at most each', async () => {
  const started = await busy()
  await started.one.sayStore('store-1')
  const visit = await costOf(started, ({ visit }) => visit('user-permissions'))
  const claim = await costOf(started, ({ claim }) => claim('user-permissions'))
  expect(claim.reply).toMatchObject({ about: { store: 'store-1' } })
  const { about } = claim.reply as { about: { store: string; item: 'user-list-review' } }
  const answer = await costOf(started, ({ ask }) =>
    ask('answer-card', { id: newId(), ...about, answer: { kind: 'checked' } }, onPage(com)),
  )
  expect(answer.reply).toHaveProperty('ok')
  expect([visit, claim, answer].map(({ reads }) => reads).filter((reads) => reads > 2)).toEqual([])
  expect([visit, claim, answer].map(({ writes }) => writes)).toEqual([0, 1, 1])
})

test('a page that looks reads twice at most, and writes nothing', async () => {
  for (const request of ['overview', 'runs', 'registers', 'drafts', 'report', 'calendar'] as const) {
    const { reply, reads, writes } = await costOf(await busy(), press(request, null))
    expect(reply, request).toHaveProperty('ok')
    expect(reads, request).toBeLessThanOrEqual(2)
    expect(writes, request).toBe(0)
  }
})
