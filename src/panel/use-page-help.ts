import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Loaded after the checks: the tables behind it are larger than the panel. Undefined until then. */
export function usePageHelp(): typeof import('./page-help') | undefined {
  const help = useSignal<typeof import('./page-help') | undefined>(undefined)
  useEffect(() => {
    void import('./page-help').then((loaded) => {
      help.value = loaded
    })
  }, [])
  return help.value
}
