import type { LogLine, RunView } from '../../domain/playbooks/playbook'
import { secretsIn } from '../../domain/text/secrets'
import type { I18n } from '../../i18n/i18n'
import { clockText, outcomeText, stepText } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { focusInstead } from '../focus/restore-focus'
import { secretText } from '../forms/field'
import type { Act } from './run-actions'

const lineId = ({ id }: LogLine) => `line-${id}`

/** What was done and written in a run, with its times: the oldest first, as it would be told. */
export function RunLog({ run, readOnly, onAct }: { run: RunView; readOnly: boolean; onAct: Act }) {
  const { i18n } = useApp()
  const { translate, moment } = i18n
  return (
    <section aria-labelledby="run-log">
      <h4 id="run-log">{translate('run_log')}</h4>
      <ol class="log">
        {run.log.map((line) => {
          const time = moment(line.at)
          return (
            <li key={line.id} id={lineId(line)} tabIndex={-1}>
              <span class="soft">{time}</span>{' '}
              <span class={line.struck ? 'soft' : 'note'}>{lineText(run.playbook, line, i18n)}</span>
              {line.kind === 'wrote' && !line.struck && !readOnly && (
                <>
                  {' '}
                  <button
                    type="button"
                    class="link"
                    aria-label={translate('run_log_strike_of', { time })}
                    onClick={async () => {
                      const isStruck = await onAct({ kind: 'struck', of: line.id })
                      if (isStruck) focusInstead(() => document.getElementById(lineId(line)))
                    }}
                  >
                    {translate('run_log_strike')}
                  </button>
                  <SecretLine text={line.text ?? ''} />
                </>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** A line that was written looks like it had a secret in it: the button to strike it stands before. */
function SecretLine({ text }: { text: string }) {
  const { i18n } = useApp()
  const [secret] = secretsIn(text)
  return secret ? <span class="soft secret">{secretText(i18n, secret.kind)}</span> : null
}

function lineText(playbook: string, line: LogLine, i18n: I18n): string {
  const { translate, day } = i18n
  const { kind, step = '', text = '', clock = '', day: on, what, answer, outcome } = line
  const said = stepText(i18n, playbook, step)
  switch (kind) {
    case 'started':
      return translate('run_log_started')
    case 'stepped':
      return answer === undefined
        ? translate('run_log_stepped', { step: said.title })
        : translate('run_log_answered', { step: said.title, answer: said.answer(answer) })
    case 'undone':
      return translate('run_log_undone', { step: said.title })
    case 'wrote':
      if (line.struck) return translate('run_log_struck')
      if (what === 'case') return translate('run_log_case', { text })
      return what === 'evidence' ? translate('run_log_evidence', { text }) : text
    case 'clock-started':
      return translate('run_log_clock', { clock: clockText(i18n, clock), day: on ? day(on) : '' })
    case 'told':
      return translate('run_log_told', { clock: clockText(i18n, clock), day: on ? day(on) : '' })
    case 'met':
      return translate('run_log_met', { clock: clockText(i18n, clock) })
    case 'closed':
      return translate('run_log_closed', { outcome: outcome ? outcomeText(i18n, outcome) : '' })
    case 'resumed':
      return translate('run_log_resumed')
    case 'struck':
    case 'later-version':
      return translate('run_log_later')
  }
}
