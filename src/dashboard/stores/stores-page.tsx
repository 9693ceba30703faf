import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { longestName } from '../../domain/answer'
import type { StoreView } from '../../domain/overview'
import { certainSecret } from '../../domain/text/secrets'
import { visible } from '../../domain/text/visible'
import { type StoreFrontHost, storeFronts } from '../../pages/hosts'
import { useApp } from '../../ui/app'
import { once } from '../../ui/ignore-double-click'
import { storeName } from '../../ui/store-label'
import { unshared } from '../../ui/typing'
import { SecretHint } from '../forms/field'
import { ProfileQuestions } from './profile-questions'

/** The seller accounts the user looks after: names, sites, logins, and the four questions. */
export function StoresPart() {
  const { i18n, session, overview } = useApp()
  const { translate, day } = i18n
  const present = overview.stores.filter(({ removed }) => removed === undefined)
  // Made before it is asked for: sent twice, it is one store.
  const next = useRef(newId())
  async function add(): Promise<void> {
    const id = next.current
    const added = { kind: 'store-added', name: '', login: `login-${id}` } as const
    if (!(await session.change(added, `store-${id}`))) return
    next.current = newId()
    focusOn(`store-${id}-name`)
  }
  async function putBack({ id }: StoreView): Promise<void> {
    // Its line is gone, and the focus with it.
    if (await session.change({ kind: 'store-restored' }, id)) focusOn(`${id}-name`)
  }
  return (
    <>
      <p>{translate('stores_explain')}</p>
      {present.map((store) => (
        <StoreForm key={store.id} store={store} stores={present} />
      ))}
      <p>
        <button type="button" onClick={once(() => void add())}>
          {translate('store_add')}
        </button>
      </p>
      {overview.stores.map(
        (store) =>
          store.removed !== undefined && (
            <p key={store.id} class="removed">
              <strong>{storeName(i18n, store)}</strong>{' '}
              {translate('store_removed', { day: day(store.removed) })}{' '}
              <button
                type="button"
                id={`${store.id}-back`}
                aria-label={translate('store_restore_named', { name: storeName(i18n, store) })}
                onClick={() => void putBack(store)}
              >
                {translate('store_restore')}
              </button>
            </p>
          ),
      )}
    </>
  )
}

function newId(): string {
  return crypto.randomUUID().slice(0, 8)
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus()
}

function StoreForm({ store, stores }: { store: StoreView; stores: readonly StoreView[] }) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const name = useSignal(store.name)
  const others = stores.filter(({ id }) => id !== store.id)
  function choose(host: StoreFrontHost, isChosen: boolean): void {
    session.inTurn(async (overview) => {
      const now = overview.stores.find(({ id }) => id === store.id) ?? store
      const fronts = now.fronts.filter((front) => front !== host)
      await session.change({ kind: 'fronts-chosen', fronts: isChosen ? [...fronts, host] : fronts }, store.id)
    })
  }
  async function remove(): Promise<void> {
    // Its form is gone, and the focus with it.
    if (await session.change({ kind: 'store-removed' }, store.id)) focusOn(`${store.id}-back`)
  }
  return (
    <section class="panel" aria-label={storeName(i18n, store)}>
      <h3>{storeName(i18n, store)}</h3>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          if (certainSecret(name.value) === undefined)
            void session.change({ kind: 'store-named', name: name.value.trim() }, store.id)
        }}
      >
        <label for={`${store.id}-name`}>{translate('store_name')}</label>
        <div class="entry">
          <input
            {...unshared}
            id={`${store.id}-name`}
            maxLength={longestName}
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = visible(currentTarget.value)
            }}
          />
          <button type="submit">{translate('set')}</button>
        </div>
        <SecretHint
          text={name.value}
          onTakeOut={(rest) => {
            name.value = rest
          }}
        />
      </form>
      {others.length > 0 && (
        <p class="field">
          <label for={`${store.id}-login`}>{translate('store_login')}</label>
          <select
            id={`${store.id}-login`}
            value={store.login}
            onChange={({ currentTarget }) =>
              void session.change({ kind: 'login-chosen', login: currentTarget.value }, store.id)
            }
          >
            <option value={ownLogin(store, others)}>{translate('store_login_own')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.login}>
                {translate('store_login_same', { name: storeName(i18n, other) })}
              </option>
            ))}
          </select>
          <span class="soft">{translate('store_login_hint')}</span>
        </p>
      )}
      <details>
        <summary>{translate('store_fronts')}</summary>
        <p class="soft">{translate('store_fronts_hint')}</p>
        <ul class="fronts">
          {storeFronts.map(({ host }) => (
            <li key={host}>
              <label>
                <input
                  type="checkbox"
                  checked={store.fronts.includes(host)}
                  onChange={({ currentTarget }) => choose(host, currentTarget.checked)}
                />{' '}
                {host}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <fieldset>
        <legend>{translate('profile_title')}</legend>
        <p class="soft">{translate('profile_explain')}</p>
        <ProfileQuestions store={store} />
      </fieldset>
      <p>
        {others.length === 0 ? (
          <span class="soft">{translate('store_last')}</span>
        ) : (
          <button type="button" onClick={() => void remove()}>
            {translate('store_remove')}
          </button>
        )}
      </p>
    </section>
  )
}

/** The login a store has to itself: the present one, unless another store has it too. */
function ownLogin(store: StoreView, others: readonly StoreView[]): string {
  return others.some(({ login }) => login === store.login) ? `login-of-${store.id}` : store.login
}
