import { figuresIn, thresholdOf } from '../domain/facts/thresholds'
import { items } from '../domain/items'
import { snake } from '../i18n/item-text'
import type { Place } from '../messages/protocol'
import { marketplaceOf, storeFrontOf } from '../pages/hosts'
import { Section } from '../ui/section'
import { useApp } from './app'

/** Amazon's limits for the checks of this page, as they are in this marketplace. */
export function PageFigures({ place: { page, host } }: { place: Place }) {
  const { i18n, translate } = useApp()
  const ids = items.filter(({ pages }) => pages.includes(page)).flatMap(({ thresholds = [] }) => thresholds)
  const figures = figuresIn([...new Set(ids)], [marketplaceOf(storeFrontOf(host))])
  if (figures.length === 0) return null
  return (
    <Section class="area" id="figures" title={translate('panel_figures')} level={2}>
      <dl class="box">
        {figures.map(({ id }) => (
          <div key={id}>
            <dt>{translate(`threshold_${snake(id)}_name`)}</dt>
            <dd>{i18n.textOf(`threshold_${id}_figure`) ?? i18n.day(thresholdOf(id).value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
