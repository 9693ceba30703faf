import type { Check } from '../domain/round'
import type { RoundView } from '../domain/round-view'
import type { RoundEvent } from '../domain/started-round'
import { useApp } from './app'

/** Returns what asks the background to change the round from the step that is shown here. */
export function useRoundChange({ id: round, at }: RoundView<Check>) {
  const { session } = useApp()
  return (kind: RoundEvent['kind']): Promise<boolean> => {
    const by = { id: crypto.randomUUID(), round }
    const event = kind === 'skipped' || kind === 'back' ? { ...by, kind, step: at } : { ...by, kind }
    return session.round('change-round', event)
  }
}
