import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Each is shown on its button. */
export const keys = {
  open: 'O',
  checked: 'C',
  aside: 'N',
  remind: 'R',
  hour: '1',
  tomorrow: '2',
  'next-week': '3',
  undo: 'U',
  help: '?',
} as const

/** Whether single keys press buttons: the seller may have turned that off (WCAG 2.1.4). */
export const SingleKeys = createContext(true)

/** What to show on the buttons; a button without its key is pressed by none. */
export function useKeys(): Partial<typeof keys> {
  return useContext(SingleKeys) ? keys : {}
}

/**
 * The keys of a page of ours. Up and down go from row to row. A letter presses the button that shows it:
 * one of the item that has the focus, or one that belongs to no item. So no key does what is not in sight, and none
 * does anything while nothing has the focus, nor before the seller has moved it: a page that has just opened gives it to
 * an item, and gets what was typed or spoken for another window.
 */
export function followKeys(page: HTMLElement, options: Pick<AddEventListenerOptions, 'signal'> = {}): void {
  let hasMoved = false
  page.addEventListener(
    'pointerdown',
    () => {
      hasMoved = true
    },
    options,
  )
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab' || event.key.startsWith('Arrow')) hasMoved = true
      onKey(event, hasMoved)
    },
    options,
  )
}

function onKey(event: KeyboardEvent, hasMoved: boolean): void {
  const { target, key } = event
  if (!(target instanceof Element) || target.closest('input, select, textarea')) return
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  // What lies behind an open dialog is out of reach, for keys as for the pointer.
  if (document.querySelector('dialog[open]')) return
  const item = target.closest('.item')
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    // Elsewhere they scroll.
    if (!target.closest('.area')) return
    const rows = [...document.querySelectorAll<HTMLElement>('.row')].filter((row) => row.checkVisibility())
    const to =
      key === 'ArrowDown'
        ? rows.find((row) => lies(row, Node.DOCUMENT_POSITION_FOLLOWING, target))
        : rows.findLast((row) => lies(row, Node.DOCUMENT_POSITION_PRECEDING, item ?? target))
    if (!to) return
    event.preventDefault()
    to.focus()
    return
  }
  // A key that is held answers once.
  if (event.repeat && key === 'Enter' && target.closest('button')) event.preventDefault()
  if (event.repeat || target === document.body || !hasMoved) return
  if (event.getModifierState('AltGraph') || (event.shiftKey && /\p{L}/u.test(key))) return
  const button = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (one) =>
      one.getAttribute('aria-keyshortcuts') === key.toUpperCase() &&
      one.checkVisibility() &&
      [item, null].includes(one.closest('.item')),
  )
  if (!button) return
  event.preventDefault()
  button.click()
}

function lies(one: Node, where: number, other: Node): boolean {
  return (other.compareDocumentPosition(one) & where) !== 0
}
