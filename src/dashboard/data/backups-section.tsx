import type { BackupId } from '../../domain/ids'
import type { BackupLabel } from '../../domain/stored-data/retention'
import type { StoredData } from '../../messages/protocol'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { useAction } from '../../ui/use-action'
import { useApp } from '../app/app'
import { ConfirmButton } from '../forms/confirm-dialog'
import { changeWhole } from './replace-all'
import { WholeChange } from './replace-all-button'
import { BackupPart } from './restore-part'

/** The automatic backups with their dates. */
export function BackupsSection(props: {
  view: Pick<StoredData, 'backups' | 'stopped'>
  onDeleted: () => void
}) {
  const { view, onDeleted } = props
  const { i18n, session, translate } = useApp()
  const { backups, stopped } = view
  const { said, act } = useAction()
  async function forget(): Promise<string> {
    await session.ask('delete-backups', null)
    return translate('backups_deleted')
  }
  return (
    <Section class="panel" id="backups" title={translate('backups_title')}>
      <p class="soft">{translate('backups_explain')}</p>
      {backups === 'not-possible' && <p class="problem">{translate('backups_not_possible')}</p>}
      {backups.length === 0 && <p>{translate('backups_none')}</p>}
      {stopped && <p class="problem">{translate('backups_old', { day: i18n.day(stopped) })}</p>}
      {backups !== 'not-possible' && backups.length > 0 && (
        <>
          <BackupTable backups={backups} />
          <BackupPart backups={backups} />
          <ConfirmButton
            label={translate('backups_delete')}
            question={translate('backups_delete_confirm')}
            onGo={() => void act(forget, { failed: translate('failed_store') }).then(onDeleted)}
          />
        </>
      )}
      <p role="status">{said}</p>
    </Section>
  )
}

export function BackupTable({ backups }: { backups: readonly BackupLabel[] }) {
  const { i18n, translate, number } = useApp()
  const reason = {
    day: translate('backup_reason_day'),
    update: translate('backup_reason_update'),
    import: translate('backup_reason_import'),
    restore: translate('backup_reason_restore'),
    reset: translate('backup_reason_reset'),
  } satisfies Record<BackupLabel['reason'], string>
  return (
    <Table
      columns={[
        translate('backup_column_when'),
        translate('backup_column_why'),
        translate('backup_column_holds'),
        '',
      ]}
      rows={backups.map(({ id, at, reason: why, records, entries }) => {
        const when = i18n.moment(at)
        const holds = translate('backup_holds', { records: number(records), entries: number(entries) })
        return [id, when, reason[why], holds, <BringBack key={id} backup={id} when={when} />]
      })}
    />
  )
}

function BringBack({ backup, when }: { backup: BackupId; when: string }) {
  const { i18n, session, translate } = useApp()
  return (
    <WholeChange
      label={translate('backup_bring_back')}
      name={translate('backup_bring_back_named', { when })}
      question={translate('backup_confirm', { when })}
      onGo={(change) => changeWhole(session, i18n, 'restore-backup', { ...change, backup })}
    />
  )
}
