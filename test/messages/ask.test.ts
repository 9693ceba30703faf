import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Extension } from '../../src/browser/extension'
import { type AskError, createAsk } from '../../src/messages/ask'
import type { Failure } from '../../src/messages/protocol'

type Turn = { reply: unknown } | { rejects: string } | 'orphaned'

/** An extension that answers in turns; the last one is repeated. */
function extension(...turns: [Turn, ...Turn[]]) {
  let alive = true
  const sent: unknown[] = []
  const fake: Extension = {
    isAlive: () => alive,
    async send(message) {
      const turn = turns[Math.min(sent.length, turns.length - 1)]
      sent.push(structuredClone(message))
      if (turn === 'orphaned') {
        alive = false
        throw new Error('Extension context invalidated.')
      }
      if (turn && 'rejects' in turn) throw new Error(turn.rejects)
      return turn && 'reply' in turn ? turn.reply : undefined
    },
    onTold: () => undefined,
  }
  return { fake, sent }
}

const asleep: Turn = { rejects: 'Could not establish connection. Receiving end does not exist.' }
const silent: Turn = { reply: undefined }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function outcome(...turns: [Turn, ...Turn[]]) {
  const { fake, sent } = extension(...turns)
  const began = Date.now()
  const asked = createAsk(fake)('name-self', { who: 'Ana' }).then(
    (result) => ({ result, failure: undefined }),
    (error: AskError) => ({ result: undefined, failure: error.failure }),
  )
  await vi.runAllTimersAsync()
  return { ...(await asked), sent, waited: Date.now() - began }
}

describe('a request', () => {
  test('goes out as what it is, and its result comes back', async () => {
    const { result, sent, waited } = await outcome({ reply: { ok: { who: 'Ana' } } })
    expect(result).toEqual({ who: 'Ana' })
    expect(sent).toEqual([{ request: 'name-self', argument: { who: 'Ana' } }])
    expect(waited).toBe(0)
  })

  test('a result of nothing is a result', async () => {
    const { result, failure, sent } = await outcome({ reply: { ok: null } })
    expect([result, failure, sent.length]).toEqual([null, undefined, 1])
  })

  test.each([
    'refused',
    'could-not-read',
    'could-not-store',
    'newer-version',
    'unexpected',
  ] satisfies Failure[])('that came to nothing says why, and is not tried again: %s', async (error) => {
    const { failure, sent } = await outcome({ reply: { error } })
    expect(failure).toBe(error)
    expect(sent).toHaveLength(1)
  })
})

describe('a background that is asleep', () => {
  test.each([
    ['once', 1, 100],
    ['twice', 2, 500],
    ['three times', 3, 2100],
  ])('%s: the same message again, after %d tries answered within %d ms', async (_, times, ms) => {
    const others = Array<Turn>(times - 1).fill(asleep)
    const { result, sent, waited } = await outcome(asleep, ...others, { reply: { ok: { who: 'Ana' } } })
    expect(result).toEqual({ who: 'Ana' })
    expect(sent).toHaveLength(times + 1)
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1)
    expect(waited).toBe(ms)
  })

  test.each([
    ['that never wakes', asleep],
    ['of which nobody answers', silent],
  ])('%s: no answer, after four tries and about two seconds', async (_, turn) => {
    const { failure, sent, waited } = await outcome(turn)
    expect(failure).toBe('no-answer')
    expect(sent).toHaveLength(4)
    expect(waited).toBe(2100)
  })

  test('an answer after silence counts', async () => {
    const { result } = await outcome(silent, asleep, { reply: { ok: { who: 'Ana' } } })
    expect(result).toEqual({ who: 'Ana' })
  })
})

describe('a script whose extension was updated or removed', () => {
  test('gives up at once: nobody will ever answer it', async () => {
    const { failure, sent, waited } = await outcome('orphaned')
    expect([failure, sent.length, waited]).toEqual(['no-answer', 1, 0])
  })

  test('also when that happens between two tries', async () => {
    const { failure, sent } = await outcome(asleep, 'orphaned')
    expect([failure, sent.length]).toEqual(['no-answer', 2])
  })
})

test('two requests at once do not mix', async () => {
  const fake: Extension = {
    isAlive: () => true,
    send: async (message) => ({ ok: (message as { argument: { who: string } }).argument }),
    onTold: () => undefined,
  }
  const ask = createAsk(fake)
  const both = await Promise.all([ask('name-self', { who: 'Ana' }), ask('name-self', { who: 'Bo' })])
  expect(both).toEqual([{ who: 'Ana' }, { who: 'Bo' }])
})

// Another listener of the same browser may answer with anything.
test.each([null, true, 'pong', 7, {}])('an answer that is none of ours is no answer: %j', async (reply) => {
  const { failure } = await outcome({ reply })
  expect(failure).toBe('no-answer')
})
