import { describe, expect, test } from 'vitest'
import { type Draft, emptyDraft, type SavedDraft } from '../../src/domain/appeals/draft'
import type { Argument, DraftSaved, Drafts } from '../../src/messages/protocol'
import { again, background, okOf } from '../support/background'
import { on } from '../support/time'

const today = on('2026-03-04')
const written = (happened: string): Draft => ({ ...emptyDraft, title: 'Appeal', happened })
type Started = ReturnType<typeof background>
const saving = (id: string, more: Partial<Argument<'save-draft'>> = {}): Argument<'save-draft'> => ({
  id,
  draft: 'draft-1',
  version: 1,
  base: null,
  store: 'store-1',
  content: written(id),
  ...more,
})
const save = async ({ ask }: Started, argument: Argument<'save-draft'>): Promise<DraftSaved> =>
  okOf(await ask('save-draft', argument))
const textOf = async ({ ask }: Started, version: number) =>
  okOf<SavedDraft | null>(await ask('draft', { draft: 'draft-1', version }))?.content.happened
const list = async ({ ask }: Started) => okOf<Drafts>(await ask('drafts', null))

describe('saving', () => {
  test('writes over what it goes on from', async () => {
    const one = background({ now: today })
    expect(await save(one, saving('e-1'))).toMatchObject({ version: 1, beside: false })
    expect(await save(one, saving('e-2', { base: 'e-1' }))).toMatchObject({ version: 1, beside: false })
    expect(await textOf(again(one.platform), 1)).toBe('e-2')
    expect((await list(one)).drafts[0]?.versions).toHaveLength(1)
  })

  test('two tabs that go on from the same save end with a version each', async () => {
    const one = background({ now: today })
    await save(one, saving('e-1'))
    const saved = await Promise.all([
      save(one, saving('tab-a', { base: 'e-1' })),
      save(one, saving('tab-b', { base: 'e-1' })),
    ])
    expect(saved.map(({ version, beside }) => [version, beside])).toEqual([
      [1, false],
      [2, true],
    ])
    // Each goes on in its own.
    await save(one, saving('tab-a2', { base: 'tab-a' }))
    await save(one, saving('tab-b2', { version: 2, base: 'tab-b' }))
    expect([await textOf(one, 1), await textOf(one, 2)]).toEqual(['tab-a2', 'tab-b2'])
  })

  test('two tabs that begin the same new draft, too', async () => {
    const one = background({ now: today })
    await save(one, saving('tab-a'))
    expect(await save(one, saving('tab-b'))).toMatchObject({ version: 2, beside: true })
    expect([await textOf(one, 1), await textOf(one, 2)]).toEqual(['tab-a', 'tab-b'])
  })

  test('sent twice because the answer was lost, it is one save, also after the worker died', async () => {
    const one = background({ now: today })
    await save(one, saving('e-1'))
    const again1 = again(one.platform)
    expect(await save(again1, saving('e-1'))).toMatchObject({ version: 1, beside: false })
    expect((await list(again1)).drafts[0]?.versions).toHaveLength(1)
  })

  test('a version that was kept stays as it is', async () => {
    const one = background({ now: today })
    await save(one, saving('e-1'))
    expect(await save(one, saving('e-2', { version: 2 }))).toMatchObject({ version: 2, beside: false })
    expect([await textOf(one, 1), await textOf(one, 2)]).toEqual(['e-1', 'e-2'])
  })

  test('a secret keeps nothing else from being stored, and the answer says which', async () => {
    const one = background({ now: today })
    const content = {
      ...emptyDraft,
      title: 'March',
      happened: 'one\n4111 1111 1111 1111',
      cause: 'Postal code 10115 Berlin',
    }
    const withheld = [{ part: 'happened', why: 'card-number' }]
    expect(await save(one, saving('e-1', { content }))).toMatchObject({ version: 1, withheld })
    const stored = okOf<SavedDraft | null>(await one.ask('draft', { draft: 'draft-1', version: 1 }))
    expect(stored?.content).toEqual({ ...content, happened: 'one\n…' })
    expect(JSON.stringify(one.platform.kept.local)).not.toContain('4111')
  })

  test('nothing is refused, and what was there stays', async () => {
    const content = { ...emptyDraft, happened: ' \n' }
    const one = background({ now: today })
    await save(one, saving('e-1'))
    expect(await one.ask('save-draft', saving('e-2', { base: 'e-1', content }))).toEqual({ error: 'refused' })
    expect(await textOf(one, 1)).toBe('e-1')
  })

  test('what cannot be read or is newer is not written over', async () => {
    const local = { 'draft/draft-1/1': 'broken', 'draft/draft-1/2': { version: 9 } }
    const one = background({ now: today, kept: { local, session: {}, alarms: new Map() } })
    expect((await list(one)).unreadable).toBe(2)
    expect(await save(one, saving('e-1'))).toMatchObject({ version: 3 })
    expect(one.platform.kept.local).toMatchObject({
      'draft/draft-1/1': 'broken',
      'draft/draft-1/2': { version: 9 },
    })
  })
})

test('a draft is put aside, comes back, and goes for good with all its versions', async () => {
  const one = background({ now: today })
  await save(one, saving('e-1', { run: 'run-1' }))
  await save(one, saving('e-2', { version: 2 }))
  await save(one, saving('e-3', { draft: 'draft-2' }))
  const aside = okOf<Drafts>(await one.ask('set-draft-aside', { draft: 'draft-1', aside: true }))
  expect(aside.drafts.find(({ id }) => id === 'draft-1')).toMatchObject({ removed: '2026-03-04' })
  const back = okOf<Drafts>(await one.ask('set-draft-aside', { draft: 'draft-1', aside: false }))
  expect(back.drafts.find(({ id }) => id === 'draft-1')).not.toHaveProperty('removed')
  const left = okOf<Drafts>(await one.ask('forget-draft', { draft: 'draft-1' }))
  expect(left.drafts.map(({ id }) => id)).toEqual(['draft-2'])
  expect(Object.keys(one.platform.kept.local).filter((key) => key.startsWith('draft/'))).toEqual([
    'draft/draft-2/1',
  ])
})

test('one whose id begins like another’s is another draft', async () => {
  const one = background({ now: today })
  await save(one, saving('e-1'))
  await save(one, saving('e-2', { draft: 'draft-10' }))
  await one.ask('forget-draft', { draft: 'draft-1' })
  expect((await list(one)).drafts.map(({ id }) => id)).toEqual(['draft-10'])
})
