// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CardContent } from '../../src/messages/card'

const face = {
  title: 'Who can still sign in?',
  lines: ['Old logins.'],
  buttons: [],
  escape: { kind: 'remove' },
} as const
const content: CardContent = {
  lang: 'en',
  dir: 'ltr',
  label: 'Nightlatch reminder',
  brand: 'Nightlatch',
  close: 'Close',
  faces: { first: face, when: face, returned: face, failed: face },
}

/** What jsdom lacks of a page: popovers, layout, and whether the window has the focus. */
function layOut(): void {
  let isOpen = false
  const { matches } = Element.prototype
  Object.assign(HTMLElement.prototype, {
    showPopover: () => {
      isOpen = true
    },
    hidePopover: () => {
      isOpen = false
    },
    checkVisibility: () => true,
    currentCSSZoom: 1,
  })
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    if (selector === ':popover-open') return isOpen
    return selector.includes(':active-view-transition') ? false : matches.call(this, selector)
  })
  const host = () => document.querySelector('[nightlatch-card]')
  Object.assign(document, { elementFromPoint: vi.fn(host), hasFocus: () => true })
  // The selectors of dialogs are no matter for jsdom.
  const all = Document.prototype.querySelectorAll
  document.querySelectorAll = vi.fn((selector: string) =>
    selector.includes(':modal')
      ? document.createElement('p').querySelectorAll('p')
      : all.call(document, selector),
  ) as typeof document.querySelectorAll
}

let stop = new AbortController()
const walks = () => vi.mocked(document.querySelectorAll).mock.calls.length
const looks = () => vi.mocked(document.elementFromPoint).mock.calls.length

async function drawn() {
  const { watchDialogs } = await import('../../src/content/dialogs')
  const { drawCard } = await import('../../src/content/card')
  const ticks = vi.fn()
  const card = drawCard(content, watchDialogs(stop.signal), {
    tell: async () => null,
    beside: async () => null,
    removed: () => undefined,
    tick: ticks,
  })
  return { card, ticks }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserverEntry', class {})
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  layOut()
  stop = new AbortController()
})
afterEach(() => {
  stop.abort()
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.restoreAllMocks()
})

const minute = 60_000

test('a card that nobody points at is looked at once a second, and the page is not searched while nothing changes', async () => {
  const { card, ticks } = await drawn()
  await vi.advanceTimersByTimeAsync(5000)
  const [walksBefore, looksBefore] = [walks(), looks()]
  expect(looksBefore).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(minute)
  expect(walks()).toBe(walksBefore)
  expect(looks() - looksBefore).toBeLessThanOrEqual(61)
  expect(looks() - looksBefore).toBeGreaterThan(50)
  expect(ticks.mock.calls.length).toBeLessThan(80)
  card.remove()
  const last = looks()
  await vi.advanceTimersByTimeAsync(minute)
  expect(looks()).toBe(last)
})

test('where the browser tells by itself what hides a card, it is looked at eight times a minute at most', async () => {
  vi.resetModules()
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      isVisible = true
    },
  )
  Object.assign(IntersectionObserverEntry.prototype, { isVisible: true })
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
    },
  )
  await drawn()
  await vi.advanceTimersByTimeAsync(10_000)
  const [walksBefore, looksBefore] = [walks(), looks()]
  await vi.advanceTimersByTimeAsync(minute)
  expect(walks()).toBe(walksBefore)
  expect(looks() - looksBefore).toBeLessThanOrEqual(8)
  expect(looks() - looksBefore).toBeGreaterThan(5)
  // A change is looked at soon, and once more for what fades in; two queries a search.
  const before = walks()
  document.body.dataset['changed'] = 'yes'
  await vi.advanceTimersByTimeAsync(600)
  expect(walks()).toBeGreaterThan(before)
  await vi.advanceTimersByTimeAsync(1500)
  expect(walks()).toBeGreaterThanOrEqual(before + 4)
})

test('a page that changes in every frame is searched no more than twice a second', async () => {
  await drawn()
  await vi.advanceTimersByTimeAsync(5000)
  const before = walks()
  for (let frame = 0; frame < 600; frame += 1) {
    document.body.dataset['frame'] = String(frame)
    await vi.advanceTimersByTimeAsync(16)
  }
  // Two queries a search.
  expect(walks() - before).toBeGreaterThan(10)
  expect(walks() - before).toBeLessThanOrEqual(2 * 21)
})

test('a card out of sight is not looked at', async () => {
  const { card } = await drawn()
  card.hide()
  const before = looks()
  await vi.advanceTimersByTimeAsync(minute)
  expect(looks()).toBe(before)
  card.show()
  await vi.advanceTimersByTimeAsync(minute)
  expect(looks()).toBeGreaterThan(before)
})
