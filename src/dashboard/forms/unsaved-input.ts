import { type Signal, signal } from '@preact/signals'
import { createPageModel } from '../../ui/app'

/** Saves when the page is hidden, and tells whether leaving would lose something. */
type Saving = { isUnsaved: () => boolean; flush: () => Promise<void> }

/**
 * Text that was typed on the page but not stored, by the place it belongs to, so that a field that is shown again has
 * its text. It lives as long as the page.
 * @param savingOf returns how to save an entry. The page asks before it is closed with unsaved ones.
 */
export function createUnsavedInput<Input>(savingOf?: (input: Input) => Saving) {
  return createPageModel(() => {
    const places = new Map<string, Signal<Input | undefined>>()
    const all = () => [...places.values()].flatMap(({ value }) => value ?? [])
    function saveAll(): readonly Saving[] {
      const saving = savingOf ? all().map(savingOf) : []
      for (const one of saving) void one.flush()
      return saving
    }
    function ask(event: BeforeUnloadEvent): void {
      if (saveAll().some((one) => one.isUnsaved())) event.preventDefault()
    }
    function saveOutOfSight(): void {
      if (document.visibilityState === 'hidden') saveAll()
    }
    return {
      all,
      at(place: string): Signal<Input | undefined> {
        const found = places.get(place) ?? signal<Input | undefined>(undefined)
        if (savingOf && places.size === 0) {
          addEventListener('beforeunload', ask)
          document.addEventListener('visibilitychange', saveOutOfSight)
        }
        places.set(place, found)
        return found
      },
    }
  })
}

/** For lines and notes. */
export const { Provider: UnsavedTextProvider, use: useUnsavedText } = createUnsavedInput<string>()
