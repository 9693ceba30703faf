import { type SourceId, sources } from '../../domain/facts/sources'
import { figuresIn, type Threshold, type ThresholdId, thresholdOf } from '../../domain/facts/thresholds'
import { thresholdText } from '../../i18n/item-text'
import { useGuideApp } from '../guide-app'
import { marketplacesOf } from '../store-label'
import { seenText } from './threshold-date'

/** A fold with figures, and the sources of the text next to it. */
export function Facts(props: { title: string; figures: readonly ThresholdId[]; from?: readonly SourceId[] }) {
  const { title, figures, from = [] } = props
  if (figures.length + from.length === 0) return null
  return (
    <details class="facts" data-prints>
      <summary>{title}</summary>
      <Figures ids={figures} />
      <SourceList ids={from} />
    </details>
  )
}

function SourceList({ ids }: { ids: readonly SourceId[] }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <SourceLink id={id} />
        </li>
      ))}
    </ul>
  )
}

/** The figures of the store's marketplaces, with meaning, source, date and certainty. */
function Figures({ ids }: { ids: readonly ThresholdId[] }) {
  const { i18n, overviewIfRead } = useGuideApp()
  const { translate } = i18n
  if (ids.length === 0) return null
  // If storage fails, no marketplace is known, so a guide shows all figures.
  const fronts = overviewIfRead?.store.fronts ?? []
  return (
    <dl>
      {figuresIn(ids, marketplacesOf({ fronts })).map(({ id, marketplaces }) => {
        const threshold = thresholdOf(id)
        const { name, figure = i18n.day(threshold.value), meaning, disagreement } = thresholdText(i18n, id)
        return (
          <div key={id}>
            <dt>{translate('threshold_figure', { name, figure })}</dt>
            <dd>
              {marketplaces !== undefined && (
                <p class="soft">
                  {translate('threshold_places', { places: i18n.list(marketplaces.map(i18n.country)) })}
                </p>
              )}
              {meaning}
              {disagreement !== undefined && <p class="caveat">{disagreement}</p>}
              <p class="soft">
                {translate('threshold_seen', {
                  region: translate(regionNames[threshold.region]),
                  seen: seenText(i18n, threshold),
                  certainty: translate(`certainty_${threshold.certainty}`),
                })}
              </p>
              <SourceList ids={threshold.sources} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const regionNames = {
  all: 'region_all',
  US: 'region_us',
  UK: 'region_uk',
  EU: 'region_eu',
  'EU/UK': 'region_eu_uk',
  IN: 'region_in',
} as const satisfies Record<Threshold['region'], string>

/** The source, as a link if its web address is stable. */
function SourceLink({ id }: { id: SourceId }) {
  const { title, url } = sources[id]
  if (url === undefined) return <>{title}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  )
}
