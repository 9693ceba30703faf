import { useSignal } from '@preact/signals'
import { extensionVersion } from '../../browser/manifest'
import type { MessageName } from '../../i18n/i18n'
import { useApp } from '../../ui/app'
import { PauseButton, PausedLine } from '../../ui/pause'
import { KeysList } from '../../ui/shortcut-list'
import { linkTo } from '../navigation/router'

const never = [
  'help_never_page',
  'help_never_send',
  'help_never_act',
  'help_never_claim',
] as const satisfies readonly MessageName[]

/** What it does and never does, where everything is, and whom to tell when something is wrong. */
export function HelpPart() {
  const { translate } = useApp().i18n
  return (
    <div class="help">
      <section aria-labelledby="help-does">
        <h3 id="help-does">{translate('help_does')}</h3>
        <p>{translate('help_does_checklist')}</p>
        <p>{translate('help_does_card')}</p>
        <p>{translate('help_does_badge')}</p>
        <p>{translate('help_does_history')}</p>
      </section>
      <section aria-labelledby="help-find">
        <h3 id="help-find">{translate('help_find')}</h3>
        <p>{translate('help_find_explain')}</p>
      </section>
      <section aria-labelledby="help-never">
        <h3 id="help-never">{translate('help_never')}</h3>
        <ul>
          {never.map((name) => (
            <li key={name}>{translate(name)}</li>
          ))}
        </ul>
        <p>
          <a href={linkTo({ part: 'sees' })}>{translate('help_never_look')}</a>
        </p>
      </section>
      <section aria-labelledby="help-keys">
        <h3 id="help-keys">{translate('keys_title')}</h3>
        <KeysList />
      </section>
      <section aria-labelledby="help-pause">
        <h3 id="help-pause">{translate('help_pause')}</h3>
        <p>{translate('help_pause_explain')}</p>
        <PausedLine />
        <PauseButton />
        <p>
          <a href={linkTo({ part: 'settings' })}>{translate('help_pause_settings')}</a>
        </p>
      </section>
      <section aria-labelledby="help-data">
        <h3 id="help-data">{translate('help_data')}</h3>
        <p>{translate('data_explain')}</p>
        <p>
          <a href={linkTo({ part: 'data' })}>{translate('help_data_link')}</a>
        </p>
      </section>
      <section aria-labelledby="help-report">
        <h3 id="help-report">{translate('help_report')}</h3>
        <p>{translate('help_report_explain')}</p>
        <About />
        <p>
          <a href="/licenses.txt" target="_blank" rel="noopener">
            {translate('help_licenses')}
          </a>
        </p>
      </section>
    </div>
  )
}

/** What a bug report needs of this computer, and nothing of the seller's. */
function About() {
  const { i18n } = useApp()
  const { translate } = i18n
  const said = useSignal('')
  const about = `Nightlatch ${extensionVersion()}\n${navigator.userAgent}\n${i18n.lang} · ${navigator.language}`
  return (
    <>
      <pre class="about" dir="ltr">
        {about}
      </pre>
      <p>
        <button
          type="button"
          onClick={async () => {
            said.value = ''
            await navigator.clipboard.writeText(about).then(
              () => {
                said.value = translate('help_report_copied')
              },
              () => {
                said.value = translate('help_report_not_copied')
              },
            )
          }}
        >
          {translate('help_report_copy')}
        </button>
      </p>
      <p class="soft" role="status">
        {said}
      </p>
    </>
  )
}
