import type { BackupId } from '../../domain/ids'
import type { Argument, Result } from '../../messages/protocol'
import type { Session } from '../../ui/overview-store'
import type { I18n } from '../app/app'

type WholeRequest = 'import' | 'restore-backup' | 'reset'

const done = {
  import: 'whole_imported',
  'restore-backup': 'whole_restored',
  reset: 'whole_reset',
} as const satisfies Record<WholeRequest, string>

/**
 * Changes everything at once and reports it with an undo.
 * @throws AskError, which the caller explains next to its button.
 */
export async function changeWhole<R extends WholeRequest>(
  session: Session,
  i18n: I18n,
  request: R,
  argument: Argument<R>,
): Promise<Result<R>> {
  const result = await session.ask(request, argument)
  if (result.kind === 'changed') {
    const { overview, undo } = result
    const text: (typeof done)[WholeRequest] = done[request]
    const takeBack = undo === undefined ? undefined : () => void bringBack(session, i18n, undo)
    session.tell({ kind: 'told', text: i18n.translate(text), undo: takeBack }, overview)
  }
  return result
}

async function bringBack(session: Session, i18n: I18n, backup: BackupId): Promise<void> {
  const id = crypto.randomUUID()
  await changeWhole(session, i18n, 'restore-backup', { id, backup, withoutBackup: false }).catch(session.fail)
}
