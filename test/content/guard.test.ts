import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** As much of a page as the guard asks about. A browser shows the rest (test/e2e/gate.test.ts). */
function makePage() {
  const root = { matches: () => page.isTransition, currentCSSZoom: 1 }
  const append = vi.fn((one: { isConnected: boolean }) => {
    one.isConnected = true
  })
  const page = {
    isHovered: false,
    isFocused: false,
    isOpen: false,
    isInert: false,
    isDialogOpen: false,
    areDialogsSettled: true,
    isTransition: false,
    hasFocus: true,
    isCovered: (_x: number, _y: number) => false,
    rect: { x: 100, y: 200, width: 300, height: 100 },
    append,
    window: new EventTarget(),
    areOpen: vi.fn((_oldest?: number) => page.isDialogOpen),
    box: Object.assign(new EventTarget(), {
      offsetWidth: 300,
      offsetHeight: 100,
      matches: (selector: string) =>
        (selector === ':hover' && page.isHovered) || (selector === ':popover-open' && page.isOpen),
      showPopover: vi.fn(() => {
        page.isOpen = true
      }),
      hidePopover: vi.fn(() => {
        page.isOpen = false
      }),
      getBoundingClientRect: () => page.rect,
    }),
    host: {
      isConnected: false,
      remove: vi.fn(() => {
        page.host.isConnected = false
      }),
      closest: (selector: string) => (page.isInert && selector === '[inert]' ? root : null),
    },
    document: {
      visibilityState: 'visible',
      body: { append, currentCSSZoom: 1 } as { append: typeof append } | null,
      documentElement: Object.assign(root, { append }),
      fullscreenElement: null,
      hasFocus: () => page.hasFocus,
      get activeElement() {
        return page.isFocused ? page.host : null
      },
      elementFromPoint: vi.fn((x: number, y: number) => (page.isCovered(x, y) ? root : page.host)),
    },
  }
  return page
}

let page: ReturnType<typeof makePage>
let stop: AbortController
let asleep = 0
/** Tells the guard what Chromium sees of the card. */
let observed: ((isVisible: boolean) => void) | undefined
const observing = vi.fn()
const onLook = vi.fn()
const giveUp = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.clearAllMocks()
  page = makePage()
  stop = new AbortController()
  asleep = 0
  observed = undefined
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + asleep)
  vi.stubGlobal('document', page.document)
  vi.stubGlobal('window', page.window)
  vi.stubGlobal('getComputedStyle', () => ({ filter: 'none' }))
  vi.stubGlobal('requestAnimationFrame', (look: () => void) => setTimeout(look, 16))
  vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame))
})
afterEach(() => {
  stop.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const browsers = ['Chromium', 'Firefox'] as const

async function shown(browser: (typeof browsers)[number] = 'Chromium') {
  vi.stubGlobal(
    'IntersectionObserverEntry',
    browser === 'Chromium'
      ? class {
          get isVisible() {
            return true
          }
        }
      : class {},
  )
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = observing
      constructor(tell: (entries: { isVisible: boolean }[]) => void, options: object) {
        observing(options)
        observed = (isVisible) => tell([{ isVisible: !isVisible }, { isVisible }])
      }
    },
  )
  const { guard } = await import('../../src/content/guard')
  const dialogs = {
    areOpen: page.areOpen,
    areSettled: () => page.areDialogsSettled,
    onStale: undefined as (() => void) | undefined,
  }
  const { host, box } = page as unknown as { host: HTMLElement; box: HTMLElement }
  const one = guard({ host, box, dialogs, signal: stop.signal }, onLook, giveUp)
  happen('pointerenter')
  expect(onLook).not.toHaveBeenCalled()
  one.show()
  return { ...one, dialogs }
}

type Guarded = Awaited<ReturnType<typeof shown>>
const happen = (name: string) => page.box.dispatchEvent(new Event(name))
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)
const released = ({ mayPress }: Guarded, detail = 1, isTrusted = true) =>
  mayPress({ isTrusted, detail } as UIEvent)

