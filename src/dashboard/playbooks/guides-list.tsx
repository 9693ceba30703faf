import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { playbookText } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { linkTo } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'

/** The playbooks to read, of this page's own code alone: nothing that is stored can keep them from being drawn. */
export function Guides({ playbook }: { playbook: PlaybookId | undefined }) {
  const { i18n } = useApp()
  if (playbook) return <PlaybookToRead id={playbook} front={undefined} />
  return (
    <ul class="playbooks">
      {playbookIds.map((id) => {
        const { title, when } = playbookText(i18n, id)
        return (
          <li key={id} class="item">
            <h4>
              <a class="target" href={linkTo({ part: 'playbooks', playbook: id })}>
                {title}
              </a>
            </h4>
            <p class="soft">{when}</p>
          </li>
        )
      })}
    </ul>
  )
}
