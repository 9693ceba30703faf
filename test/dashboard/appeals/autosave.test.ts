import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAutosave } from '../../../src/dashboard/appeals/autosave'
import { type Draft, emptyDraft, longestPart } from '../../../src/domain/appeals/draft'
import { AskError } from '../../../src/messages/ask'
import type { Argument, DraftSaved } from '../../../src/messages/protocol'

const written = (happened: string): Draft => ({ ...emptyDraft, happened })

/** A background that answers when the test says so. */
function stage(opened: Parameters<typeof createAutosave>[1] = { version: 1, base: null }) {
  const sent: Argument<'save-draft'>[] = []
  const waiting: { done(saved: DraftSaved): void; fail(): void }[] = []
  const autosave = createAutosave({ draft: 'draft-1', store: 'store-1' }, opened, (argument) => {
    sent.push(argument)
    return new Promise((done, reject) => {
      waiting.push({ done, fail: () => reject(new AskError('could-not-store')) })
    })
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return {
    autosave,
    sent,
    async pause() {
      await vi.advanceTimersByTimeAsync(800)
    },
    async answer(saved: Partial<DraftSaved> = {}) {
      waiting.shift()?.done({ version: sent.at(-1)?.version ?? 1, at: 1, beside: false, ...saved })
      await settle()
    },
    async fail() {
      waiting.shift()?.fail()
      await settle()
    },
    said: () => autosave.state.value.kind,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is written', () => {
  test('is saved once the writer pauses, and each save goes on from the last', async () => {
    const { autosave, sent, pause, answer, said } = stage()
    expect(said()).toBe('new')
    autosave.change(written('a'))
    autosave.change(written('ab'))
    expect([said(), sent.length, autosave.isUnsaved()]).toEqual(['waiting', 0, true])
    await pause()
    expect(said()).toBe('saving')
    await answer()
    expect([said(), autosave.isUnsaved()]).toEqual(['saved', false])
    autosave.change(written('abc'))
    await pause()
    await answer()
    expect(sent.map(({ content, base, version }) => [content.happened, base, version])).toEqual([
      ['ab', null, 1],
      ['abc', sent[0]?.id, 1],
    ])
  })

  test('while a save is on its way follows it, in order and never beside it', async () => {
    const { autosave, sent, pause, answer, said } = stage()
    autosave.change(written('a'))
    await pause()
    autosave.change(written('ab'))
    autosave.change(written('abc'))
    await pause()
    expect(sent).toHaveLength(1)
    await answer()
    expect([said(), sent.at(-1)?.content.happened, sent.at(-1)?.base]).toEqual(['saving', 'abc', sent[0]?.id])
    await answer()
    expect([said(), sent.length]).toEqual(['saved', 2])
  })

  test('goes on in the version that the background has made of it', async () => {
    const { autosave, sent, pause, answer } = stage({ version: 1, base: 'e-0', at: 1 })
    autosave.change(written('a'))
    await pause()
    await answer({ version: 3, beside: true })
    expect(autosave.state.value).toMatchObject({ kind: 'saved', version: 3, beside: true })
    autosave.change(written('ab'))
    await pause()
    expect(sent.at(-1)).toMatchObject({ version: 3, base: sent[0]?.id })
  })
})

describe('a save that fails', () => {
  test('keeps the text, says so, and is sent again under its id before what came after it', async () => {
    const { autosave, sent, pause, answer, fail, said } = stage()
    autosave.change(written('a'))
    await pause()
    await fail()
    expect([said(), autosave.isUnsaved()]).toEqual(['failed', true])
    autosave.change(written('ab'))
    await pause()
    await answer()
    await answer()
    expect([said(), autosave.isUnsaved()]).toEqual(['saved', false])
    expect(sent.map(({ content }) => content.happened)).toEqual(['a', 'a', 'ab'])
    expect(sent[1]?.id).toBe(sent[0]?.id)
    expect(sent[2]?.base).toBe(sent[1]?.id)
  })

  test('is tried again when asked', async () => {
    const { autosave, pause, answer, fail, said } = stage()
    autosave.change(written('a'))
    await pause()
    await fail()
    const again = autosave.flush()
    await answer()
    await again
    expect(said()).toBe('saved')
  })
})

test('a secret is not sent, all else is, and it is told until it is gone', async () => {
  const { autosave, sent, pause, answer } = stage()
  autosave.change({ ...written('Card 4111 1111 1111 1111 was charged'), title: 'March' })
  await pause()
  await answer()
  const withheld = [{ part: 'happened', why: 'card-number' }]
  expect(autosave.state.value).toMatchObject({ kind: 'saved', withheld })
  expect(sent.map(({ content }) => [content.title, content.happened])).toEqual([
    ['March', 'Card … was charged'],
  ])
  // It is not sent again and again, and a version can be kept.
  await pause()
  expect([sent.length, autosave.isUnsaved(), await autosave.keep()]).toEqual([1, true, true])
  autosave.change(written('reset the password'))
  await pause()
  await answer()
  expect(autosave.state.value).not.toHaveProperty('withheld')
  expect(autosave.isUnsaved()).toBe(false)
})

test('what only looks like a secret is sent as it is', async () => {
  const { autosave, sent, pause, answer } = stage()
  autosave.change(written('password: Hunter22!'))
  await pause()
  await answer()
  expect([sent[0]?.content.happened, autosave.isUnsaved()]).toEqual(['password: Hunter22!', false])
})

test('of more text than is kept the beginning is sent, and it is told until it fits', async () => {
  const { autosave, sent, pause, answer } = stage()
  autosave.change({ ...written('x'.repeat(longestPart + 1)), title: 'March' })
  await pause()
  await answer()
  const withheld = [{ part: 'happened', why: 'too-long', longest: longestPart }]
  expect(autosave.state.value).toMatchObject({ kind: 'saved', withheld })
  expect(sent[0]?.content).toMatchObject({ title: 'March', happened: 'x'.repeat(longestPart) })
  expect(autosave.isUnsaved()).toBe(true)
  autosave.change(written('x'.repeat(longestPart)))
  await pause()
  await answer()
  expect(autosave.state.value).not.toHaveProperty('withheld')
  expect(autosave.isUnsaved()).toBe(false)
})

test('an empty draft is not stored; emptied, the last version stays', async () => {
  const { autosave, sent, pause, said } = stage()
  autosave.change(written('  '))
  await pause()
  expect([said(), sent.length]).toEqual(['new', 0])
  const other = stage({ version: 2, base: 'e-1', at: 1 })
  other.autosave.change(emptyDraft)
  await other.pause()
  expect([other.said(), other.sent.length]).toEqual(['empty', 0])
})

test('after keeping a version, what follows is the next one', async () => {
  const { autosave, sent, pause, answer } = stage()
  autosave.change(written('a'))
  const kept = autosave.keep()
  await answer()
  expect(await kept).toBe(true)
  autosave.change(written('ab'))
  await pause()
  expect(sent.at(-1)).toMatchObject({ version: 2, base: null })
})

test('what could not be saved keeps its version, so that nothing is written over it', async () => {
  const { autosave, pause, fail } = stage({ version: 1, base: 'e-0', at: 1 })
  autosave.change(written('a'))
  await pause()
  await fail()
  const kept = autosave.keep()
  await fail()
  expect(await kept).toBe(false)
})

test('kept twice in a row, or after it was emptied, the next version is one further', async () => {
  const { autosave, sent, pause } = stage({ version: 2, base: 'e-0', at: 1 })
  expect([await autosave.keep(), await autosave.keep()]).toEqual([true, true])
  autosave.change(emptyDraft)
  await autosave.keep()
  autosave.change(written('a'))
  await pause()
  expect(sent).toMatchObject([{ version: 3, base: null }])
})
