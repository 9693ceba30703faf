import type { PlaybookId } from '../../domain/playbooks/playbook'
import { playbooks } from '../../domain/playbooks/playbooks'
import { playbookText } from '../../i18n/playbook-text'
import type { StoreFrontHost } from '../../pages/hosts'
import { useApp } from '../../ui/app'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'
import { StepText } from './step-content'

/** All steps of a playbook, one after another: to look at before, or when nothing can be kept. */
export function PlaybookToRead(props: {
  id: PlaybookId
  /** Where Amazon's pages are opened; undefined while no store front is known. */
  front: StoreFrontHost | undefined
  onBegin?: (id: PlaybookId) => Promise<void>
}) {
  const { id, front, onBegin } = props
  const { i18n } = useApp()
  const { translate } = i18n
  const { title, when } = playbookText(i18n, id)
  const heading = useSubject(i18n, title)
  return (
    <article class="incident">
      <p>
        <a class="target" href={linkTo({ part: 'playbooks' })}>
          {translate('run_all')}
        </a>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{when}</p>
      <Avoid id={id} />
      {onBegin && (
        <p class="answers">
          <button type="button" class="primary" onClick={() => void onBegin(id)}>
            {translate('playbooks_start')}
          </button>
        </p>
      )}
      {playbooks[id].steps.map((step) => (
        <section key={step.id} class="step">
          <StepText playbook={id} step={step} front={front} steps={playbooks[id].steps} />
        </section>
      ))}
    </article>
  )
}

/** Common mistakes of such a day. */
export function Avoid({ id }: { id: PlaybookId }) {
  const { i18n } = useApp()
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
