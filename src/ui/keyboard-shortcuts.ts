import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Single keys, each of a button. The list of them is drawn, not each beside its button. */
export const keys = {
  open: 'O',
  checked: 'C',
  aside: 'N',
  remind: 'R',
  hour: '1',
  tomorrow: '2',
  'next-week': '3',
  undo: 'U',
  skip: 'S',
  back: 'B',
  help: '?',
} as const

/** Whether single keys press buttons: the seller may have turned that off (WCAG 2.1.4). */
export const SingleKeys = createContext(true)

/** For a button’s `aria-keyshortcuts`. A key presses only a button that has it there. */
export function useKeys(): Partial<typeof keys> {
  return useContext(SingleKeys) ? keys : {}
}

/**
 * The keyboard shortcuts of a page. Up and down move between rows. A letter presses the button that has it, either of
 * the focused item or outside of items. Keys do nothing while nothing has the focus, or before the seller has moved
 * it, because a new page may get keys that were meant for another window.
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
  // Keys don't reach what is behind an open dialog.
  if (document.querySelector('dialog[open]')) return
  const item = target.closest('.item')
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    // Outside of rows, these keys scroll.
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
  // A held key counts once.
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
