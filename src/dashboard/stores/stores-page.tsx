import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { longestName } from '../../domain/answer'
import type { StoreId } from '../../domain/ids'
import type { StoreView } from '../../domain/overview'
import { type StoreFrontHost, storeFronts } from '../../pages/hosts'
import { Button } from '../../ui/button'
import { Field, FieldForm, SearchField, SiteList, textOf } from '../../ui/forms/field'
import { List } from '../../ui/list'
import { isMeant, storeName } from '../../ui/store-label'
import { useApp } from '../app/app'
import { Responsible, usePeople } from '../checklist/responsible'
import { GroupFilter, isInGroup } from './group-filter'
import { ProfileQuestions } from './profile-questions'
import { AddStores, ChangeStores } from './several-stores'

/** From this many stores on, each is folded, and a search finds it. */
const foldedFrom = 8

/** The stores: names, store fronts, logins, and the four questions. */
export function StoresPart() {
  const { i18n, session, overview, translate, day } = useApp()
  const people = usePeople()
  const present = overview.stores.filter(({ removed }) => removed === undefined)
  const isFolded = present.length >= foldedFrom
  const words = useSignal('')
  const group = useSignal('')
  const found = present.filter(
    (store) => isMeant(i18n, store, words.value) && isInGroup(store, group.value, present),
  )
  /** Unfolded: the one that is shown elsewhere, or that was added here. */
  const unfolded = useSignal(overview.store.id)
  // Made before sending, so that sending twice adds one store.
  const next = useRef(newId())
  async function add(): Promise<void> {
    const id = next.current
    const added = { kind: 'store-added', name: '', login: `login-${id}` } as const
    if (!(await session.change(added, `store-${id}`))) return
    next.current = newId()
    show(`store-${id}`)
  }
  async function putBack({ id }: StoreView): Promise<void> {
    // Its row is gone, and the focus with it.
    if (await session.change({ kind: 'store-restored' }, id)) show(id)
  }
  function show(id: StoreId): void {
    words.value = ''
    group.value = ''
    unfolded.value = id
    // Its form is drawn by then.
    requestAnimationFrame(() => focusOn(`${id}-name`))
  }
  const changes = (
    <>
      <p class="add">
        <Button onPress={() => add()}>{translate('store_add')}</Button>
      </p>
      <AddStores />
      {present.length > 1 && <ChangeStores listed={found} people={people} />}
    </>
  )
  return (
    <>
      <p>{translate('stores_explain')}</p>
      {isFolded && <SearchField id="store-search" label={translate('store_search')} of={words} />}
      <GroupFilter id="store-group" of={group} stores={present} />
      {/* Below a long list nobody would find them. */}
      {isFolded && changes}
      <p role="status">{found.length === 0 && translate('store_search_none')}</p>
      {found.map((store) =>
        isFolded ? (
          <StoreFold
            key={store.id}
            store={store}
            stores={present}
            isOpen={store.id === unfolded.value}
            people={people}
          />
        ) : (
          <StoreForm key={store.id} store={store} stores={present} people={people} />
        ),
      )}
      {!isFolded && changes}
      {overview.stores.map(
        (store) =>
          store.removed !== undefined && (
            <p key={store.id} class="removed">
              <strong>{storeName(i18n, store)}</strong>{' '}
              {translate('store_removed', { day: day(store.removed) })}{' '}
              <Button
                id={`${store.id}-back`}
                aria-label={translate('store_restore_named', { name: storeName(i18n, store) })}
                onPress={() => putBack(store)}
              >
                {translate('store_restore')}
              </Button>
            </p>
          ),
      )}
    </>
  )
}

/** Drawn when it is unfolded: two hundred forms are too many for a page. */
type Row = { store: StoreView; stores: readonly StoreView[]; people: ReturnType<typeof usePeople> }

