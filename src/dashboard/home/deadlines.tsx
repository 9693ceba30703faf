import { calendarWords } from '../../i18n/calendar-format'
import { deadlineText, playbookTitle } from '../../i18n/playbook-text'
import { storeName } from '../../ui/store-label'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'
import { HomePart } from './home-part'

const most = 4

/** The nearest dates of open guides in all stores, each a link to its run. */
export function Deadlines() {
  const { i18n, overview, translate, plural } = useApp()
  const { deadlines, today, stores } = overview
  const words = calendarWords(i18n)
  const present = stores.filter(({ removed }) => removed === undefined)
  const more = (deadlines?.length ?? 0) - most
  return (
    <HomePart id="deadlines" title={translate('home_deadlines')}>
      <div class="box lines">
        {deadlines === undefined ? (
          <p class="problem">{translate('home_deadlines_unread')}</p>
        ) : deadlines.length === 0 ? (
          <p class="soft">{translate('home_deadlines_none')}</p>
        ) : (
          <ul>
            {deadlines.slice(0, most).map((one) => {
              const store = present.length > 1 && present.find(({ id }) => id === one.store)
              return (
                <li key={`${one.run} ${one.clock}`}>
                  <span>
                    <a class="target" href={linkTo({ part: 'playbooks', run: one.run })}>
                      {deadlineText(i18n, one)}
                    </a>
                    <br />
                    <span class="soft">{playbookTitle(i18n, one.playbook) ?? one.playbook}</span>
                    {store && <br />}
                    {store && <span class="soft">{storeName(i18n, store)}</span>}
                  </span>
                  <span class="soft">{words.distance(today, one.day)}</span>
                </li>
              )
            })}
          </ul>
        )}
        {more > 0 && (
          <p>
            <a class="target" href={linkTo({ part: 'playbooks' })}>
              {plural('home_deadlines_more', more)}
            </a>
          </p>
        )}
      </div>
    </HomePart>
  )
}
