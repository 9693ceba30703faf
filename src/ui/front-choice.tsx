import type { StoreView } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import { type StoreFront, storeFronts } from '../pages/hosts'
import { useApp } from './app'
import { Select } from './select'
import { frontOf } from './store-label'

/** Which Seller Central a store uses: where links to Amazon's pages lead. It can be changed at any time. */
export function FrontChoice({ id, store }: { id: string; store: StoreView }) {
  const { i18n, session, translate } = useApp()
  const front = frontOf(store)
  return (
    <Select
      id={id}
      class="front"
      label={translate('front_question')}
      value={front ?? ''}
      options={[
        ...(front === undefined ? [['', translate('front_choose')] as const] : []),
        ...storeFronts.map((one) => [one.host, nameOf(one, i18n)] as const),
      ]}
      onChoose={(host) => {
        if (host === '') return
        const others = store.fronts.filter((one) => one !== host)
        void session.change({ kind: 'fronts-chosen', fronts: [host, ...others] }, store.id)
      }}
    />
  )
}

/** The country first: a seller knows it better than the address. */
function nameOf({ marketplace, host }: StoreFront, { translate, locale }: I18n): string {
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(marketplace) ?? marketplace
  return translate('front_option', { country, host })
}
