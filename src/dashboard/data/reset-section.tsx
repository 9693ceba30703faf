import { useSignal } from '@preact/signals'
import { useApp } from '../../ui/app'
import { storeName } from '../../ui/store-label'
import { changeWhole } from './replace-all'
import { WholeChange } from './replace-all-button'

/** A store's answers, or everything. */
export function ResetSection() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const what = useSignal(overview.store.id)
  const store = overview.stores.find(({ id }) => id === what.value)
  return (
    <section class="panel" aria-labelledby="reset">
      <h3 id="reset">{translate('reset_title')}</h3>
      <p class="soft">{translate('reset_explain')}</p>
      <p class="choice">
        <label for="reset-what">{translate('reset_what')}</label>
        <select
          id="reset-what"
          value={store ? what.value : ''}
          onChange={({ currentTarget }) => {
            what.value = currentTarget.value
          }}
        >
          {overview.stores.map((one) => (
            <option key={one.id} value={one.id}>
              {storeName(i18n, one)}
            </option>
          ))}
          <option value="">{translate('reset_all')}</option>
        </select>
      </p>
      <WholeChange
        key={what.value}
        label={translate('reset_button')}
        question={
          store
            ? translate('reset_confirm_store', { name: storeName(i18n, store) })
            : translate('reset_confirm_all')
        }
        go={translate('reset_go')}
        hint={<p class="soft">{translate('import_backup_first')}</p>}
        onGo={(change) => changeWhole(session, i18n, 'reset', { ...change, store: store?.id ?? null })}
      />
    </section>
  )
}
