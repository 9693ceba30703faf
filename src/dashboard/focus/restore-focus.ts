/** What was pressed may go with what it did: then this takes the focus, once the page is drawn anew. */
export function focusInstead(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) find()?.focus()
  })
}
