import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { currentTab } from '../browser/tabs'
import type { Outcome } from '../messages/protocol'
import { useApp } from '../ui/app'
import { once } from '../ui/ignore-double-click'
import { storeName } from '../ui/store-label'

/** Asks here, where names may stand, what the card on the page cannot ask: which of several stores is open in the tab. */
export function WhichStore() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const asking = useSignal<{ tab: number; host: string } | undefined>(undefined)
  const said = useSignal<string | undefined>(undefined)
  const failed = useSignal(false)
  const stores = overview.stores.filter(({ removed }) => !removed)

  useEffect(() => {
    if (stores.length < 2) return
    void (async () => {
      const tab = await currentTab()
      if (tab === undefined) return
      const { place, outcome } = await session.ask('sees', { tab })
      if (place && isOpen(outcome)) asking.value = { tab, host: place.host }
    })().catch(() => undefined)
  }, [])

  async function say(tab: number, store: (typeof stores)[number]): Promise<void> {
    try {
      await session.ask('say-store', { tab, store: store.id })
      said.value = storeName(i18n, store)
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  if (asking.value === undefined) return null
  const { tab, host } = asking.value
  const isBound = stores.some(({ fronts }) => fronts.includes(host))
  // A store without store fronts may be open on any.
  const candidates = stores.filter(({ fronts }) => !isBound || fronts.length === 0 || fronts.includes(host))
  return (
    <section class="area" aria-labelledby="which-store">
      <h2 id="which-store">{translate('popup_which_store')}</h2>
      <div role="status">
        {said.value !== undefined && <p>{translate('popup_which_store_said', { store: said.value })}</p>}
      </div>
      {failed.value && <p role="alert">{translate('failed_unexpected')}</p>}
      {said.value === undefined && (
        <>
          <p class="soft">{translate('popup_which_store_why')}</p>
          {candidates.map((store) => (
            <p key={store.id}>
              <button type="button" onClick={once(() => void say(tab, store))}>
                {storeName(i18n, store)}
              </button>
            </p>
          ))}
        </>
      )}
    </section>
  )
}

/** The question stands on the page, or was closed there. */
function isOpen(outcome: Outcome): boolean {
  return outcome.kind === 'asking-store' || (outcome.kind === 'none' && outcome.why === 'store-unsaid')
}
