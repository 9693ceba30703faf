import type { ReadonlySignal } from '@preact/signals'
import { type ComponentChildren, render } from 'preact'
import { onStored } from '../browser/change-channel'
import { followKeys } from './keyboard-shortcuts'
import { keepTrying, type Session } from './overview-store'

/** Draws a page of ours as soon as it has its texts, and keeps it up to date. */
export function startPage<Texts>(
  session: Session,
  i18n: ReadonlySignal<Texts | undefined>,
  draw: (i18n: Texts) => ComponentChildren,
): void {
  const Root = () => (i18n.value ? draw(i18n.value) : null)
  render(<Root />, document.body)
  void session.read()
  keepTrying(session)
  onStored((stored) => void session.hear(stored))
  followKeys(document.body)
}
