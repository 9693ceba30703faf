import { useApp } from './app'
import { Button } from './button'

/**
 * Shown instead of the page until something is read.
 * @param known what is said of the checklist while it is read, and not if that failed.
 */
export function StatePage({ known }: { known?: string | undefined }) {
  const { session, translate } = useApp()
  const isReading = session.view.value.kind !== 'could-not-read'
  return (
    <main class="state">
      <h1>{(isReading && known) || translate('brand')}</h1>
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
