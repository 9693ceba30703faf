import { useApp } from './app'
import { Button } from './button'

/** Shown instead of the page until something is read. */
export function StatePage() {
  const { translate } = useApp()
  return (
    <main class="state">
      <h1>{translate('brand')}</h1>
      <ReadState />
    </main>
  )
}

/** Says that the page is loading, or that reading failed. */
export function ReadState() {
  const { session, translate } = useApp()
  if (session.view.value.kind === 'could-not-read') {
    return (
      <>
        <p role="alert">{translate('popup_could_not_read')}</p>
        <Button onPress={() => session.read()}>{translate('retry')}</Button>
      </>
    )
  }
  return <p aria-busy="true">{translate('popup_reading')}</p>
}
