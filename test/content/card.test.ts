// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawCard } from '../../src/content/card'
import { shrinkAfter } from '../../src/domain/nudge-policy'
import type { CardContent } from '../../src/messages/card'

// That each press goes through the guard is tested in a browser (test/e2e/gate.test.ts): no press here is a user's own.
let onLook = () => {}
vi.mock('../../src/content/guard', () => ({
  guard: (_: unknown, look: () => void) => {
    onLook = look
    return { unsettle: () => undefined, rest: () => undefined, show: () => undefined, mayPress: () => true }
  },
}))

const answer = { label: 'Checked today', press: { kind: 'answer', answer: { kind: 'checked' } } } as const
const first = {
  title: 'Who can still sign in?',
  lines: ['Old logins.'],
  buttons: [answer, { label: 'Later…', press: { kind: 'face', face: 'when' } }],
  more: [{ label: 'Show me next to the page', press: { kind: 'beside' } }],
  escape: { kind: 'answer', answer: { kind: 'closed' } },
} as const
const when = {
  title: first.title,
  lines: ['When?'],
  buttons: [{ label: 'Back', press: { kind: 'face', face: 'first' } }],
  escape: { kind: 'face', face: 'first' },
  close: first.escape,
} as const
const content: CardContent = {
  ...{ lang: 'en', dir: 'ltr', label: 'Nightlatch reminder', brand: 'Nightlatch', close: 'Close' },
  steps: {
    show: 'Show the 2 steps',
    hide: 'Hide the steps',
    texts: ['Open it.', 'Read it.'],
    minutes: 'About 2 minutes',
  },
  faces: { first, when, returned: first, failed: { ...first, more: [] } },
}

let root: ShadowRoot
const beside = vi.fn<() => Promise<unknown>>()
const tell = vi.fn(async () => null)
const visible = () =>
  [...root.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent)
const press = (label: string) =>
  [...root.querySelectorAll('button')]
    .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === label)
    ?.click()
const list = () => root.querySelector('ol')
const toggle = () => root.querySelector('[aria-controls]')
const settled = () => new Promise((done) => setTimeout(done))

function draw(shown = content) {
  return drawCard(
    shown,
    { areOpen: () => false, areSettled: () => true, onStale: undefined },
    {
      ...{ tell, beside, removed: () => undefined, tick: () => undefined },
    },
  )
}

beforeEach(() => {
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init)
    return root
  })
  beside.mockReset().mockResolvedValue(null)
  tell.mockClear()
})
afterEach(() => vi.restoreAllMocks())

test('the steps are folded until they are asked for, and the button says which it does', () => {
  draw()
  expect(list()?.hidden).toBe(true)
  expect(toggle()?.getAttribute('aria-expanded')).toBe('false')
  press('Show the 2 steps')
  expect(list()?.hidden).toBe(false)
  expect([...root.querySelectorAll('li')].map((one) => one.textContent)).toEqual(['Open it.', 'Read it.'])
  expect(root.getElementById(toggle()?.getAttribute('aria-controls') ?? '')).toBe(list())
  expect(toggle()?.getAttribute('aria-expanded')).toBe('true')
  press('Hide the steps')
  expect(list()?.hidden).toBe(true)
})

test('what was unfolded is so again after a look at the times', () => {
  draw()
  press('Show the 2 steps')
  press('Later…')
  expect(list()).toBeNull()
  expect(visible()).toEqual(['Back', 'Close'])
  press('Back')
  expect(list()?.hidden).toBe(false)
})

test('the cross closes also where Escape leads back', () => {
  draw()
  press('Later…')
  press('Close')
  expect(tell).toHaveBeenCalledWith({ kind: 'answer', answer: { kind: 'closed' } }, expect.any(String))
})

test('the panel is asked for within the press, and if it does not open the steps are shown here', async () => {
  draw()
  press('Show me next to the page')
  expect(beside).toHaveBeenCalledTimes(1)
  await settled()
  expect(list()?.hidden).toBe(true)
  beside.mockRejectedValue(new Error('no panel'))
  press('Show me next to the page')
  await settled()
  expect(list()?.hidden).toBe(false)
  expect(tell).not.toHaveBeenCalled()
})

test('a card whose steps are shown stays while the seller follows them on the page', () => {
  const clock = vi.spyOn(performance, 'now')
  const rest = () => onLook()
  clock.mockReturnValue(0)
  draw()
  press('Show the 2 steps')
  clock.mockReturnValue(2 * shrinkAfter)
  rest()
  expect(visible()).toContain('Hide the steps')
  press('Hide the steps')
  rest()
  expect(visible()).toEqual(['Nightlatch reminder', 'Close'])
})

test('times that have moved on change the answers’ texts and nothing else', () => {
  const card = draw()
  press('Show the 2 steps')
  const renewed = { ...first, buttons: [{ ...answer, label: 'Checked now' }, first.buttons[1]] }
  card.renew({ ...content, faces: { ...content.faces, first: renewed } })
  expect(visible()).toEqual([
    ...['Checked now', 'Later…', 'Hide the steps', 'Show me next to the page', 'Close'],
  ])
})

test('a card without a check has nothing to unfold', () => {
  const { steps: _, ...question } = content
  draw(question)
  expect(list()).toBeNull()
  expect(toggle()).toBeNull()
})
