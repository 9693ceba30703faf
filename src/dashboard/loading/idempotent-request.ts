import { useRef } from 'preact/hooks'

/**
 * What is asked for twice is done once: an equal request is dropped while one is under way, and one that got no answer
 * goes out again under its id, by which the background knows it. Any answer shows what is stored, so then ids are new.
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
