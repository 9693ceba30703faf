import type { Overview } from '../domain/overview'
import type { Session } from '../ui/session'

let last: Promise<unknown> = Promise.resolve()

/**
 * A list is stored whole, so a change of one begins when the change before it was answered, with what is then there:
 * two quick ticks are both kept.
 */
export function inTurn(session: Session, change: (overview: Overview) => Promise<unknown>): void {
  last = last
    .then(() => {
      const view = session.view.value
      return view.kind === 'read' ? change(view.overview) : undefined
    })
    .catch(() => undefined)
}
