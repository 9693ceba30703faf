import { type Signal, useSignal } from '@preact/signals'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../ui/app'

/** What a view has asked the background for. */
export type Reading<T> = {
  /** Undefined until it was read; may be set to what a change has answered. */
  value: Signal<T | undefined>
  failed: Signal<boolean>
  again: () => Promise<void>
}

/** @param load is called anew whenever one of `on` changes; what was read before stays until the answer is there. */
export function useReading<T>(load: () => Promise<T>, on: readonly unknown[]): Reading<T> {
  const value = useSignal<T | undefined>(undefined)
  const failed = useSignal(false)
  const last = useRef(0)
  async function again(): Promise<void> {
    last.current += 1
    const mine = last.current
    const answer = await load().then(
      (read) => ({ read }),
      () => undefined,
    )
    // An older question may be answered after a newer one.
    if (last.current !== mine) return
    failed.value = answer === undefined
    if (answer) value.value = answer.read
  }
  useEffect(() => void again(), on)
  return { value, failed, again }
}

/**
 * Reading, could not read, read: a failed read is never an empty list. What was read before it stays below, with
 * whatever is being typed there.
 */
export function AsRead<T>(props: { reading: Reading<T>; children: (value: T) => ComponentChildren }) {
  const { reading, children } = props
  const { translate } = useApp().i18n
  const value = reading.value.value
  const isFailed = reading.failed.value
  if (value === undefined && !isFailed) return <p aria-busy="true">{translate('popup_reading')}</p>
  return (
    <>
      {isFailed && (
        <div key="failed">
          <p role="alert">{translate('popup_could_not_read')}</p>
          <button type="button" onClick={() => void reading.again()}>
            {translate('retry')}
          </button>
        </div>
      )}
      {value !== undefined && <Fragment key="read">{children(value)}</Fragment>}
    </>
  )
}

/** Both in one, for what is only shown. */
export function Loaded<T>(props: {
  load: () => Promise<T>
  on: readonly unknown[]
  children: (value: T) => ComponentChildren
}) {
  const { load, on, children } = props
  return <AsRead reading={useReading(load, on)}>{children}</AsRead>
}
