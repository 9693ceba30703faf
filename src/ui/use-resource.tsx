import { effect, useSignal } from '@preact/signals'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Request } from '../messages/protocol'
import { useApp } from './app'
import { Button } from './button'

type Answered<T> = { kind: 'ready'; value: T } | { kind: 'failed'; value: T | undefined }

/** A value read from the background. A failed read is not an empty list; it keeps the last value. */
export type Resource<T> = ({ kind: 'loading' } | Answered<T>) & {
  read: () => Promise<Answered<T>>
  /** Makes a request whose answer is the new value, which saves a read. */
  take: <Answer extends T>(request: Promise<Answer>) => Promise<Answer>
}

/** These requests replace everything. */
const replacing: readonly Request[] = ['import', 'restore-backup', 'reset']

/**
 * Reads when first drawn, and again after another page stored something.
 * @param after requests of this page that change the value. Reads again after them, unless `take` has their answer.
 */
export function useResource<T>(load: () => Promise<T>, after: readonly Request[] | 'once' = []): Resource<T> {
  const { session } = useApp()
  const state = useSignal<{ kind: 'loading' } | Answered<T>>({ kind: 'loading' })
  const turn = useRef({ asked: 0, shown: 0 })
  /** Ignores the answer to an older read that comes after a newer one. */
  async function show(answer: Promise<Answered<T>>): Promise<Answered<T>> {
    turn.current.asked += 1
    const mine = turn.current.asked
    const next = await answer
    if (mine > turn.current.shown) {
      turn.current.shown = mine
      state.value = next
    }
    return next
  }
  const ready = (value: T): Answered<T> => ({ kind: 'ready', value })
  const read = () =>
    show(
      load().then(ready, () => {
        const before = state.peek()
        return { kind: 'failed', value: before.kind === 'loading' ? undefined : before.value }
      }),
    )
  const taking = useRef(0)
  const stale = useSignal(0)
  useEffect(() => void read(), [stale.value])
  useEffect(() => {
    let isOld = true
    // Synchronous, because `stored` changes before `take` gets the answer.
    return effect(() => {
      const { by } = session.stored.value
      const isChanged =
        by === 'elsewhere' || replacing.includes(by) || (after.includes(by) && taking.current === 0)
      if (!isOld && after !== 'once' && isChanged) stale.value = stale.peek() + 1
      isOld = false
    })
  }, [])
  return {
    ...state.value,
    read,
    async take(request) {
      taking.current += 1
      await show(request.then(ready)).finally(() => (taking.current -= 1))
      return request
    },
  }
}

/** Shows a resource that is loading, failed or ready. After a failure, the last value stays below the error. */
export function Loaded<T>(props: { of: Resource<T>; children: (value: T) => ComponentChildren }) {
  const { of, children } = props
  const { translate } = useApp()
  if (of.kind === 'loading') return <p aria-busy="true">{translate('popup_reading')}</p>
  return (
    <>
      {of.kind === 'failed' && (
        <div key="failed">
          <p role="alert">{translate('popup_could_not_read')}</p>
          <Button onPress={() => of.read()}>{translate('retry')}</Button>
        </div>
      )}
      {of.value !== undefined && <Fragment key="read">{children(of.value)}</Fragment>}
    </>
  )
}
