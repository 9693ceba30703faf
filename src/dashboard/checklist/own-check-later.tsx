import type { ComponentProps } from 'preact'
import { useLater } from '../../ui/use-later'
import { useApp } from '../app/app'

type Form = typeof import('./own-check-form')

/** The form for a check of the seller's own, which few visits need. */
export function OwnCheckLater(props: ComponentProps<Form['OwnCheckPart']>) {
  const { translate } = useApp()
  const form = useLater(() => import('./own-check-form'), true)
  if (form === 'failed') return <p role="alert">{translate('failed_unexpected')}</p>
  return form ? <form.OwnCheckPart {...props} /> : null
}
