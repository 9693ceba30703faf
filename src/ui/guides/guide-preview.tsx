import type { Happened } from '../../domain/item-record'
import type { StoreView } from '../../domain/overview'
import type { PlaybookId } from '../../domain/playbooks/playbook'
import { playbooks } from '../../domain/playbooks/playbooks'
import { incidentTitle } from '../../i18n/item-text'
import { playbookText } from '../../i18n/playbook-text'
import { Button } from '../button'
import { useGuideApp } from '../guide-app'
import { List } from '../list'
import { MessageCheckFold } from '../message-check-fold'
import { CallFirst } from './call-first'
import { StepText } from './step-content'

/** When a playbook helps, and all its steps, to read before starting it or when nothing can be stored. */
export function GuidePreview(props: {
  id: PlaybookId
  /** The store it is for. Undefined if stores can't be read. */
  store: StoreView | undefined
  /** Of the steps' headings. */
  level: 2 | 4
  onBegin?: (id: PlaybookId) => Promise<void>
}) {
  const { id, store, level, onBegin } = props
  const { i18n, translate } = useGuideApp()
  return (
    <>
      <CallFirst level={level} />
      <p>{playbookText(i18n, id).when}</p>
      <Avoid id={id} />
      {playbooks[id].hasMessageCheck && <MessageCheckFold />}
      {onBegin && (
        <p class="answers">
          <Button class="primary" onPress={() => onBegin(id)}>
            {translate('playbooks_start')}
          </Button>
        </p>
      )}
      {playbooks[id].steps.map((step) => (
        <section key={step.id} class="box step">
          <StepText playbook={id} step={step} store={store} level={level} steps={playbooks[id].steps} />
        </section>
      ))}
    </>
  )
}

/** Common mistakes in such an incident. */
export function Avoid({ id }: { id: PlaybookId }) {
  const { i18n, translate } = useGuideApp()
  const { avoid } = playbookText(i18n, id)
  return (
    <details class="facts" data-prints>
      <summary>{translate('playbooks_avoid')}</summary>
      <List of={avoid} />
    </details>
  )
}

/** In a list of guides: what was reported that it is for, and when it helps. */
export function WhenToUse({ id, reported }: { id: PlaybookId; reported: Happened | undefined }) {
  const { i18n, translate, day } = useGuideApp()
  return (
    <>
      {reported && (
        <p>
          {translate('playbooks_reported', {
            day: day(reported.on),
            what: incidentTitle(i18n, reported.what),
          })}
        </p>
      )}
      <p class="soft">{playbookText(i18n, id).when}</p>
    </>
  )
}
