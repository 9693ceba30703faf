import { BookUser, House, type IconNode, LifeBuoy, ListChecks, Settings } from 'lucide'
import { dueIn } from '../../domain/round'
import { Boundary } from '../../ui/boundary'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { useApp } from '../app/app'
import { linkTo, type Part, type Place, pagesOf, places, placeWith } from './router'

const icons: Readonly<Record<Place, IconNode>> = {
  home: House,
  checklist: ListChecks,
  incidents: LifeBuoy,
  records: BookUser,
  settings: Settings,
}

/**
 * Around every page: a bar at its side, or in a narrow window at its top and bottom. It needs nothing that is stored.
 * @param onSkip moves the focus to the page.
 */
export function Frame({ part, onSkip }: { part: Part; onSkip: () => void }) {
  const { translate } = useApp()
  const current = placeWith(part)
  return (
    <>
      <Button class="skip" onPress={onSkip}>
        {translate('nav_skip')}
      </Button>
      <header class="frame">
        <h1>
          <img src="/icons/icon-48.png" alt="" width="24" height="24" />
          {translate('brand')}
        </h1>
        <nav aria-label={translate('nav_label')}>
          {(Object.keys(places) as Place[]).map((place) => {
            const [first] = pagesOf(place)
            return (
              <a
                key={place}
                href={linkTo({ part: first })}
                aria-current={place === current ? (part === first ? 'page' : 'true') : undefined}
              >
                <Icon of={icons[place]} />
                <span>{translate(`nav_place_${place}`)}</span>
                {place === 'checklist' && (
                  <Boundary on={part} fallback={() => null}>
                    <Due />
                  </Boundary>
                )}
              </a>
            )
          })}
        </nav>
        {/* The same as in popup and panel: the guides, by what happened. */}
        <a class="button wrong" href={linkTo({ part: 'playbooks' })}>
          <Icon of={LifeBuoy} />
          {translate('popup_wrong')}
        </a>
      </header>
    </>
  )
}

/** How many checks are due in the store that is shown; "?" for those that could not be read. */
function Due() {
  const { overviewIfRead: overview, plural, number } = useApp()
  if (!overview) return null
  const { unreadable } = overview
  const due = dueIn(overview).length
  return (
    <>
      {(due > 0 || unreadable > 0) && (
        <strong class="number" aria-hidden="true">
          {due > 0 && number(due)} {unreadable > 0 && '?'}
        </strong>
      )}
      {due > 0 && <span class="visually-hidden">{plural('nav_due', due)}</span>}
      {unreadable > 0 && <span class="visually-hidden">{plural('popup_unreadable', unreadable)}</span>}
    </>
  )
}

/** The pages of the place that the page is in. Nothing where it is the only one. */
export function PageLinks({ part }: { part: Part }) {
  const { translate } = useApp()
  const place = placeWith(part)
  const pages = pagesOf(place)
  if (pages.length < 2) return null
  return (
    <nav class="pages" aria-label={translate(`nav_place_${place}`)}>
      {pages.map((one) => (
        <a key={one} href={linkTo({ part: one })} aria-current={one === part ? 'page' : undefined}>
          {translate(`nav_${one}`)}
        </a>
      ))}
    </nav>
  )
}
