import { openTabs } from '../../browser/tabs'
import type { WhyIgnored } from '../../domain/organization'
import type { MessageName } from '../../i18n/i18n'
import { List } from '../../ui/list'
import { Section } from '../../ui/section'
import { SeesFacts } from '../../ui/tab-activity'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'

/** "What Nightlatch can see": everything known about the open tabs, and what it never reads. */
export function SeesPart() {
  const { session, translate, number } = useApp()
  const resource = useResource(async () => session.ask('sees-in', { tabs: await openTabs() }))
  return (
    <>
      <p>{translate('sees_all_explain')}</p>
      <p class="soft">{translate('sees_all_never')}</p>
      <Loaded of={resource}>
        {(tabs) =>
          tabs.length === 0 ? (
            <p class="panel">{translate('sees_all_none')}</p>
          ) : (
            tabs.map((sees, index) => (
              <Section
                key={sees.tab}
                class="panel sees"
                id={`tab-${sees.tab}`}
                title={translate('sees_all_tab', { number: number(index + 1) })}
              >
                <SeesFacts sees={sees} />
              </Section>
            ))
          )
        }
      </Loaded>
      <IgnoredSettings />
    </>
  )
}

/** What an administrator set that has no effect, and why. */
function IgnoredSettings() {
  const { translate, overviewIfRead } = useApp()
  const organization = overviewIfRead?.organization
  if (!organization) return null
  const { ignored } = organization
  return (
    <Section class="panel" id="sees-organization" title={translate('sees_all_organization')}>
      <p>{translate('sees_all_organization_explain')}</p>
      {ignored.length > 0 && (
        <>
          <p>{translate('sees_all_organization_ignored')}</p>
          <List
            class="bullets"
            of={ignored.map(({ key: setting, line: entry, why }) =>
              entry === undefined
                ? translate('sees_all_ignored', { setting, why: translate(whyText[why]) })
                : translate('sees_all_ignored_entry', { setting, entry, why: translate(whyText[why]) }),
            )}
          />
        </>
      )}
    </Section>
  )
}

const whyText = {
  'unknown-key': 'sees_all_why_unknown_key',
  'wrong-type': 'sees_all_why_wrong_type',
  'out-of-range': 'sees_all_why_out_of_range',
  'not-known': 'sees_all_why_not_known',
  malformed: 'sees_all_why_malformed',
  'too-long': 'sees_all_why_too_long',
  disguised: 'sees_all_why_disguised',
  half: 'sees_all_why_half',
  twice: 'sees_all_why_twice',
  longer: 'sees_all_why_longer',
  'not-recurring': 'sees_all_why_not_recurring',
  'not-https': 'sees_all_why_not_https',
} as const satisfies Record<WhyIgnored, MessageName>
