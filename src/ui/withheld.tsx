import { type Signal, useSignal } from '@preact/signals'
import { requestHost } from '../browser/permissions'
import { useApp } from './app'
import { once } from './ignore-double-click'

/** What came of the question to the browser: the host that is allowed again, or that it refused. */
export type Asked = { host: string; isAllowed: boolean } | undefined

export const useAsked = (): Signal<Asked> => useSignal<Asked>(undefined)

/** The browser keeps us off a Seller Central site: one button asks it for the site again. */
export function Withheld({ host, asked }: { host: string; asked: Signal<Asked> }) {
  const { translate } = useApp().i18n
  // In the press itself: a browser asks the seller nothing later.
  async function allow(): Promise<void> {
    const isAllowed = await requestHost(host).catch(() => false)
    asked.value = { host, isAllowed }
  }
  return (
    <>
      <p>
        <button type="button" onClick={once(() => void allow())}>
          {translate('withheld_allow', { host })}
        </button>
      </p>
      {asked.value?.host === host && !asked.value.isAllowed && (
        <p role="alert">{translate('withheld_refused')}</p>
      )}
    </>
  )
}
