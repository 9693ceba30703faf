import { useSignal } from '@preact/signals'
import type { BackupLabel } from '../../domain/stored-data/retention'
import type { StoredData } from '../../messages/protocol'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { changeWhole } from './replace-all'
import { WholeChange } from './replace-all-button'
import { BackupPart } from './restore-part'

/** What was kept by itself, each with its date. */
export function BackupsSection(props: {
  view: Pick<StoredData, 'backups' | 'stopped'>
  onDeleted: () => void
}) {
  const { view, onDeleted } = props
  const { i18n, session } = useApp()
  const { backups, stopped } = view
  const { translate } = i18n
  const asking = useSignal(false)
  const said = useSignal('')
  return (
    <section class="panel" aria-labelledby="backups">
      <h3 id="backups">{translate('backups_title')}</h3>
      <p class="soft">{translate('backups_explain')}</p>
      {backups === 'not-possible' && <p class="problem">{translate('backups_not_possible')}</p>}
      {backups.length === 0 && <p>{translate('backups_none')}</p>}
      {stopped && <p class="problem">{translate('backups_old', { day: i18n.day(stopped) })}</p>}
      {backups !== 'not-possible' && backups.length > 0 && (
        <>
          <BackupTable backups={backups} />
          <BackupPart backups={backups} />
          <button
            type="button"
            onClick={() => {
              asking.value = true
            }}
          >
            {translate('backups_delete')}
          </button>
        </>
      )}
      {asking.value && (
        <ConfirmDialog
          question={translate('backups_delete_confirm')}
          go={translate('backups_delete')}
          onCancel={() => {
            asking.value = false
          }}
          onGo={async () => {
            asking.value = false
            try {
              await session.ask('delete-backups', null)
              said.value = translate('backups_deleted')
            } catch {
              said.value = translate(failureText['could-not-store'])
            }
            onDeleted()
          }}
        />
      )}
      <p role="status">{said}</p>
    </section>
  )
}

export function BackupTable({ backups }: { backups: readonly BackupLabel[] }) {
  const { i18n, session } = useApp()
  const { translate, number } = i18n
  const reason = {
    day: translate('backup_reason_day'),
    update: translate('backup_reason_update'),
    import: translate('backup_reason_import'),
    restore: translate('backup_reason_restore'),
    reset: translate('backup_reason_reset'),
  } satisfies Record<BackupLabel['reason'], string>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{translate('backup_column_when')}</th>
          <th scope="col">{translate('backup_column_why')}</th>
          <th scope="col">{translate('backup_column_holds')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {backups.map(({ id, at, reason: why, records, entries }) => {
          const when = i18n.moment(at)
          return (
            <tr key={id}>
              <td>{when}</td>
              <td>{reason[why]}</td>
              <td>{translate('backup_holds', { records: number(records), entries: number(entries) })}</td>
              <td>
                <WholeChange
                  label={translate('backup_bring_back')}
                  name={translate('backup_bring_back_named', { when })}
                  question={translate('backup_confirm', { when })}
                  go={translate('backup_bring_back')}
                  hint={<p class="soft">{translate('import_backup_first')}</p>}
                  onGo={(change) => changeWhole(session, i18n, 'restore-backup', { ...change, backup: id })}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
