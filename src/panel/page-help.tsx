import type { StoreView } from '../domain/overview'
import { registers } from '../domain/registers/register'
import type { Check } from '../domain/round'
import type { Place } from '../messages/protocol'
import { useApp } from './app'
import { PageFigures } from './page-figures'
import { Records } from './page-records'

export { LongerDue } from './longer-due'
export { OpenGuides } from './open-guides'

/** What helps with the checks of a page: what the seller has recorded, and Amazon's limits. */
export function PageHelp({ place }: { place: Place }) {
  const { overview } = useApp()
  const fitting = registers.filter(({ pages }) => pages?.includes(place.page))
  return (
    <>
      <Records of={fitting} store={overview.store} />
      <PageFigures place={place} />
    </>
  )
}

/** What the seller has recorded that helps with one check. */
export function CheckHelp({ of, store }: { of: Check; store: StoreView }) {
  return <Records of={registers.filter(({ items }) => items.some((id) => id === of.id))} store={store} />
}
