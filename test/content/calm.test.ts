import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { leastCardGap, settleTime } from '../../src/domain/nudge-policy'
import { cardGapHoursChoices } from '../../src/domain/settings'

/** As much of a page as tells whether it is in sight. */
const page = Object.assign(new EventTarget(), { visibilityState: 'visible', prerendering: false })
const turn = (visibilityState: string) => {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}

describe('a page that stays open', () => {
  let stop = new AbortController()
  let looks = 0
  const look = async () => {
    looks += 1
  }

  beforeEach(async () => {
    vi.useFakeTimers()
    vi.stubGlobal('document', page)
    vi.stubGlobal('IntersectionObserverEntry', class {})
    vi.stubGlobal('requestIdleCallback', (done: () => void) => setTimeout(done))
    page.visibilityState = 'visible'
    looks = 0
    stop = new AbortController()
    const { whileOpen } = await import('../../src/content/calm')
    whileOpen(look, stop.signal).catch(() => undefined)
  })
  afterEach(() => {
    stop.abort()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('is looked at when it has settled, and again after the shortest gap that there can be, for days', async () => {
    expect(leastCardGap).toBe(Math.min(...cardGapHoursChoices) * 60 * 60 * 1000)
    await vi.advanceTimersByTimeAsync(settleTime - 1)
    expect(looks).toBe(0)
    await vi.advanceTimersByTimeAsync(100)
    expect(looks).toBe(1)
    await vi.advanceTimersByTimeAsync(leastCardGap - 200)
    expect(looks).toBe(1)
    for (const times of [2, 3, 4]) {
      await vi.advanceTimersByTimeAsync(leastCardGap + settleTime)
      expect(looks).toBe(times)
    }
  })

  test.each([
    ['out of sight', () => turn('hidden')],
    ['before it is more than a prerendering', () => Object.assign(page, { prerendering: true })],
  ])('is not looked at %s, and only when it has stood in sight', async (_, leave) => {
    leave()
    await vi.advanceTimersByTimeAsync(2 * leastCardGap)
    expect(looks).toBe(0)
    page.prerendering = false
    turn('visible')
    await vi.advanceTimersByTimeAsync(settleTime - 1)
    expect(looks).toBe(0)
    await vi.advanceTimersByTimeAsync(100)
    expect(looks).toBe(1)
  })

  test('that was made ready ahead counts from the moment in which it is shown, whichever event tells it', async () => {
    Object.assign(page, { prerendering: true })
    turn('hidden')
    // Chromium calls it visible while it is still being made ready.
    turn('visible')
    await vi.advanceTimersByTimeAsync(10 * settleTime)
    expect(looks).toBe(0)
    page.prerendering = false
    page.dispatchEvent(new Event('prerenderingchange'))
    await vi.advanceTimersByTimeAsync(settleTime - 1)
    expect(looks).toBe(0)
    await vi.advanceTimersByTimeAsync(100)
    expect(looks).toBe(1)
  })

  test('is never looked at again once it was left', async () => {
    await vi.advanceTimersByTimeAsync(settleTime + 100)
    stop.abort()
    await vi.advanceTimersByTimeAsync(3 * leastCardGap)
    expect(looks).toBe(1)
  })
})
