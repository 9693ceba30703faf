import type { EventId } from '../domain/ids'
import { shrinkAfter } from '../domain/nudge-policy'
import type { CardContent, Face, FaceName, Press } from '../messages/card'
import css from './card.css?inline'
import { cardMark } from './card-mark'
import type { Dialogs } from './dialogs'
import { guard } from './guard'

/** A press that the background has to hear of. */
export type Told = Extract<Press, { kind: 'answer' | 'choose-store' }>

export type CardEvents = {
  /**
   * Tells the background. Gives back the next face, null when the card may go, undefined when it could not be stored.
   * @param id the same for every try of one press, so that it is recorded once.
   */
  tell(press: Told, id: EventId): Promise<Face | null | undefined>
  /** The card is gone, whoever took it away. */
  removed(): void
  /** Called now and then while the card is there. */
  tick(): void
}

export type Card = {
  remove(): void
  /** Out of sight and back, without a change of what it says. */
  hide(): void
  show(): void
  /** The same card in the words of now: the times that it offers have moved on. */
  renew(content: CardContent): void
  /** An answer is given, on its way, or could not be stored: what is said of it must stay to be read. */
  isBusy(): boolean
}

/**
 * Draws the one card of this page: closed shadow root, top layer, a corner. It never takes the focus,
 * never moves the page and holds no input; an answer is stored before the card says so.
 */
export function drawCard(first: CardContent, dialogs: Dialogs, events: CardEvents): Card {
  const host = make('div', '', { [cardMark]: '' })
  const root = host.attachShadow({ mode: 'closed' })
  const stop = new AbortController()
  const { signal } = stop
  let content = first
  let face = content.faces.first
  /** Missing: what an answer came to. */
  let faceName: FaceName | undefined = 'first'
  let isSmall = false
  let pending = false
  let answered = false
  let opened = false
  let lastTouched = performance.now()
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
    'data-corner': content.corner ?? '',
  })
  const brand = make('p', content.brand, { class: 'brand' })
  const body = make('div')
  // A live region speaks only what is put into it while it is there, so it outlives the faces.
  const spoken = make('p', '', { role: 'status', class: 'spoken' })
  box.append(brand, body, spoken)
  root.append(style, box)
  const keeper = guard({ host, box, dialogs, signal }, attend, remove)

  function remove(): void {
    if (signal.aborted) return
    const hadFocus = root.activeElement !== null
    stop.abort()
    host.remove()
    if (hadFocus && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true })
    events.removed()
  }

  function button(label: string, press: () => void): HTMLButtonElement {
    const element = make('button', label, { type: 'button' })
    element.addEventListener('click', (event) => keeper.mayPress(event) && press(), { signal })
    return element
  }

  /** Swaps what the box holds; the focus stays inside when it was. */
  function fill(...nodes: HTMLElement[]): void {
    const hadFocus = root.activeElement !== null
    body.replaceChildren(...nodes)
    box.classList.toggle('small', isSmall)
    if (hadFocus) body.querySelector('button')?.focus({ preventScroll: true })
    keeper.unsettle()
  }

  function showFace(next: Face, name?: FaceName): void {
    face = next
    faceName = name
    isSmall = false
    lastTouched = performance.now()
    const actions = make('div', '', { class: 'actions' })
    actions.append(...next.buttons.map(({ label, press }) => button(label, () => act(press))))
    const nodes: HTMLElement[] = [make('h2', next.title), ...next.lines.map((line) => make('p', line))]
    if (next.link) {
      const { label, address } = next.link
      const link = make('a', label, { href: address, target: '_blank', rel: 'noopener noreferrer' })
      link.addEventListener('click', (event) => {
        if (!keeper.mayPress(event)) return event.preventDefault()
        opened = true
      })
      nodes.push(link)
    }
    fill(...nodes, actions)
  }

  /** Never with a choice half made: only the first look of the card may become small. */
  function shrink(): void {
    if (isSmall || pending || (faceName !== 'first' && faceName !== 'returned')) return
    isSmall = true
    fill(button(content.label, () => showFace(face, faceName)))
  }

  function act(press: Press): void {
    switch (press.kind) {
      case 'face':
        showFace(content.faces[press.face], press.face)
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
    const next = await events.tell(press, id)
    pending = false
    if (signal.aborted) return
    if (next === null) return remove()
    if (next !== undefined) answered = true
    retry = () => void send(press, id)
    const shown = next ?? content.faces.failed
    showFace(shown, next ? undefined : 'failed')
    spoken.textContent = shown.lines.join(' ')
  }

  box.addEventListener(
    'keydown',
    (event) => {
      // Only while the focus is inside: the page's own Escape is the page's.
      if (event.key === 'Escape' && event.isTrusted) {
        event.stopPropagation()
        if (keeper.mayPress(event)) act(face.escape)
      }
      // The focus goes on to the next face's first button: a key that is held must not press that too.
      if (event.repeat) event.preventDefault()
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
  // WCAG 2.4.11: what has the focus on the page is not to be hidden by us.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target !== host && overlaps(target, box)) shrink()
    },
    { signal },
  )
  // What can be selected can be read by the page's script: so only what the seller begins to select.
  document.addEventListener(
    'pointerdown',
    ({ target, isTrusted }) => box.classList.toggle('selectable', isTrusted && target === host),
    { signal, capture: true },
  )

  function attend(): void {
    if (box.matches(':hover') || root.activeElement) lastTouched = performance.now()
    else if (performance.now() - lastTouched > shrinkAfter) {
      // What was answered has been said; it can still be taken back in the popup.
      if (answered) remove()
      else shrink()
    }
    events.tick()
  }

  function show(): void {
    if (signal.aborted) return
    keeper.show()
    // Back from Amazon's page: the question is now whether it was done there.
    if (opened && faceName === 'first') showFace(content.faces.returned, 'returned')
    opened = false
  }

  showFace(face, faceName)
  show()
  requestAnimationFrame(() => {
    spoken.textContent = face.title
  })
  return {
    remove,
    hide: keeper.rest,
    show,
    renew(next) {
      content = next
      box.dataset['corner'] = next.corner ?? ''
      if (!faceName || isSmall) return
      face = content.faces[faceName]
      // In place: the seller may be about to press one of them.
      for (const [at, one] of body.querySelectorAll('button').entries())
        one.textContent = face.buttons[at]?.label ?? ''
    },
    isBusy: () => answered || pending || faceName === 'failed',
  }
}

function overlaps(one: Element, other: Element): boolean {
  const a = one.getBoundingClientRect()
  const b = other.getBoundingClientRect()
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
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
