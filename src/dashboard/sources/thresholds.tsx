import { sources } from '../../domain/facts/sources'
import { type Threshold, type ThresholdId, thresholdOf } from '../../domain/facts/thresholds'
import { thresholdText } from '../../i18n/item-text'
import { useApp } from '../../ui/app'
import { seenText } from './threshold-date'

/** Figures, each with its meaning, who says so, when it was seen and how sure it is. */
export function Figures({ ids }: { ids: readonly ThresholdId[] }) {
  const { i18n } = useApp()
  const { translate } = i18n
  if (ids.length === 0) return null
  return (
    <dl>
      {ids.map((id) => {
        const threshold = thresholdOf(id)
        const { name, figure = i18n.day(threshold.value), meaning, disagreement } = thresholdText(i18n, id)
        return (
          <div key={id}>
            <dt>{translate('threshold_figure', { name, figure })}</dt>
            <dd>
              {meaning}
              {disagreement !== undefined && <p class="caveat">{disagreement}</p>}
              <p class="soft">
                {translate('threshold_seen', {
                  region: translate(regionNames[threshold.region]),
                  seen: seenText(i18n, threshold),
                  certainty: translate(`certainty_${threshold.certainty}`),
                })}
              </p>
              <ul>
                {threshold.sources.map((source) => (
                  <li key={source}>
                    <SourceLink id={source} />
                  </li>
                ))}
              </ul>
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

/** Who says so; a link where there is an address that will stay theirs. */
export function SourceLink({ id }: { id: keyof typeof sources }) {
  const { title, url } = sources[id]
  if (url === undefined) return <>{title}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  )
}
