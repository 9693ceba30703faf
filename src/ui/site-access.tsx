import { type Signal, useSignal } from '@preact/signals'
import { requestHost } from '../browser/permissions'
import { useApp } from './app'
import { Button } from './button'

/** The browser's answer: the host it allows again, or that it refused. */
export type Asked = { host: string; isAllowed: boolean } | undefined

export const useSiteAccess = (): Signal<Asked> => useSignal<Asked>(undefined)

/** Says that the browser doesn't let us run on a Seller Central site, with a button to ask for it again. */
export function AllowSite({ host, asked }: { host: string; asked: Signal<Asked> }) {
  const { translate } = useApp()
  // During the press: browsers don't show the question later.
  async function allow(): Promise<void> {
    const isAllowed = await requestHost(host).catch(() => false)
    asked.value = { host, isAllowed }
  }
  return (
    <>
      <p>
        <Button onPress={() => allow()}>{translate('withheld_allow', { host })}</Button>
      </p>
      {asked.value?.host === host && !asked.value.isAllowed && (
        <p role="alert">{translate('withheld_refused')}</p>
      )}
    </>
  )
}
