import { useRef } from 'preact/hooks'
import { AreaTiles } from './area-tiles'
import { Deadlines } from './deadlines'
import { News } from './news'
import { Outlook } from './outlook'
import { RecentEntries } from './recent-entries'
import { StoreTable } from './store-table'
import { WeekChart } from './week-chart'

/** The store that is shown at a glance, and where there are several, all of them. */
export function HomePage() {
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <div class="at-a-glance">
      <News onRead={() => heading.current?.focus()} />
      <Outlook heading={heading} />
      <AreaTiles />
      <StoreTable onShown={() => heading.current?.focus()} />
      <WeekChart />
      <div class="pair">
        <Deadlines />
        <RecentEntries />
      </div>
    </div>
  )
}
