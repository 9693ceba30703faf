import { useSignal } from '@preact/signals'
import { ChevronsUpDown, Store } from 'lucide'
import { useRef } from 'preact/hooks'
import { presentStores } from '../domain/present-stores'
import { useApp } from './app'
import { Icon } from './icon'
import { storeName } from './store-label'
import { useLater } from './use-later'

/** The store that is shown, and a menu of the others. Nothing while there is one store. */
export function StoreSwitch() {
  const { i18n, session, overview, translate } = useApp()
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const stores = presentStores(overview)
  const isNeeded = stores.length > 1
  // Loaded once the page is there, and drawn only when it is opened: an agency has hundreds of stores.
  const menu = useLater(() => import('./store-menu'), isNeeded)
  if (!isNeeded) return null
  const name = storeName(i18n, overview.store)
  const Menu = typeof menu === 'object' ? menu.StoreMenu : undefined

  function close(): void {
    isOpen.value = false
    button.current?.focus()
  }

  return (
    <div
      class="store-switch"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) isOpen.value = false
      }}
    >
      <span class="visually-hidden" id="store-label">
        {translate('store_shown')}
      </span>
      <button
        type="button"
        id="store"
        ref={button}
        title={name}
        aria-labelledby="store-label store"
        aria-haspopup="listbox"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          isOpen.value = true
        }}
      >
        <Icon of={Store} />
        <span class="name">{name}</span>
        <Icon of={ChevronsUpDown} />
      </button>
      {isOpen.value && Menu && (
        <Menu
          stores={stores}
          close={close}
          choose={(store) => {
            close()
            if (store.id !== overview.store.id) void session.change({ kind: 'store-shown' }, store.id)
          }}
        />
      )}
    </div>
  )
}
