import type { Overview } from '../../domain/overview'
import type { RunView } from '../../domain/playbooks/playbook'
import { playbookTitle } from '../../i18n/playbook-text'
import type { GuideI18n } from '../guide-app'
import { storeName } from '../store-label'

/** The id, if this version doesn't know the playbook. */
export function runTitle(i18n: GuideI18n, { playbook }: Pick<RunView, 'playbook'>): string {
  return playbookTitle(i18n, playbook) ?? i18n.translate('run_unknown', { id: playbook })
}

/** The id, if the store no longer exists. */
export function storeNameOf(i18n: GuideI18n, overview: Overview | undefined, id: string): string {
  const store = overview?.stores.find((one) => one.id === id)
  return store ? storeName(i18n, store) : id
}
