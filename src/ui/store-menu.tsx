import { useSignal } from '@preact/signals'
import { Search } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { StoreView } from '../domain/overview'
import { searchForm } from '../domain/text/search'
import type { I18n } from '../i18n/i18n'
import { useApp } from './app'
import { Icon } from './icon'
import { isMeant, storeName } from './store-label'
import { unshared } from './typing'

/** From this many stores on, the menu has a search field. */
const searchedFrom = 8

/** In milliseconds: letters typed closer together are the start of one name. */
const typedTogether = 1_000

/** The stores to choose from, by arrows, the first letters of a name, or a search. It takes the focus. */
export function StoreMenu(props: {
  stores: readonly StoreView[]
  choose: (store: StoreView) => void
  close: () => void
}) {
  const { stores, choose, close } = props
  const { i18n, overview, translate } = useApp()
  const words = useSignal('')
  const active = useSignal(overview.store.id)
  const typed = useRef({ start: '', at: 0 })
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const isSearched = stores.length >= searchedFrom
  const found = stores.filter((store) => isMeant(i18n, store, words.value))
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === active.value),
  )
  const current = found[at]
  const marked = current && { 'aria-activedescendant': optionId(current) }

  useLayoutEffect(() => (isSearched ? field : list).current?.focus(), [])
  useLayoutEffect(() => {
    if (current) document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  /** Where there is no field, letters go to the store whose name starts with them. */
  function findTyped(event: KeyboardEvent): StoreView | undefined {
    const { start, at: before } = typed.current
    const isFurther = event.timeStamp - before < typedTogether
    const letters = (isFurther ? start : '') + event.key
    typed.current = { start: letters, at: event.timeStamp }
    const starts = (text: string) => searchForm(text).startsWith(searchForm(letters))
    return found.find(({ name, letter }) => starts(name) || starts(letter))
  }

  function onKey(event: KeyboardEvent): void {
    const { key } = event
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const isField = event.target === field.current
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...(isField ? {} : { Home: 0, End: -1 }) }[key]
    if (key === 'Escape') close()
    else if (key === 'Enter' || (key === ' ' && !isField)) {
      if (current) choose(current)
    } else if (to !== undefined) {
      active.value = found.at(to % Math.max(1, found.length))?.id ?? active.value
    } else if (!isField && key.length === 1) {
      active.value = findTyped(event)?.id ?? active.value
    } else return
    // Nor does a key press a button of the page meanwhile, nor close the popup.
    event.preventDefault()
  }

  return (
    <div class="menu">
      {isSearched && (
        <div class="search">
          <Icon of={Search} />
          <input
            ref={field}
            onKeyDown={onKey}
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls="stores"
            {...marked}
            {...unshared}
            aria-label={translate('store_search')}
            placeholder={translate('store_search')}
            value={words.value}
            onInput={({ currentTarget }) => {
              words.value = currentTarget.value
            }}
          />
        </div>
      )}
      <div
        ref={list}
        onKeyDown={onKey}
        id="stores"
        role="listbox"
        tabIndex={-1}
        aria-labelledby="store-label"
        {...(isSearched ? {} : marked)}
      >
        {found.map((store) => (
          <button
            key={store.id}
            type="button"
            id={optionId(store)}
            role="option"
            tabIndex={-1}
            aria-selected={store.id === overview.store.id}
            data-active={store === current}
            onClick={() => choose(store)}
          >
            {withCount(store, i18n)}
          </button>
        ))}
      </div>
      <p role="status">{found.length === 0 && translate('store_search_none')}</p>
    </div>
  )
}

function optionId({ id }: StoreView): string {
  return `store-is-${id}`
}

/** With what is due in it, and how much of that another store counts too: so the parts add up to the number above. */
function withCount(store: StoreView, i18n: I18n): string {
  const { translate, number } = i18n
  const { letter, due, shared } = store
  if (due === 0) return storeName(i18n, store)
  const named = { letter, name: store.name || translate('store_unnamed'), count: number(due) }
  return shared === 0
    ? translate('store_with_count', named)
    : translate('store_with_count_shared', { ...named, shared: number(shared) })
}
