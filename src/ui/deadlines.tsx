import { deadlineText, playbookTitle } from '../i18n/playbook-text'
import { useApp } from './app'
import { dashboardAddress } from './dashboard-url'
import { storeName } from './store-label'

const most = 3

/** The nearest dates of playbooks that are open; each leads to its playbook. */
export function Deadlines() {
  const { i18n, overview } = useApp()
  const { deadlines = [], stores } = overview
  if (deadlines.length === 0) return null
  const present = stores.filter(({ removed }) => removed === undefined)
  return (
    <div class="area">
      {deadlines.slice(0, most).map((one) => {
        const store = present.length > 1 && present.find(({ id }) => id === one.store)
        return (
          <p key={`${one.run} ${one.clock}`} class="deadline">
            <a href={dashboardAddress(`playbook/${one.run}`)} target="_blank" rel="noopener">
              {deadlineText(i18n, one)}
            </a>
            <br />
            <span class="soft">{playbookTitle(i18n, one.playbook) ?? one.playbook}</span>
            {store && <br />}
            {store && <span class="soft">{storeName(i18n, store)}</span>}
          </p>
        )
      })}
    </div>
  )
}
