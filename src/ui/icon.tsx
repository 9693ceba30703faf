import type { IconNode } from 'lucide'
import { h } from 'preact'

/** An icon of the Lucide set in the color and size of the text. Decorative: the text says the same. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([shape, attributes]) => h(shape, attributes))}
    </svg>
  )
}
