import { useSignal } from '@preact/signals'
import { Section } from '../../ui/section'
import { Select } from '../../ui/select'
import { storeName } from '../../ui/store-label'
import { useApp } from '../app/app'
import { changeWhole } from './replace-all'
import { WholeChange } from './replace-all-button'

/** Deletes a store's answers, or everything. */
export function ResetSection() {
  const { i18n, session, overview, translate } = useApp()
  const what = useSignal(overview.store.id)
  const store = overview.stores.find(({ id }) => id === what.value)
  return (
    <Section class="panel" id="reset" title={translate('reset_title')}>
      <p class="soft">{translate('reset_explain')}</p>
      <Select
        id="reset-what"
        label={translate('reset_what')}
        value={store ? what.value : ''}
        options={[
          ...overview.stores.map((one) => [one.id, storeName(i18n, one)] as const),
          ['', translate('reset_all')],
        ]}
        onChoose={(chosen) => (what.value = chosen)}
      />
      <WholeChange
        key={what.value}
        label={translate('reset_button')}
        question={
          store
            ? translate('reset_confirm_store', { name: storeName(i18n, store) })
            : translate('reset_confirm_all')
        }
        go={translate('reset_go')}
        onGo={(change) => changeWhole(session, i18n, 'reset', { ...change, store: store?.id ?? null })}
      />
    </Section>
  )
}
