import type { ReadonlySignal, Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** The tabs of a page, after the pattern of the ARIA guide: arrows go from tab to tab, and one alone is in the order of Tab. */
export function TabList<Id extends string>(props: {
  label: string
  tabs: readonly (readonly [id: Id, title: string])[]
  open: Signal<Id>
}) {
  const { label, tabs, open } = props
  function onKey(event: KeyboardEvent): void {
    // The browser's own, such as back by Alt and an arrow.
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const at = tabs.findIndex(([id]) => id === open.value)
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key]
    const id = to === undefined ? undefined : tabs.at(to % tabs.length)?.[0]
    if (id === undefined) return
    event.preventDefault()
    open.value = id
    document.getElementById(tabId(id))?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKey}>
      {tabs.map(([id, title]) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          aria-selected={id === open.value}
          aria-controls={panelId(id)}
          tabIndex={id === open.value ? 0 : -1}
          onClick={() => {
            open.value = id
          }}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

/** What a tab opens. */
export function TabPanel(props: { id: string; open: ReadonlySignal<string>; children: ComponentChildren }) {
  const { id, open, children } = props
  return (
    <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)} hidden={id !== open.value}>
      {children}
    </div>
  )
}

const tabId = (id: string) => `tab-${id}`
const panelId = (id: string) => `panel-${id}`
