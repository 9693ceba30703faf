import type { RunEntry, RunView } from '../../domain/playbooks/playbook'
import { secretsIn } from '../../domain/text/secrets'
import { clockText, outcomeText, stepText } from '../../i18n/playbook-text'
import { Button } from '../button'
import { type GuideI18n, useGuideApp } from '../guide-app'
import { focusInstead } from '../restore-focus'
import { secretText } from '../secret-hint'
import { Section } from '../section'
import type { Act } from './run-actions'

/** Without when, and by which event. */
type RunLine = RunEntry extends infer E ? (E extends unknown ? Omit<E, 'id' | 'at'> : never) : never

const lineId = ({ id }: RunEntry) => `line-${id}`

/** Everything done and written in a run, oldest first. */
export function RunLog(props: { run: RunView; level: 2 | 4; readOnly: boolean; onAct: Act }) {
  const { run, level, readOnly, onAct } = props
  const { i18n, translate, moment } = useGuideApp()
  return (
    <Section id="run-log" title={translate('run_log')} level={level}>
      <ol class="log">
        {run.log.map((line) => {
          const time = moment(line.at)
          return (
            <li key={line.id} id={lineId(line)} tabIndex={-1}>
              <span class="soft">{time}</span>{' '}
              <span class={isStruck(line) ? 'soft' : 'note'}>{lineText(run.playbook, line, i18n)}</span>
              {line.kind === 'wrote' && !line.struck && !readOnly && (
                <>
                  {' '}
                  <Button
                    class="link"
                    aria-label={translate('run_log_strike_of', { time })}
                    onPress={async () => {
                      const isDone = await onAct({ kind: 'struck', of: line.id })
                      if (isDone) focusInstead(() => document.getElementById(lineId(line)))
                    }}
                  >
                    {translate('run_log_strike')}
                  </Button>
                  <SecretLine text={line.text} />
                </>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

/** Warns that a line may contain a secret. The button that deletes it comes before this. */
function SecretLine({ text }: { text: string }) {
  const { i18n } = useGuideApp()
  const [secret] = secretsIn(text)
  return secret ? <span class="soft secret">{secretText(i18n, secret.kind)}</span> : null
}

function isStruck(line: RunEntry): boolean {
  return line.kind === 'wrote' && line.struck === true
}

/** What a line of the log says. */
export function lineText(playbook: string, line: RunLine, i18n: GuideI18n): string {
  const { translate, day } = i18n
  switch (line.kind) {
    case 'started':
      return translate('run_log_started')
    case 'stepped': {
      const { title: step, answer } = stepText(i18n, playbook, line.step)
      return line.answer === undefined
        ? translate('run_log_stepped', { step })
        : translate('run_log_answered', { step, answer: answer(line.answer) })
    }
    case 'undone':
      return translate('run_log_undone', { step: stepText(i18n, playbook, line.step).title })
    case 'wrote': {
      const { text } = line
      if (line.struck) return translate('run_log_struck')
      if (line.what === 'case') return translate('run_log_case', { text })
      return line.what === 'evidence' ? translate('run_log_evidence', { text }) : text
    }
    case 'clock-started':
      return translate('run_log_clock', { clock: clockText(i18n, line.clock), day: day(line.on) })
    case 'told':
      return translate('run_log_told', { clock: clockText(i18n, line.clock), day: day(line.day) })
    case 'met':
      return translate('run_log_met', { clock: clockText(i18n, line.clock) })
    case 'closed':
      return translate('run_log_closed', { outcome: outcomeText(i18n, line.outcome) })
    case 'resumed':
      return translate('run_log_resumed')
    case 'struck':
    case 'later-version':
      return translate('run_log_later')
  }
}
