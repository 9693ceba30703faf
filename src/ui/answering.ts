import type { Answer } from '../domain/answer'
import type { ItemView, OwnCheckView } from '../domain/overview'
import { useApp } from './app'
import { nextRow } from './focus-next-row'

type Row = ItemView | OwnCheckView

/** How rows of a page send answers. */
export type Answering = {
  /** @returns whether it was stored. */
  answer: (row: Row, given: Answer) => Promise<boolean>
  /** Undoes today's last answer. */
  takeBack: (row: Row) => Promise<boolean>
}

/** @param focus gets the row to focus after an answer: the same row, or the one that took its place. */
export function useAnswering(
  focus: (next: HTMLElement | null, answered: Row | undefined) => void,
): Answering {
  const { session } = useApp()
  async function focusAfter(row: Row, done: () => Promise<boolean>, answered?: Row): Promise<boolean> {
    const next = nextRow(row.id)
    const isStored = await done()
    if (isStored) focus(next(), answered)
    return isStored
  }
  return {
    answer: (row, given) => focusAfter(row, () => session.answer(row.id, given), row),
    takeBack: (row) =>
      focusAfter(row, async () => row.undo !== undefined && session.takeBack(row.id, row.undo)),
  }
}
