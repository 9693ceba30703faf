import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** What is made only when it is unfolded: the popup opens with what is due, and most of the list is not. */
export function Rest({ title, children }: { title: string; children: () => ComponentChildren }) {
  const isOpen = useSignal(false)
  return (
    <details
      class="fold rest"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{title}</summary>
      {isOpen.value && <div>{children()}</div>}
    </details>
  )
}
