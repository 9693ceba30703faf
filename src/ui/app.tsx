import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import type { Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import type { Session } from './overview-store'

/** What every component of our pages can use, texts included. */
export type App<Texts extends I18n = I18n> = Texts & {
  i18n: Texts
  session: Session
  /** The last overview. Only for components drawn after it was read. */
  readonly overview: Overview
  /** Undefined until the background has answered. */
  readonly overviewIfRead: Overview | undefined
}

const AppContext = createContext<App | undefined>(undefined)

/** For components shared by pages. A page's own components use the one from `createApp`. */
export function useApp(): App {
  return used(useContext(AppContext))
}

/** The provider of one page, and a `useApp` with all texts of that page. */
export function createApp<Texts extends I18n>() {
  const OwnContext = createContext<App<Texts> | undefined>(undefined)

  function AppProvider(props: { session: Session; i18n: Texts; children: ComponentChildren }) {
    const { session, i18n, children } = props
    const app = useMemo<App<Texts>>(
      () => ({
        ...i18n,
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
    return (
      <AppContext.Provider value={app}>
        <OwnContext.Provider value={app}>{children}</OwnContext.Provider>
      </AppContext.Provider>
    )
  }

  return { AppProvider, useApp: (): App<Texts> => used(useContext(OwnContext)) }
}

function used<A extends App>(app: A | undefined): A {
  // Redraws controls after a choice that was not stored, so that they show the stored one.
  void app?.session.refused.value
  return provided(app)
}

/** State of one feature that is not stored. It lives as long as the page. */
export function createPageModel<Model>(make: () => Model) {
  const Context = createContext<{ model: Model } | undefined>(undefined)
  function Provider({ children }: { children: ComponentChildren }) {
    const [value] = useState(() => ({ model: make() }))
    return <Context.Provider value={value}>{children}</Context.Provider>
  }
  return { Provider, use: (): Model => provided(useContext(Context)).model }
}

function provided<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Used outside of its provider')
  return value
}
