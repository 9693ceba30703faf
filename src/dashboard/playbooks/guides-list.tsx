import { playbookIds } from '../../domain/playbooks/playbook'
import type { I18n } from '../../i18n/i18n'
import { playbookText } from '../../i18n/playbook-text'
import type { Route } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'

/** The playbooks to read, of this page's own code alone: nothing that is stored can keep them from being drawn. */
export function Guides({ route, i18n }: { route: Route; i18n: I18n }) {
  if (route.playbook) return <PlaybookToRead id={route.playbook} overview={undefined} i18n={i18n} />
  return (
    <ul class="playbooks">
      {playbookIds.map((id) => {
        const { title, when } = playbookText(i18n, id)
        return (
          <li key={id} class="item">
            <h4>
              <a class="target" href={`#/playbooks/${id}`}>
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
