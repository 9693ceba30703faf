import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembering } from '../../src/storage/remembering'
import { fakePlatform } from '../support/platform'

const names = ['a', 'b', 'c', 'd']
const asText = (raw: unknown) => `read ${String(raw)}`

function stage(local: Record<string, unknown> = {}) {
  const given = fakePlatform({ kept: { local } }).storage
  return { given, area: remembering(given) }
}

function stageWithSession() {
  const { storage: given, session } = fakePlatform()
  return { given, session, area: remembering(given, session) }
}

test('what was recalled is not read again, until it is written', async () => {
  const { given, area } = stage({ a: 1, b: 2 })
  expect([...(await area.recall(['a', 'c'], asText))]).toEqual([
    ['a', 'read 1'],
    ['c', 'read undefined'],
  ])
  await area.recall(['c', 'a', 'b'], asText)
  await area.recall(['a', 'b', 'c'], asText)
  await area.set({ b: 3 })
  await area.remove(['a'])
  expect([...(await area.recall(['a', 'b', 'c'], asText)).values()]).toEqual([
    'read undefined',
    'read 3',
    'read undefined',
  ])
  expect(given.reads).toEqual([['a', 'c'], ['b'], ['a', 'b']])
})

test('keys are listed once, and known after each change', async () => {
  const { given, area } = stage({ a: 1 })
  await area.recallKeys()
  await area.set({ b: 2 })
  await area.remove(['a'])
  expect(await area.recallKeys()).toEqual(['b'])
  expect(given.lists).toBe(1)
})

test('what another worker has changed is read', async () => {
  const { given, area } = stage({ a: 1, b: 2 })
  await area.recall(['a', 'b', 'c'], asText)
  await area.recallKeys()
  given.changeElsewhere({ a: undefined, b: 3, c: 4 })
  expect([...(await area.recall(['a', 'b', 'c'], asText)).values()]).toEqual([
    'read undefined',
    'read 3',
    'read 4',
  ])
  expect((await area.recallKeys()).sort()).toEqual(['b', 'c'])
})

test('what a failed change has left is read', async () => {
  const { given, area } = stage({ a: 1 })
  await area.recall(['a'], asText)
  await area.recallKeys()
  given.reject('set', 1)
  await expect(area.set({ a: 2, b: 2 })).rejects.toThrow()
  // As if it had come through all the same.
  Object.assign(given.data, { a: 2, b: 2 })
  expect((await area.recall(['a'], asText)).get('a')).toBe('read 2')
  expect(await area.recallKeys()).toEqual(['a', 'b'])
})

test('a reading that fails is none to remember', async () => {
  const { given, area } = stage({ a: 1 })
  given.reject('get', 1)
  given.reject('keys', 1)
  await expect(area.recall(['a'], asText)).rejects.toThrow()
  await expect(area.recallKeys()).rejects.toThrow()
  expect((await area.recall(['a'], asText)).get('a')).toBe('read 1')
  expect(await area.recallKeys()).toEqual(['a'])
})

test('what was read while something was written is not remembered: it may be from before', async () => {
  const { given } = stage({ a: 1 })
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  const late = async <T>(found: Promise<T>) => {
    const answer = await found
    await held
    return answer
  }
  const area = remembering({
    ...given,
    get: (keys) => late(given.get(keys)),
    keys: () => late(given.keys()),
  })
  const both = Promise.all([area.recall(['a'], asText), area.recallKeys()])
  await area.set({ a: 2, b: 3 })
  release()
  await both
  expect((await area.recall(['a'], asText)).get('a')).toBe('read 2')
  expect((await area.recallKeys()).sort()).toEqual(['a', 'b'])
})

test('whatever goes on at once, in the end everything is recalled as it lies there', async () => {
  const name = fc.constantFrom(...names)
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), key: name, value: fc.nat(9) }),
    fc.record({ kind: fc.constant('remove' as const), key: name }),
    fc.record({ kind: fc.constant('recall' as const), key: name }),
    fc.record({ kind: fc.constant('keys' as const) }),
    fc.record({ kind: fc.constant('wait' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { given, area } = stage()
      const under: Promise<unknown>[] = []
      for (const one of steps) {
        if (one.kind === 'set') under.push(area.set({ [one.key]: one.value }))
        if (one.kind === 'remove') under.push(area.remove([one.key]))
        if (one.kind === 'recall') under.push(area.recall([one.key], asText))
        if (one.kind === 'keys') under.push(area.recallKeys())
        if (one.kind === 'wait') await Promise.resolve()
      }
      await Promise.all(under)
      const recalled = await area.recall(names, asText)
      for (const key of names) expect(recalled.get(key)).toBe(asText(given.data[key]))
      expect((await area.recallKeys()).sort()).toEqual(Object.keys(given.data).sort())
    }),
    { numRuns: 2_000 },
  )
})

const made = (value: unknown) => new Map([['record/a/', value]])

test('what was made of keys is kept for the next worker, until one of them is written', async () => {
  const { given, session, area } = stageWithSession()
  await area.keep(made({ counted: 1 }), area.moment())
  const next = remembering(given, session)
  expect(await next.kept(['record/a/', 'record/b/'])).toEqual(made({ counted: 1 }))
  await next.set({ 'record/b/one': 1, 'record/a': 1 })
  expect(await next.kept(['record/a/'])).toEqual(made({ counted: 1 }))
  await next.set({ 'record/a/one': 1 })
  expect(await next.kept(['record/a/'])).toEqual(new Map())
  expect(await remembering(given, session).kept(['record/a/'])).toEqual(new Map())
})

test('it is forgotten before the write, whose worker may end right after it', async () => {
  const { given, session, area } = stageWithSession()
  await area.keep(made(1), area.moment())
  given.hang('set')
  void area.set({ 'record/a/one': 1 })
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  expect(await remembering(given, session).kept(['record/a/'])).toEqual(new Map())
})

test('what was made before a write, or while it goes on, is not kept', async () => {
  const { given, session, area } = stageWithSession()
  const before = area.moment()
  await area.set({ 'record/a/one': 1 })
  await area.keep(made(1), before)
  const writing = area.set({ 'record/a/one': 2 })
  await area.keep(made(2), area.moment())
  await writing
  given.changeElsewhere({ 'record/a/one': 3 })
  expect(await area.kept(['record/a/'])).toEqual(new Map())
  expect(await remembering(given, session).kept(['record/a/'])).toEqual(new Map())
})

test('without the session nothing is kept, and everything is stored', async () => {
  for (const fault of ['reject', 'answer'] as const) {
    const { given, session, area } = stageWithSession()
    if (fault === 'answer') session.answer({ 'kept/record/a/': { not: 'text' } })
    else for (const method of ['get', 'set', 'remove'] as const) session.reject(method)
    expect(await area.kept(['record/a/'])).toEqual(new Map())
    await area.set({ 'record/a/one': 1 })
    expect(given.data).toEqual({ 'record/a/one': 1 })
  }
})
