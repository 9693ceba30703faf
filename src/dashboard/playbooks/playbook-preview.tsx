import type { StoreView } from '../../domain/overview'
import type { PlaybookId } from '../../domain/playbooks/playbook'
import { playbookText } from '../../i18n/playbook-text'
import { GuidePreview } from '../../ui/guides/guide-preview'
import { useApp } from '../app/app'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'

/** A playbook on a page of its own. */
export function PlaybookToRead(props: {
  id: PlaybookId
  store: StoreView | undefined
  onBegin?: (id: PlaybookId) => Promise<void>
}) {
  const { i18n, translate } = useApp()
  const { title } = playbookText(i18n, props.id)
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
      <GuidePreview {...props} level={4} />
    </article>
  )
}
