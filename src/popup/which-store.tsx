import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { currentTab } from '../browser/tabs'
import type { Outcome } from '../messages/protocol'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { storeName } from '../ui/store-label'
import { useAction } from '../ui/use-action'
import { useApp } from './app'

/** Asks here, where names may stand, what the card on the page cannot ask: which of several stores is open in the tab. */
export function WhichStore() {
  const { i18n, session, overview, translate } = useApp()
  const asking = useSignal<{ tab: number; host: string } | undefined>(undefined)
  const answer = useSignal<string | undefined>(undefined)
  const { said, act } = useAction()
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

  async function say(tab: number, store: (typeof stores)[number]): Promise<string> {
    await session.ask('say-store', { tab, store: store.id })
    answer.value = storeName(i18n, store)
    return ''
  }

  if (asking.value === undefined) return null
  const { tab, host } = asking.value
  const isBound = stores.some(({ fronts }) => fronts.includes(host))
  // A store without store fronts may be open on any.
  const candidates = stores.filter(({ fronts }) => !isBound || fronts.length === 0 || fronts.includes(host))
  return (
    <Section class="area" id="which-store" title={translate('popup_which_store')} level={2}>
      <div role="status">
        {answer.value !== undefined && <p>{translate('popup_which_store_said', { store: answer.value })}</p>}
      </div>
      {said.value !== '' && <p role="alert">{said}</p>}
      {answer.value === undefined && (
        <>
          <p class="soft">{translate('popup_which_store_why')}</p>
          {candidates.map((store) => (
            <p key={store.id}>
              <Button onPress={() => act(() => say(tab, store), { failed: translate('failed_unexpected') })}>
                {storeName(i18n, store)}
              </Button>
            </p>
          ))}
        </>
      )}
    </Section>
  )
}

/** The question stands on the page, or was closed there. */
function isOpen(outcome: Outcome): boolean {
  return outcome.kind === 'asking-store' || (outcome.kind === 'none' && outcome.why === 'store-unsaid')
}
