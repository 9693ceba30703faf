import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { useApp } from '../app/app'

/** After an update that moved things: what is new and where it is, until the seller has read it. */
export function News({ onRead }: { onRead: () => void }) {
  const { overview, session, translate } = useApp()
  if (!overview.settings.unreadNews) return null
  const read = async () => {
    // The pressed button goes.
    if (await session.choose({ unreadNews: null })) onRead()
  }
  return (
    <Section class="panel" id="news" title={translate('news_title')}>
      <ul>
        <li>{translate('news_home')}</li>
        <li>{translate('news_round')}</li>
        <li>
          {translate('news_places', {
            incidents: translate('nav_place_incidents'),
            records: translate('nav_place_records'),
            settings: translate('nav_place_settings'),
          })}
        </li>
      </ul>
      <Button onPress={read}>{translate('news_read')}</Button>
    </Section>
  )
}