function pressed(card: Guarded, detail = 1): boolean {
  happen(detail > 0 ? 'pointerdown' : 'keydown')
  return released(card, detail)
}

/** How many looks there are from now on, within this time. */
function looksIn(milliseconds: number): number {
  const before = onLook.mock.calls.length
  pass(milliseconds)
  return onLook.mock.calls.length - before
}

describe.each(browsers)('a press, in %s,', (browser) => {
  test.each([0, 1])('counts from half a second after the card came (%i clicks)', async (detail) => {
    const card = await shown(browser)
    pass(499)
    expect(pressed(card, detail)).toBe(false)
    pass(1)
    expect(pressed(card, detail)).toBe(true)
  })

  test('counts from when it began, and once', async () => {
    const card = await shown(browser)
    pass(300)
    happen('pointerdown')
    pass(400)
    expect(released(card)).toBe(false)
    expect(released(card)).toBe(false)
    expect(released(card, 0)).toBe(true)
    expect(pressed(card)).toBe(true)
    expect(released(card)).toBe(false)
  })

  test('by key counts from when the key went down', async () => {
    const card = await shown(browser)
    pass(499)
    happen('keydown')
    pass(400)
    expect(released(card, 0)).toBe(false)
    expect(released(card, 0)).toBe(true)
  })

  test('of a script never counts', async () => {
    const card = await shown(browser)
    pass(900)
    happen('pointerdown')
    expect(released(card, 1, false)).toBe(false)
    expect(released(card, 0, false)).toBe(false)
  })

  test.each([
    ['moved', () => Object.assign(page, { rect: { ...page.rect, y: 201 } })],
    ['has just changed', (card: Guarded) => card.unsettle()],
  ])('waits again when the card %s, but not by key', async (_, change) => {
    const card = await shown(browser)
    pass(900)
    change(card)
    expect(pressed(card)).toBe(false)
    expect(pressed(card, 0)).toBe(true)
    pass(499)
    expect(pressed(card)).toBe(false)
    pass(1)
    expect(pressed(card)).toBe(true)
  })

  const spoilt: readonly (readonly [string, object, object])[] = [
    ['its window has no focus', { hasFocus: false }, { hasFocus: true }],
    ['its popover is closed', { isOpen: false }, { isOpen: true }],
    ['the page is inert', { isInert: true }, { isInert: false }],
    ['a dialog is open', { isDialogOpen: true }, { isDialogOpen: false }],
    ['the page changes its view', { isTransition: true }, { isTransition: false }],
  ]

  test.each(spoilt)('does not count while %s, nor right after', async (_, bad, good) => {
    const card = await shown(browser)
    pass(900)
    Object.assign(page, bad)
    happen('pointerdown')
    Object.assign(page, good)
    expect(released(card)).toBe(false)
    pass(499)
    expect(pressed(card, 0)).toBe(false)
    pass(1)
    expect(pressed(card, 0)).toBe(true)
    happen('pointerdown')
    Object.assign(page, bad)
    expect(released(card)).toBe(false)
  })

  test('does not count when nobody sees the page', async () => {
    const card = await shown(browser)
    pass(900)
    page.document.visibilityState = 'hidden'
    expect(pressed(card)).toBe(false)
  })

  const places = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down] as const))
  test.each(places)('does not count when the card is covered at %d across, %d down', async (across, down) => {
    const card = await shown(browser)
    pass(900)
    const cover = (x: number, y: number) =>
      Math.abs(x - 100 - across * 300) < 1 && Math.abs(y - 200 - down * 100) < 1
    page.isCovered = cover
    happen('pointerdown')
    page.isCovered = () => false
    expect(released(card)).toBe(false)
    pass(500)
    happen('pointerdown')
    page.isCovered = cover
    expect(released(card)).toBe(false)
  })

  test.each([
    ['width', 1, false],
    ['width', -1, false],
    ['width', 0.9, true],
    ['height', 1, false],
    ['height', -1, false],
    ['height', -0.9, true],
  ] as const)('on a card whose %s is drawn with %d pixels more: %s', async (side, more, may) => {
    page.rect[side] += more
    const card = await shown(browser)
    pass(900)
    expect(pressed(card)).toBe(may)
  })

  test('does not count on a computer that has just woken', async () => {
    const card = await shown(browser)
    const longest = browser === 'Chromium' ? 10_000 : 3000
    pass(900)
    asleep = longest - 900
    expect(pressed(card)).toBe(true)
    asleep += longest + 1
    expect(pressed(card)).toBe(false)
    pass(500)
    expect(pressed(card)).toBe(true)
  })
})