function StoreFold(props: Row & { isOpen: boolean }) {
  const { store, stores, people, isOpen } = props
  const { i18n } = useApp()
  const isUnfolded = useSignal(isOpen)
  const told = [store.group, store.who].filter((one) => one !== undefined)
  useLayoutEffect(() => {
    if (isOpen) isUnfolded.value = true
  }, [isOpen])
  return (
    <details
      class="fold"
      open={isUnfolded.value}
      onToggle={({ currentTarget }) => {
        isUnfolded.value = currentTarget.open
      }}
    >
      <summary>
        <span>
          {storeName(i18n, store)}
          {told.length > 0 && <span class="soft"> {told.join(' · ')}</span>}
        </span>
      </summary>
      {isUnfolded.value && <StoreForm store={store} stores={stores} people={people} />}
    </details>
  )
}

function newId(): string {
  return crypto.randomUUID().slice(0, 8)
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus()
}

function StoreForm({ store, stores, people }: Row) {
  const { i18n, session, translate } = useApp()
  const set = store.set ?? []
  const name = useSignal(store.name)
  const typedGroup = useSignal<string | undefined>(undefined)
  const group = textOf(typedGroup, store.group)
  const others = stores.filter(({ id }) => id !== store.id)
  const login = {
    get value() {
      return store.login
    },
    set value(login) {
      void session.change({ kind: 'login-chosen', login }, store.id)
    },
  }
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
      {set.includes('name') ? (
        <p class="soft">{translate('settings_by_organization')}</p>
      ) : (
        <FieldForm
          id={`${store.id}-name`}
          label={translate('store_name')}
          button={translate('set')}
          isOneOfSeveral
          of={name}
          maxLength={longestName}
          onSubmit={(name) => void session.change({ kind: 'store-named', name }, store.id)}
        />
      )}
      {others.length > 0 && !set.includes('login') && (
        <Field
          id={`${store.id}-login`}
          kind="select"
          label={translate('store_login')}
          hint={translate('store_login_hint')}
          of={login}
          options={[
            [ownLogin(store, others), translate('store_login_own')],
            ...others.map(
              (other) =>
                [other.login, translate('store_login_same', { name: storeName(i18n, other) })] as const,
            ),
          ]}
        />
      )}
      {(others.length > 0 || store.group !== undefined) && (
        <FieldForm
          id={`${store.id}-group`}
          label={translate('stores_group')}
          button={translate('set')}
          isOneOfSeveral
          hint={translate('stores_group_hint')}
          of={group}
          maxLength={longestName}
          onSubmit={(name) =>
            void session.change(
              { kind: 'stores-changed', stores: [store.id], change: { group: name } },
              store.id,
            )
          }
        />
      )}
      <Responsible
        id={`${store.id}-who`}
        store={store}
        people={people}
        chosen={store.who ?? ''}
        none={translate('own_who_none')}
        onChoose={(who) => void session.change({ kind: 'store-assigned', who }, store.id)}
      />
      <details>
        <summary>{translate('store_fronts')}</summary>
        {set.includes('fronts') ? (
          <>
            <p class="soft">{translate('settings_by_organization')}</p>
            <List of={store.fronts} />
          </>
        ) : (
          <>
            <p class="soft">{translate('store_fronts_hint')}</p>
            <SiteList sites={storeFronts} chosen={store.fronts} onChange={choose} />
          </>
        )}
      </details>
      <fieldset>
        <legend>{translate('profile_title')}</legend>
        <p class="soft">{translate('profile_explain')}</p>
        <ProfileQuestions store={store} />
      </fieldset>
      {!set.includes('name') && (
        <p>
          {others.length === 0 ? (
            <span class="soft">{translate('store_last')}</span>
          ) : (
            <Button onPress={() => remove()}>{translate('store_remove')}</Button>
          )}
        </p>
      )}
    </section>
  )
}

/** A login of the store's own: the current one, unless another store shares it. */
function ownLogin(store: StoreView, others: readonly StoreView[]): string {
  return others.some(({ login }) => login === store.login) ? `login-of-${store.id}` : store.login
}
