import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/**
 * A part of a page that is loaded when it is first needed, and then kept. `failed`: it could not be loaded, as after
 * an update of the extension.
 */
export function useLater<Part>(load: () => Promise<Part>, isNeeded: boolean): Part | 'failed' | undefined {
  const part = useSignal<Part | 'failed' | undefined>(undefined)
  useEffect(() => {
    if (!isNeeded || part.peek() !== undefined) return
    load().then(
      (loaded) => {
        part.value = loaded
      },
      () => {
        part.value = 'failed'
      },
    )
  }, [isNeeded])
  return part.value
}
