import { useRef } from 'preact/hooks'

/**
 * Drops an equal request while the first is under way. Repeats an unanswered one with the same id, so that the
 * background applies it once. After any answer, ids are new.
 */
export function useOnce() {
  const asked = useRef(new Map<string, { id: string; isUnderWay: boolean }>())
  return async (what: unknown, ask: (id: string) => Promise<boolean>): Promise<boolean> => {
    const name = JSON.stringify(what)
    const mine = asked.current.get(name) ?? { id: crypto.randomUUID(), isUnderWay: false }
    if (mine.isUnderWay) return false
    mine.isUnderWay = true
    asked.current.set(name, mine)
    const isDone = await ask(mine.id).finally(() => {
      mine.isUnderWay = false
    })
    if (isDone) for (const [key, { isUnderWay }] of asked.current) if (!isUnderWay) asked.current.delete(key)
    return isDone
  }
}
