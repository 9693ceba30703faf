import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { I18n } from '../platform/i18n'

/**
 * What a view asks the background for, in three looks: reading, could not read, read. A failed read is never an empty list.
 * @param load is called anew whenever one of `on` changes; what was shown stays until the answer is there.
 */
export function Loaded<T>(props: {
  load: () => Promise<T>
  on: readonly unknown[]
  i18n: I18n
  children: (value: T) => ComponentChildren
}) {
  const { load, on, i18n, children } = props
  const { translate } = i18n
  const value = useSignal<{ read: T } | 'could-not-read' | undefined>(undefined)
  const last = useRef(0)
  async function ask(): Promise<void> {
    last.current += 1
    const mine = last.current
    const answer = await load().then(
      (read) => ({ read }),
      () => 'could-not-read' as const,
    )
    // An older question may be answered after a newer one.
    if (last.current === mine) value.value = answer
  }
  useEffect(() => void ask(), on)
  const shown = value.value
  if (shown === undefined) return <p aria-busy="true">{translate('popup_reading')}</p>
  if (shown === 'could-not-read') {
    return (
      <>
        <p role="alert">{translate('popup_could_not_read')}</p>
        <button type="button" onClick={() => void ask()}>
          {translate('retry')}
        </button>
      </>
    )
  }
  return <>{children(shown.read)}</>
}