describe('what Chromium sees of the card', () => {
  test('is asked for, and a press on what is hidden does not count', async () => {
    const card = await shown()
    expect(observing.mock.calls).toEqual([[{ trackVisibility: true, delay: 100 }], [page.box]])
    pass(900)
    observed?.(true)
    expect(pressed(card)).toBe(true)
    observed?.(false)
    expect(pressed(card)).toBe(false)
    observed?.(true)
    pass(499)
    expect(pressed(card)).toBe(false)
    pass(1)
    expect(pressed(card)).toBe(true)
  })

  test('is looked at when it changes', async () => {
    await shown()
    const before = onLook.mock.calls.length
    observed?.(false)
    expect(onLook.mock.calls.length).toBe(before + 1)
    expect(looksIn(499)).toBe(0)
    expect(looksIn(1)).toBe(1)
  })

  test('is not asked of Firefox', async () => {
    await shown('Firefox')
    expect(observing).not.toHaveBeenCalled()
  })
})

describe('looks', () => {
  test.each([
    ['Chromium', 8000],
    ['Firefox', 1000],
  ] as const)('come seldom while all is well, in %s every %i ms', async (browser, gap) => {
    await shown(browser)
    for (const _ of [1, 2]) {
      expect(looksIn(gap - 1)).toBe(0)
      expect(looksIn(1)).toBe(1)
    }
    expect(page.document.elementFromPoint.mock.calls).toEqual(Array.from({ length: 3 }, () => [250, 250]))
  })

  test.each([
    ['the card is not well', { isCovered: () => true }],
    ['a dialog is open', { isDialogOpen: true }],
    ['dialogs may still come', { areDialogsSettled: false }],
  ])('come every half second while %s', async (_, bad) => {
    Object.assign(page, bad)
    await shown()
    expect(looksIn(499)).toBe(0)
    expect(looksIn(1)).toBe(1)
    expect(looksIn(1000)).toBe(2)
  })

  test('come seldom in a window that is not in use', async () => {
    page.hasFocus = false
    await shown()
    expect(looksIn(7999)).toBe(0)
    expect(looksIn(1)).toBe(1)
  })

  test.each(['isHovered', 'isFocused'] as const)('come with each frame while the card %s', async (how) => {
    await shown()
    page[how] = true
    happen('pointerenter')
    expect(looksIn(160)).toBe(10)
    expect(page.areOpen.mock.lastCall).toEqual([100])
    expect(page.document.elementFromPoint.mock.calls.length).toBeGreaterThan(90)
    page.isDialogOpen = true
    expect(looksIn(16)).toBe(1)
    expect(looksIn(499)).toBe(0)
    page[how] = page.isDialogOpen = false
    pass(1)
    expect(page.areOpen.mock.lastCall).toEqual([undefined])
    expect(looksIn(7999)).toBe(0)
  })

  test('of one kind take the place of the others', async () => {
    await shown()
    page.isHovered = true
    happen('pointerenter')
    happen('focusin')
    page.isHovered = false
    happen('pointerenter')
    expect(looksIn(7999)).toBe(0)
    expect(looksIn(1)).toBe(1)
  })

  test.each([
    ['pointerenter', 'box'],
    ['focusin', 'box'],
    ['resize', 'window'],
    ['focus', 'window'],
    ['blur', 'window'],
  ] as const)('come at once at %s of the %s, until the card is done with', async (event, where) => {
    await shown()
    const tell = () => page[where].dispatchEvent(new Event(event))
    onLook.mockClear()
    tell()
    expect(onLook).toHaveBeenCalledTimes(1)
    stop.abort()
    tell()
    expect(onLook).toHaveBeenCalledTimes(1)
    expect(looksIn(60_000)).toBe(0)
  })

  test('come half a second after the last when dialogs may have changed, or at once', async () => {
    const { dialogs } = await shown()
    pass(8100)
    dialogs.onStale?.()
    expect(looksIn(399)).toBe(0)
    expect(looksIn(1)).toBe(1)
    pass(2000)
    dialogs.onStale?.()
    expect(looksIn(0)).toBe(1)
  })

  test('at a press ask for dialogs anew', async () => {
    const card = await shown()
    page.areOpen.mockClear()
    pressed(card)
    expect(page.areOpen.mock.calls).toEqual([[0], [0]])
  })

  test('end when the card rests, also if it is put to rest by one, and begin again when it is shown', async () => {
    const card = await shown()
    card.rest()
    expect(page.host.remove).toHaveBeenCalledTimes(1)
    happen('pointerenter')
    expect(looksIn(60_000)).toBe(0)
    card.show()
    expect(page.host.isConnected).toBe(true)
    expect(looksIn(8000)).toBe(1)
    onLook.mockImplementationOnce(card.rest)
    pass(8000)
    expect(page.host.isConnected).toBe(false)
    expect(looksIn(60_000)).toBe(0)
  })

  test('have ended once the card is done with, also those at a press', async () => {
    await shown()
    stop.abort()
    page.areOpen.mockClear()
    happen('pointerdown')
    expect(page.areOpen).not.toHaveBeenCalled()
  })

  test('end when one ends the card', async () => {
    await shown()
    onLook.mockImplementationOnce(() => stop.abort())
    page.host.isConnected = false
    pass(8000)
    expect(page.host.isConnected).toBe(false)
  })

  test('wait for the card to be shown', async () => {
    const card = await shown()
    card.rest()
    pass(10_000)
    card.show()
    pass(499)
    expect(pressed(card, 0)).toBe(false)
    pass(1)
    expect(pressed(card, 0)).toBe(true)
  })
})

