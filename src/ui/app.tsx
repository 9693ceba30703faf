import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import type { Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import type { Session } from './overview-store'

/** What every component of a page of ours may need. */
export type App = {
  i18n: I18n
  session: Session
  /** The last one. Asked for only below what is drawn once there is one. */
  readonly overview: Overview
  /** Undefined while the background has not answered. */
  readonly overviewIfRead: Overview | undefined
}

const AppContext = createContext<App | undefined>(undefined)

export function AppProvider(props: { session: Session; i18n: I18n; children: ComponentChildren }) {
  const { session, i18n, children } = props
  const app = useMemo<App>(
    () => ({
      session,
      i18n,
      get overview() {
        return provided(this.overviewIfRead)
      },
      get overviewIfRead() {
        const { value } = session.view
        return value.kind === 'read' ? value.overview : undefined
      },
    }),
    [session, i18n],
  )
  return <AppContext.Provider value={app}>{children}</AppContext.Provider>
}

export function useApp(): App {
  return provided(useContext(AppContext))
}

/** What one feature of a page keeps and nobody stores: made with the page, gone with it. */
export function createPageModel<Model>(make: () => Model) {
  const Context = createContext<{ model: Model } | undefined>(undefined)
  function Provider({ children }: { children: ComponentChildren }) {
    const [value] = useState(() => ({ model: make() }))
    return <Context.Provider value={value}>{children}</Context.Provider>
  }
  return { Provider, use: (): Model => provided(useContext(Context)).model }
}

function provided<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Asked for outside of what provides it')
  return value
}
