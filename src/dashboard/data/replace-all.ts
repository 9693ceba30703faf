import type { BackupId } from '../../domain/ids'
import type { I18n } from '../../i18n/i18n'
import { failureOf } from '../../messages/ask'
import type { Argument, Result } from '../../messages/protocol'
import type { Session } from '../../ui/overview-store'

type WholeRequest = 'import' | 'restore-backup' | 'reset'

const done = {
  import: 'whole_imported',
  'restore-backup': 'whole_restored',
  reset: 'whole_reset',
} as const satisfies Record<WholeRequest, string>

/**
 * A change of everything at once, told with its undo.
 * @throws AskError: who asked explains it where it was asked.
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
  try {
    const id = crypto.randomUUID()
    await changeWhole(session, i18n, 'restore-backup', { id, backup, withoutBackup: false })
  } catch (error) {
    session.tell({ kind: 'failed', failure: failureOf(error) })
  }
}
