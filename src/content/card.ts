import type { EventId } from '../domain/ids'
import { shrinkAfter } from '../domain/nudge-policy'
import type { CardContent, Face, FaceButton, FaceName, Press } from '../messages/card'
import css from './card.css?inline'
import { cardMark } from './card-mark'
import type { Dialogs } from './dialogs'
import { guard } from './guard'

/** A press that must be sent to the background. */
export type Told = Extract<Press, { kind: 'answer' | 'choose-store' }>

export type CardEvents = {
  /**
   * Sends a press to the background. Returns the next face, null to close, undefined if it was not stored.
   * @param id the same for every retry of one press, so that it is recorded once.
   */
  tell(press: Told, id: EventId): Promise<Face | null | undefined>
  /** Opens the panel. Rejects if it doesn't open. */
  beside(): Promise<unknown>
  /** Called when the card is gone, whatever removed it. */
  removed(): void
  /** Called regularly while the card is shown. */
  tick(): void
}

export type Card = {
  remove(): void
  /** Hides the card and shows it again with the same content. */
  hide(): void
  show(): void
  /** Updates the texts of the card, because the times it offers have moved on. */
  renew(content: CardContent): void
  /** True if an answer was given, is being sent or could not be stored: its result must stay readable. */
  isBusy(): boolean
}

/**
 * Draws the one card of this page: closed shadow root, top layer, in a corner. It never takes the focus,
 * never moves the page and has no input fields; it shows an answer only after it is stored.
 */
export function drawCard(first: CardContent, dialogs: Dialogs, events: CardEvents): Card {
  const host = make('div', '', { [cardMark]: '' })
  const root = host.attachShadow({ mode: 'closed' })
  const stop = new AbortController()
  const { signal } = stop
  let content = first
  let face = content.faces.first
  /** Undefined while the card shows the result of an answer. */
  let faceName: FaceName | undefined = 'first'
  let isSmall = false
  let isUnfolded = false
  /** Shows or hides the steps, while there are any. */
  let unfold: ((isOpen: boolean) => void) | undefined
  let pending = false
  let answered = false
  let opened = false
  let lastTouched = performance.now()
  let retry: (() => void) | undefined
  /** The element that had the focus before the seller entered the card. */
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
  // A live region announces only what is put in while it exists, so it outlives the faces.
  const spoken = make('p', '', { role: 'status', class: 'spoken' })
  root.append(style, box)
  const keeper = guard({ host, box, dialogs, signal }, attend, remove)
  const close = button('', () => act(face.close ?? face.escape), {
    class: 'close',
    'aria-label': content.close,
  })
  box.append(brand, body, close, spoken)

  function remove(): void {
    if (signal.aborted) return
    const hadFocus = root.activeElement !== null
    stop.abort()
    host.remove()
    if (hadFocus && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true })
    events.removed()
  }

  function button(label: string, press: () => void, attributes = {}): HTMLButtonElement {
    const element = make('button', label, { type: 'button', ...attributes })
    element.addEventListener('click', (event) => keeper.mayPress(event) && press(), { signal })
    return element
  }

  /** Replaces the content of the box; focus that was inside stays inside. */
  function fill(...nodes: HTMLElement[]): void {
    const hadFocus = root.activeElement !== null
    body.replaceChildren(...nodes)
    box.classList.toggle('small', isSmall)
    if (hadFocus) body.querySelector('button')?.focus({ preventScroll: true })
    keeper.unsettle()
  }

  const buttons = (all: readonly FaceButton[] = []) =>
    all.map(({ label, press }) => button(label, () => act(press)))

  /** The first look, or the same after a visit to Amazon's page. */
  const isAsking = () => faceName === 'first' || faceName === 'returned'

  /** The steps, folded or not, and below the answers what shows them, with all that is no answer. */
  function withSteps(actions: HTMLElement): HTMLElement[] {
    unfold = undefined
    const { steps } = content
    if (!steps || !isAsking()) return [actions]
    const list = make('ol', '', { id: 'steps' })
    list.append(...steps.texts.map((step) => make('li', step)))
    const toggle = button('', () => unfold?.(!isUnfolded), { 'aria-controls': 'steps' })
    unfold = (isOpen) => {
      const before = toggle.getBoundingClientRect().top
      isUnfolded = isOpen
      list.hidden = !isOpen
      toggle.textContent = isOpen ? steps.hide : steps.show
      toggle.setAttribute('aria-expanded', String(isOpen))
      // The card grows away from the answers. If it has no room left, it scrolls, and they stay as well.
      box.scrollTop += toggle.getBoundingClientRect().top - before
      if (list.scrollHeight > list.clientHeight) list.tabIndex = 0
    }
    const more = make('div', '', { class: 'more' })
    more.append(toggle, make('small', steps.minutes), ...buttons(face.more))
    return [list, actions, more]
  }

  function showFace(next: Face, name?: FaceName): void {
    face = next
    faceName = name
    isSmall = false
    lastTouched = performance.now()
    const actions = make('div', '', { class: 'actions' })
    actions.append(...buttons(next.buttons))
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
    fill(...nodes, ...withSteps(actions))
    unfold?.(isUnfolded)
  }

  /** Shrinks the card, but only its first face, so that a choice half made is never lost. */
  function shrink(): void {
    if (isSmall || pending || !isAsking()) return
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
      case 'beside':
        events
          .beside()
          .catch(() =>
            unfold
              ? unfold(true)
              : void send({ kind: 'answer', answer: { kind: 'playbook' } }, crypto.randomUUID()),
          )
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
      // Only while the focus is inside: everywhere else Escape belongs to the page.
      if (event.key === 'Escape' && event.isTrusted) {
        event.stopPropagation()
        if (keeper.mayPress(event)) act(face.escape)
      }
      // The focus moves to the first button of the next face, and a key held down must not press that too.
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
  // WCAG 2.4.11: the card must not hide the focused element of the page.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target !== host && overlaps(target, box)) shrink()
    },
    { signal },
  )
  // The page's script can read what is selectable, so text is selectable only while the seller selects.
  document.addEventListener(
    'pointerdown',
    ({ target, isTrusted }) => box.classList.toggle('selectable', isTrusted && target === host),
    { signal, capture: true },
  )

  function attend(): void {
    if (box.matches(':hover') || root.activeElement) lastTouched = performance.now()
    else if (performance.now() - lastTouched > shrinkAfter) {
      // The result was shown; the popup can still undo it.
      if (answered) remove()
      // Steps are followed on the page, away from the card.
      else if (!isUnfolded) shrink()
    }
    events.tick()
  }

  function show(): void {
    if (signal.aborted) return
    keeper.show()
    // Back from Amazon's page: now the question is whether it was done there.
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
      // Keep the buttons: the seller may be about to press one of them.
      for (const [at, one] of body.querySelectorAll('.actions button').entries())
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
