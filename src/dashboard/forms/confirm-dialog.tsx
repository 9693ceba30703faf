import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../ui/app'

const goes = 'goes'

/** Asks before something large. The browser's own dialog: it holds the focus, and Escape says no. */
export function ConfirmDialog(props: {
  question: string
  go: string
  onGo: () => void
  onCancel: () => void
  children?: ComponentChildren
}) {
  const { question, go, onGo, onCancel, children } = props
  const { i18n } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="question"
      onClose={({ currentTarget }) => (currentTarget.returnValue === goes ? onGo() : onCancel())}
    >
      <p id="question">{question}</p>
      {children}
      <p class="answers">
        {/* First, so that it has the focus: a hasty Enter changes nothing. */}
        <button type="button" onClick={() => dialog.current?.close()}>
          {i18n.translate('cancel')}
        </button>
        {/* Closed before it is taken away: so the browser gives the focus back to where it came from. */}
        <button type="button" onClick={() => dialog.current?.close(goes)}>
          {go}
        </button>
      </p>
    </dialog>
  )
}
