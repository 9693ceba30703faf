import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { failureOf } from '../../messages/ask'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { ConfirmDialog } from '../forms/confirm-dialog'

/**
 * A button that asks, and then changes everything at once. When no backup can be made before, it asks once more.
 * @param onGo does it; the id is the same when it is tried again.
 */
export function WholeChange(props: {
  label: string
  name?: string
  question: string
  go: string
  onGo: (change: { id: string; withoutBackup: boolean }) => Promise<unknown>
  hint?: ComponentChildren
  disabled?: boolean
}) {
  const { label, name, question, go, onGo, hint, disabled = false } = props
  const { translate } = useApp().i18n
  const asking = useSignal<'no' | 'whether' | 'without-backup'>('no')
  const id = useSignal('')
  const failure = useSignal('')
  const close = () => {
    asking.value = 'no'
  }
  async function change(withoutBackup: boolean): Promise<void> {
    close()
    try {
      await onGo({ id: id.value, withoutBackup })
    } catch (error) {
      const why = failureOf(error)
      if (why === 'could-not-back-up') asking.value = 'without-backup'
      else failure.value = translate(failureText[why])
    }
  }
  return (
    <>
      <button
        type="button"
        aria-label={name}
        disabled={disabled}
        onClick={() => {
          id.value = crypto.randomUUID()
          failure.value = ''
          asking.value = 'whether'
        }}
      >
        {label}
      </button>
      <p class="problem" role="alert">
        {failure}
      </p>
      {asking.value === 'whether' && (
        <ConfirmDialog question={question} go={go} onGo={() => void change(false)} onCancel={close}>
          {hint}
        </ConfirmDialog>
      )}
      {asking.value === 'without-backup' && (
        <ConfirmDialog
          key="without"
          question={translate('without_backup')}
          go={translate('without_backup_go')}
          onGo={() => void change(true)}
          onCancel={close}
        />
      )}
    </>
  )
}
