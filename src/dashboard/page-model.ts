import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createWritings } from './appeals/open-drafts'
import { watchRoute } from './navigation/router'
import { createOpenRows } from './registers/open-rows'

/** What one open dashboard knows and does not store: the address that it shows, and what was typed and is not saved. */
export type Page = ReturnType<typeof createPage>

export function createPage() {
  return {
    route: watchRoute(),
    /** Lines and notes half typed, by the place that they belong to: a field comes and goes with its section. */
    typed: new Map<string, string>(),
    openRows: createOpenRows(),
    writings: createWritings(),
  }
}

export const PageContext = createContext<Page | undefined>(undefined)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('No page around this component')
  return page
}
