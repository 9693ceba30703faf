import { configure, screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { options, render } from 'preact'
import { type Ask, createAsk } from '../../src/messages/ask'
import type { Message, Request } from '../../src/messages/protocol'
import { followKeys } from '../../src/ui/keyboard-shortcuts'
import { createSession } from '../../src/ui/overview-store'
import { background } from './background'
import { inEnglish } from './i18n'
import { ownPage } from './platform'

// jsdom lays nothing out, and knows dialogs only as elements.
CSSStyleSheet.prototype.replaceSync = () => undefined
Element.prototype.checkVisibility = () => true
Element.prototype.scrollIntoView = () => undefined
window.scrollTo = () => undefined
const openers = new WeakMap<HTMLDialogElement, Element | null>()
HTMLDialogElement.prototype.showModal = function showModal() {
  openers.set(this, document.activeElement)
  this.setAttribute('open', '')
  this.querySelector('button')?.focus()
}
HTMLDialogElement.prototype.close = function close(value) {
  this.removeAttribute('open')
  if (value !== undefined) this.returnValue = value
  ;(openers.get(this) as HTMLElement | null)?.focus()
  setTimeout(() => this.dispatchEvent(new Event('close')))
}
// Preact's own wait for a frame asks for the window once more, which may be gone after a file's last test.
options.requestAnimationFrame = (draw) => void setTimeout(draw)
// A whole page on a busy machine; and a view that hears nothing asks three times more over two seconds.
configure({ asyncUtilTimeout: 60_000 })

/** Of the page that was opened before. */
let left = new AbortController()

const views = {
  popup: async () => (await import('../../src/popup/popup-page')).Popup,
  dashboard: async () => (await import('../../src/dashboard/layout')).Dashboard,
}

/**
 * One of our pages, whole, over a real background: only the browser's extension API is played. For what needs no
 * layout, such as where the focus goes; the tests end to end see the rest. The test file needs the environment jsdom.
 */
export async function open(
  view: keyof typeof views,
  { at = '', ...options }: { at?: string } & Parameters<typeof background>[0] = {},
) {
  const { platform, ...rest } = background(options)
  let held: Promise<void> | undefined
  let areLost = false
  const asked: Request[] = []
  const ask: Ask = createAsk({
    isAlive: () => true,
    send: async (message) => {
      asked.push((message as Message).request)
      const reply = await platform.send(structuredClone(message), ownPage)
      await held
      return areLost ? undefined : reply
    },
    onTold: () => undefined,
  })
  const session = createSession(ask)
  platform.onStored((stored) => void session.hear(stored))
  const i18n = inEnglish('UTC')
  location.hash = at
  render(null, document.body)
  left.abort()
  left = new AbortController()
  followKeys(document.body, { signal: left.signal })
  const View = await views[view]()
  render(<View session={session} i18n={i18n} />, document.body)
  await session.read()
  await platform.settled()
  return {
    ...rest,
    platform,
    session,
    i18n,
    /** What this page has asked the background, in order. */
    asked,
    screen,
    waitFor,
    user: userEvent.setup(),
    /** Answers are under way until the returned function is called. */
    holdAnswers(): () => void {
      let release = () => {}
      held = new Promise((done) => {
        release = done
      })
      return release
    },
    /** Whatever is asked for is done, but the answers are lost. */
    loseAnswers(lost: boolean): void {
      areLost = lost
    },
    /** When all that was asked for has been answered and drawn. */
    settled: () => platform.settled(),
  }
}
