import type { EventId } from '../domain/checklist'
import type { CardContent, Face, Press } from '../messages/card'
import css from './card.css?inline'

export const cardTag = 'nightlatch-card'

/** A press that the background has to hear of. */
export type Told = Extract<Press, { kind: 'answer' | 'choose-store' }>

/**
 * Tells the background. Gives back the next face, null when the card may go, undefined when it could not be stored.
 * @param id the same for every try of one press, so that it is recorded once.
 */
export type Tell = (press: Told, id: EventId) => Promise<Face | null | undefined>

export type Card = { remove(): void }

/**
 * Draws the one card of this page: closed shadow root, top layer, bottom corner. It never takes the focus,
 * never moves the page and holds no input; an answer is stored before the card says so.
 */
export function drawCard(content: CardContent, tell: Tell): Card {
  const host = document.createElement(cardTag)
  const root = host.attachShadow({ mode: 'closed' })
  const stop = new AbortController()
  const { signal } = stop
  let face = content.faces.first
  let pending = false
  let retry: (() => void) | undefined
  /** What had the focus before the seller came into the card. */
  let cameFrom: HTMLElement | undefined

  // A <style> element, not adoptedStyleSheets: Firefox 140 refuses those from a content script.
  const style = make('style', css)
  const box = make('section', '', {
    popover: 'manual',
    'aria-label': content.label,
    lang: content.lang,
    dir: content.dir,
  })
  const body = make('div')
  // A live region speaks only what is put into it while it is there, so it outlives the faces.
  const spoken = make('p', '', { role: 'status', class: 'spoken' })
  box.append(make('p', content.brand, { class: 'brand' }), body, spoken)
  root.append(style, box)

  function remove(): void {
    const hadFocus = root.activeElement !== null
    stop.abort()
    host.remove()
    if (hadFocus && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true })
  }

  function show(next: Face): void {
    const hadFocus = root.activeElement !== null
    face = next
    const actions = make('div', '', { class: 'actions' })
    actions.append(
      ...next.buttons.map(({ label, press }) => {
        const button = make('button', label, { type: 'button' })
        button.addEventListener('click', (event) => event.isTrusted && act(press), { signal })
        return button
      }),
    )
    body.replaceChildren(make('h2', next.title), ...next.lines.map((line) => make('p', line)))
    if (next.link) {
      const { label, address } = next.link
      body.append(make('a', label, { href: address, target: '_blank', rel: 'noopener noreferrer' }))
    }
    body.append(actions)
    if (hadFocus) actions.querySelector('button')?.focus({ preventScroll: true })
  }

  function act(press: Press): void {
    switch (press.kind) {
      case 'face':
        show(content.faces[press.face])
        break
      case 'remove':
        remove()
        break
      case 'retry':
        retry?.()
        break
      default:
        void send(press, crypto.randomUUID())
    }
  }

  async function send(press: Told, id: EventId): Promise<void> {
    if (pending) return
    pending = true
    const next = await tell(press, id)
    pending = false
    if (signal.aborted) return
    if (next === null) return remove()
    retry = () => void send(press, id)
    const shown = next ?? content.faces.failed
    show(shown)
    spoken.textContent = shown.lines.join(' ')
  }

  box.addEventListener(
    'keydown',
    (event) => {
      // Only while the focus is inside: the page's own Escape is the page's.
      if (event.key === 'Escape' && event.isTrusted) act(face.escape)
    },
    { signal },
  )
  box.addEventListener(
    'focusin',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !box.contains(relatedTarget)) cameFrom = relatedTarget
    },
    { signal },
  )
  show(face)
  document.documentElement.append(host)
  box.showPopover()
  requestAnimationFrame(() => {
    spoken.textContent = face.title
  })
  return { remove }
}

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  text = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
