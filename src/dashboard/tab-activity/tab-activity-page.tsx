import { openTabs } from '../../browser/tabs'
import { useApp } from '../../ui/app'
import { SeesFacts } from '../../ui/tab-activity'
import { Loaded } from '../loading/use-resource'

/** "What Nightlatch sees": all that is known of the open tabs, and what it never looks at. */
export function SeesPart() {
  const { i18n, session, overview } = useApp()
  const { translate, number } = i18n
  const load = async () => session.ask('sees-in', { tabs: await openTabs() })
  return (
    <>
      <p>{translate('sees_all_explain')}</p>
      <p class="soft">{translate('sees_all_never')}</p>
      <Loaded load={load} on={[overview]}>
        {(tabs) =>
          tabs.length === 0 ? (
            <p class="panel">{translate('sees_all_none')}</p>
          ) : (
            tabs.map((sees, index) => (
              <section key={sees.tab} class="panel sees" aria-labelledby={`tab-${sees.tab}`}>
                <h3 id={`tab-${sees.tab}`}>{translate('sees_all_tab', { number: number(index + 1) })}</h3>
                <SeesFacts sees={sees} />
              </section>
            ))
          )
        }
      </Loaded>
    </>
  )
}
