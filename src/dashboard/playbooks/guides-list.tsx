import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { playbookText } from '../../i18n/playbook-text'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'

/** The playbooks to read. Uses no stored data, so it works whatever is stored. */
export function Guides({ playbook }: { playbook: PlaybookId | undefined }) {
  const { i18n } = useApp()
  if (playbook) return <PlaybookToRead id={playbook} store={undefined} />
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
