import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useApp } from '../app/app'

const goes = 'goes'

/** Asks for confirmation. The browser's own dialog keeps the focus inside, and Escape cancels. */
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

/** A button that asks for confirmation first. */
export function ConfirmButton(props: {
  label: string
  /** The accessible name, if the label alone is not clear. */
  name?: string
  question: string
  /** The text of the dialog's button, if it differs from the label. */
  go?: string
  onGo: () => void
  children?: ComponentChildren
}) {
  const { label, name, question, go = label, onGo, children } = props
  const isAsking = useSignal(false)
  return (
    <>
      <Button aria-label={name} onPress={() => (isAsking.value = true)}>
        {label}
      </Button>
      {isAsking.value && (
        <ConfirmDialog
          question={question}
          go={go}
          onCancel={() => (isAsking.value = false)}
          onGo={() => {
            isAsking.value = false
            onGo()
          }}
        >
          {children}
        </ConfirmDialog>
      )}
    </>
  )
}
