import { Check as CheckMark } from 'lucide'
import { type Segment, segmentOrder, type Tile, tilesOf } from '../../domain/home'
import { calendarWords } from '../../i18n/calendar-format'
import { areaTitle, checkTitle } from '../../i18n/item-text'
import { AreaIcon } from '../../ui/area-icon'
import { Icon } from '../../ui/icon'
import { type I18n, useApp } from '../app/app'
import { linkTo } from '../navigation/router'

/** The areas of the checklist, each a link to its checks. */
export function AreaTiles() {
  const { overview, translate } = useApp()
  const tiles = tilesOf(overview)
  return (
    <section aria-labelledby="areas">
      <h3 id="areas" class="visually-hidden">
        {translate('home_areas')}
      </h3>
      <ul class="tiles">
        {tiles.map((tile) => (
          <AreaTile key={tile.area} tile={tile} />
        ))}
      </ul>
      <Key of={tiles} />
    </section>
  )
}

/** What the pieces of the bars are, as far as there are such. */
function Key({ of: tiles }: { of: readonly Tile[] }) {
  const { translate } = useApp()
  const kinds = segmentOrder.filter((kind) => tiles.some(({ segments }) => segments.includes(kind)))
  return (
    <ul class="key soft" aria-label={translate('home_key')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span class="segments" aria-hidden="true">
            <i data-is={kind} />
          </span>
          {translate(`home_key_${kind}`)}
        </li>
      ))}
    </ul>
  )
}

function AreaTile({ tile }: { tile: Tile }) {
  const { i18n, translate, plural, list } = useApp()
  const { area, due, segments, next } = tile
  // A tick only where each check was confirmed: a planned one may never have been done.
  const isWell = segments.every((one) => one === 'good')
  const id = `tile-${area}`
  return (
    <li class="tile box">
      <div class="tile-head">
        <AreaIcon of={area} />
        <h4>
          <a href={linkTo({ part: 'checklist', filter: area })} aria-describedby={id}>
            {area === 'own' ? translate('promised_title') : areaTitle(i18n, area)}
          </a>
        </h4>
        {isWell && <Icon of={CheckMark} />}
      </div>
      {/* The name of the bar says it. */}
      {due.length > 0 && (
        <span class="tile-due" aria-hidden="true">
          {plural('home_tile_due', due.length)}
        </span>
      )}
      <span class="segments" role="img" aria-label={list(segmentTexts(segments, i18n))}>
        {segments.map((one, index) => (
          <i key={index} data-is={one} />
        ))}
      </span>
      <p id={id} class="soft">
        <TileText tile={tile} />
        {!isWell && next !== undefined && (
          <>
            <br />
            {translate('home_tile_next', { day: calendarWords(i18n).shortDay(next) })}
          </>
        )}
      </p>
    </li>
  )
}

function TileText({ tile: { due, open, unreadable, segments, next } }: { tile: Tile }) {
  const { i18n, translate, plural } = useApp()
  const [first, ...more] = due
  if (first) {
    const title = checkTitle(i18n, first)
    return more.length === 0 ? title : plural('home_tile_more', more.length, { title })
  }
  if (unreadable > 0) return plural('home_tile_unreadable', unreadable)
  if (open > 0) return plural('home_tile_open', open)
  const planned = segments.filter((one) => one === 'planned').length
  if (planned > 0) return plural('home_segment_planned', planned)
  return next === undefined
    ? translate('home_tile_well_undated')
    : translate('home_tile_well', { day: calendarWords(i18n).shortDay(next) })
}

const segmentText = {
  due: 'home_tile_due',
  unreadable: 'home_segment_unreadable',
  open: 'home_segment_open',
  planned: 'home_segment_planned',
  good: 'home_segment_good',
} as const satisfies Record<Segment, string>

function segmentTexts(segments: readonly Segment[], { plural }: I18n): string[] {
  return segmentOrder.flatMap((kind) => {
    const count = segments.filter((one) => one === kind).length
    return count === 0 ? [] : [plural(segmentText[kind], count)]
  })
}
