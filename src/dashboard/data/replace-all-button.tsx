import { useSignal } from '@preact/signals'
import { failureOf } from '../../messages/ask'
import { useAction } from '../../ui/use-action'
import { useApp } from '../app/app'
import { ConfirmButton, ConfirmDialog } from '../forms/confirm-dialog'

/**
 * A button that changes everything at once, after a question. Asks again if no backup can be made first.
 * @param onGo makes the change. A retry has the same id.
 */
export function WholeChange(props: {
  label: string
  name?: string
  question: string
  go?: string
  onGo: (change: { id: string; withoutBackup: boolean }) => Promise<unknown>
}) {
  const { onGo, ...asked } = props
  const { translate } = useApp()
  const { said, act } = useAction()
  /** The id of the change for which no backup can be made. */
  const unsafe = useSignal<string | undefined>(undefined)
  const change = (id: string, withoutBackup: boolean) =>
    act(async () => {
      unsafe.value = undefined
      try {
        await onGo({ id, withoutBackup })
      } catch (error) {
        if (failureOf(error) !== 'could-not-back-up') throw error
        unsafe.value = id
      }
      return ''
    })
  return (
    <>
      <ConfirmButton {...asked} onGo={() => void change(crypto.randomUUID(), false)}>
        <p class="soft">{translate('import_backup_first')}</p>
      </ConfirmButton>
      <p class="problem" role="alert">
        {said}
      </p>
      {unsafe.value !== undefined && (
        <ConfirmDialog
          question={translate('without_backup')}
          go={translate('without_backup_go')}
          onGo={() => void change(unsafe.value ?? '', true)}
          onCancel={() => (unsafe.value = undefined)}
        />
      )}
    </>
  )
}
