import { CalendarClock } from 'lucide'
import { deadlineText, playbookTitle } from '../i18n/playbook-text'
import { dashboardAddress } from '../ui/dashboard-url'
import { Icon } from '../ui/icon'
import { Section } from '../ui/section'
import { hasSeveral, storeName } from '../ui/store-label'
import { useApp } from './app'

const most = 3

/** The next dates of open playbooks, each with a link to its playbook. */
export function Deadlines() {
  const { i18n, overview, translate } = useApp()
  const { deadlines = [], stores } = overview
  if (deadlines.length === 0) return null
  return (
    <Section class="area" id="deadlines" title={translate('deadlines_title')} level={2}>
      <ul class="box rows">
        {deadlines.slice(0, most).map((one) => {
          const store = hasSeveral(overview) && stores.find(({ id }) => id === one.store)
          return (
            <li key={`${one.run} ${one.clock}`} class="deadline">
              <span class="mark">
                <Icon of={CalendarClock} />
              </span>
              <div>
                <a href={dashboardAddress(`playbook/${one.run}`)} target="_blank" rel="noopener">
                  {deadlineText(i18n, one)}
                </a>
                <p class="soft">{playbookTitle(i18n, one.playbook) ?? one.playbook}</p>
                {store && <p class="soft">{storeName(i18n, store)}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
