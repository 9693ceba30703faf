import type { IconNode } from 'lucide'
import { h } from 'preact'

/** A drawing of the Lucide set, in the colour and size of the text beside it. The words say it; it only helps to find them. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([shape, attributes]) => h(shape, attributes))}
    </svg>
  )
}
