import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTime, NoAnswerError } from '../../src/browser/in-time'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const after = (milliseconds: number, end: () => Promise<string>) =>
  new Promise<void>((done) => setTimeout(done, milliseconds)).then(end)

test.each([
  [1999, 'an answer'],
  [2001, NoAnswerError],
])('after %d of 2000 ms an answer is %s', async (late, expected) => {
  const got = inTime(
    after(late, async () => 'an answer'),
    2000,
  ).catch((error: Error) => error.constructor)
  await vi.advanceTimersByTimeAsync(2010)
  expect(await got).toBe(expected)
})

test('what fails before its time fails as it is', async () => {
  const got = inTime(
    after(10, async () => Promise.reject(new TypeError())),
    2000,
  ).catch((error: Error) => error.constructor)
  await vi.advanceTimersByTimeAsync(10)
  expect(await got).toBe(TypeError)
})

test('what fails after its time is nobody’s unhandled rejection, and neither is the limit after an answer', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  const late = inTime(
    after(20, async () => Promise.reject(new TypeError())),
    10,
  ).catch(() => 'nothing')
  const early = inTime(
    after(5, async () => 'an answer'),
    10,
  )
  await vi.advanceTimersByTimeAsync(30)
  expect([await late, await early]).toEqual(['nothing', 'an answer'])
  vi.useRealTimers()
  // Node tells of it at the end of a turn.
  await new Promise((done) => setImmediate(done))
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})
