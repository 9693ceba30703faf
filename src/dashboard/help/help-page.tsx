import { extensionVersion } from '../../browser/manifest'
import type { MessageName } from '../../i18n/i18n'
import { Button } from '../../ui/button'
import { List } from '../../ui/list'
import { PauseButton, PausedLine } from '../../ui/pause'
import { Section } from '../../ui/section'
import { KeysList } from '../../ui/shortcut-list'
import { useAction } from '../../ui/use-action'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'

const never = [
  'help_never_page',
  'help_never_send',
  'help_never_act',
  'help_never_claim',
] as const satisfies readonly MessageName[]

/** What Nightlatch does and never does, where things are, and how to report a problem. */
export function HelpPart() {
  const { translate } = useApp()
  return (
    <div class="help">
      <Section id="help-does" title={translate('help_does')}>
        <p>{translate('help_does_checklist')}</p>
        <p>{translate('help_does_card')}</p>
        <p>{translate('help_does_badge')}</p>
        <p>{translate('help_does_history')}</p>
      </Section>
      <Section id="help-find" title={translate('help_find')}>
        <p>{translate('help_find_explain')}</p>
      </Section>
      <Section id="help-never" title={translate('help_never')}>
        <List class="bullets" of={never.map((name) => translate(name))} />
        <p>
          <a href={linkTo({ part: 'sees' })}>{translate('help_never_look')}</a>
        </p>
      </Section>
      <Section id="help-keys" title={translate('keys_title')}>
        <KeysList />
      </Section>
      <Section id="help-pause" title={translate('help_pause')}>
        <p>{translate('help_pause_explain')}</p>
        <PausedLine />
        <PauseButton />
        <p>
          <a href={linkTo({ part: 'settings' })}>{translate('help_pause_settings')}</a>
        </p>
      </Section>
      <Section id="help-data" title={translate('help_data')}>
        <p>{translate('data_explain')}</p>
        <p>
          <a href={linkTo({ part: 'data' })}>{translate('help_data_link')}</a>
        </p>
      </Section>
      <Section id="help-report" title={translate('help_report')}>
        <p>{translate('help_report_explain')}</p>
        <About />
        <p>
          <a href="/licenses.txt" target="_blank" rel="noopener">
            {translate('help_licenses')}
          </a>
        </p>
      </Section>
    </div>
  )
}

/** The technical details for a bug report, without any of the seller's data. */
function About() {
  const { i18n, translate } = useApp()
  const { said, act } = useAction()
  const about = `Nightlatch ${extensionVersion()}\n${navigator.userAgent}\n${i18n.lang} · ${navigator.language}`
  async function copy(): Promise<string> {
    await navigator.clipboard.writeText(about)
    return translate('help_report_copied')
  }
  return (
    <>
      <pre class="box about" dir="ltr">
        {about}
      </pre>
      <p>
        <Button onPress={() => act(copy, { failed: translate('help_report_not_copied') })}>
          {translate('help_report_copy')}
        </Button>
      </p>
      <p class="soft" role="status">
        {said}
      </p>
    </>
  )
}
