import type { Overview } from '../../domain/overview'
import type { PlaybookId } from '../../domain/playbooks/playbook'
import { playbooks } from '../../domain/playbooks/playbooks'
import type { I18n } from '../../i18n/i18n'
import { playbookText } from '../../i18n/playbook-text'
import { frontOf } from '../../ui/store-label'
import { useSubject } from '../navigation/document-title'
import { StepText } from './step-content'

/** All steps of a playbook, one after another: to look at before, or when nothing can be kept. */
export function PlaybookToRead(props: {
  id: PlaybookId
  overview: Overview | undefined
  i18n: I18n
  onBegin?: (id: PlaybookId) => Promise<void>
}) {
  const { id, overview, i18n, onBegin } = props
  const { translate } = i18n
  const { title, when } = playbookText(i18n, id)
  const front = overview && frontOf(overview.store)
  const heading = useSubject(i18n, title)
  return (
    <article class="incident">
      <p>
        <a class="target" href="#/playbooks">
          {translate('run_all')}
        </a>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{when}</p>
      <Avoid id={id} i18n={i18n} />
      {onBegin && (
        <p class="answers">
          <button type="button" class="primary" onClick={() => void onBegin(id)}>
            {translate('playbooks_start')}
          </button>
        </p>
      )}
      {playbooks[id].steps.map((step) => (
        <section key={step.id} class="step">
          <StepText playbook={id} step={step} front={front} i18n={i18n} steps={playbooks[id].steps} />
        </section>
      ))}
    </article>
  )
}

/** Common mistakes of such a day. */
export function Avoid({ id, i18n }: { id: PlaybookId; i18n: I18n }) {
  const { avoid } = playbookText(i18n, id)
  return (
    <details class="facts">
      <summary>{i18n.translate('playbooks_avoid')}</summary>
      <ul>
        {avoid.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
    </details>
  )
}
