import type { Overview } from '../../domain/overview'
import type { RunView } from '../../domain/playbooks/playbook'
import type { I18n } from '../../i18n/i18n'
import { playbookTitle } from '../../i18n/playbook-text'
import { storeName } from '../../ui/store-label'

/** Of a playbook that this version does not know, its id. */
export function runTitle(i18n: I18n, { playbook }: Pick<RunView, 'playbook'>): string {
  return playbookTitle(i18n, playbook) ?? i18n.translate('run_unknown', { id: playbook })
}

/** A store that is gone by now is called by its id. */
export function storeNameOf(i18n: I18n, overview: Overview | undefined, id: string): string {
  const store = overview?.stores.find((one) => one.id === id)
  return store ? storeName(i18n, store) : id
}
