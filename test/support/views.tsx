import { signal } from '@preact/signals'
import { configure, screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { options, render } from 'preact'
import { type Ask, createAsk } from '../../src/messages/ask'
import type { Message, Request } from '../../src/messages/protocol'
import type { Where } from '../../src/panel/active-tab'
import type { KeptState } from '../../src/panel/kept-state'
import { followKeys } from '../../src/ui/keyboard-shortcuts'
import { createSession, type Session } from '../../src/ui/overview-store'
import { background } from './background'
import { inEnglish } from './i18n'
import { ownPage } from './platform'

// jsdom has no layout and supports dialogs only as elements.
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
// Preact's own wait for a frame uses the window once more, which may be gone after a file's last test.
options.requestAnimationFrame = (draw) => void setTimeout(draw)
// For a whole page on a busy machine; a view without an answer also asks three times in two seconds.
configure({ asyncUtilTimeout: 60_000 })

/** Removes the listeners of the page opened before. */
let left = new AbortController()

const views = {
  popup: async () => (await import('../../src/popup/popup-page')).Popup,
  dashboard: async () => (await import('../../src/dashboard/layout')).Dashboard,
  /** Without a browser around it: the tab in front shows what `panelBeside` says. */
  panel: async () => {
    const { Panel } = await import('../../src/panel/panel-page')
    const tab = { where: panelBeside.where, look: async () => panelBeside.where.value }
    const state: KeptState = {
      view: signal('page'),
      place: signal(undefined),
      draft: signal(undefined),
      scroll: signal(undefined),
      guide: signal(undefined),
      typed: signal(undefined),
      opens: panelBeside.opens,
    }
    return (props: { session: Session; i18n: ReturnType<typeof inEnglish> }) => (
      <Panel {...props} tab={tab} state={state} />
    )
  },
}

/** What the tab next to the panel shows, and whether a press on another page led to the panel. */
export const panelBeside = { where: signal<Where>({ kind: 'elsewhere' }), opens: signal(false) }

/**
 * Opens a whole page of ours on a real background; only the browser's extension API is fake. For what needs
 * no layout, such as focus; end-to-end tests cover the rest. The test file needs the jsdom environment.
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
    /** The requests of this page, in order. */
    asked,
    screen,
    waitFor,
    user: userEvent.setup(),
    /** Holds all answers back until the returned function is called. */
    holdAnswers(): () => void {
      let release = () => {}
      held = new Promise((done) => {
        release = done
      })
      return release
    },
    /** Requests are carried out, but their answers are lost. */
    loseAnswers(lost: boolean): void {
      areLost = lost
    },
    /** Waits until everything requested has been answered and drawn. */
    settled: () => platform.settled(),
  }
}
