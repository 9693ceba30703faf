import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patient } from '../../src/storage/with-retry'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** How often a reading is tried that fails after so long each time. */
async function triesOf(milliseconds: number): Promise<number> {
  let tries = 0
  const get = async (_keys: readonly string[] | null) => {
    tries += 1
    await wait(milliseconds)
    throw new Error('no database')
  }
  const failed = expect(patient({ get, set: async () => undefined }, wait).get(null)).rejects.toThrow(
    'no database',
  )
  await vi.runAllTimersAsync()
  await failed
  return tries
}

test('a reading that fails at once may have come too early: it is tried again', async () => {
  expect(await triesOf(0)).toBe(4)
})

test('a reading that took its time to fail is not: nobody is kept waiting for more of it', async () => {
  expect(await triesOf(1000)).toBe(1)
})