describe('a page that does not want the card', () => {
  test('may take it away once, and no more', async () => {
    await shown()
    page.host.isConnected = false
    pass(8000)
    expect(page.append.mock.lastCall).toEqual([page.host])
    expect(page.host.isConnected).toBe(true)
    expect(giveUp).not.toHaveBeenCalled()
    page.host.isConnected = false
    pass(8000)
    expect(giveUp).toHaveBeenCalledTimes(1)
    expect(page.host.isConnected).toBe(false)
    expect(looksIn(60_000)).toBe(0)
  })

  test('may close it five times, and no more', async () => {
    const card = await shown()
    expect(page.box.showPopover).toHaveBeenCalledTimes(1)
    for (let times = 2; times <= 6; times += 1) {
      pass(8000)
      page.isOpen = false
      happen('focusin')
      expect(page.box.showPopover).toHaveBeenCalledTimes(times)
      expect(pressed(card)).toBe(false)
    }
    page.isOpen = false
    happen('focusin')
    expect(page.box.showPopover).toHaveBeenCalledTimes(6)
    expect(giveUp).toHaveBeenCalledTimes(1)
  })

  test('is not one that opens dialogs: the card steps aside and comes back', async () => {
    const card = await shown()
    for (let times = 1; times <= 9; times += 1) {
      page.isDialogOpen = true
      happen('focusin')
      expect(page.box.hidePopover).toHaveBeenCalledTimes(times)
      expect(page.isOpen).toBe(false)
      page.isDialogOpen = false
      happen('focusin')
      expect(page.isOpen).toBe(true)
    }
    expect(giveUp).not.toHaveBeenCalled()
    pass(499)
    expect(pressed(card)).toBe(false)
    expect(pressed(card, 0)).toBe(false)
    pass(1)
    expect(pressed(card)).toBe(true)
  })

  test('may have no body', async () => {
    page.document.body = null
    await shown()
    expect(page.append).toHaveBeenCalledWith(page.host)
  })
})
