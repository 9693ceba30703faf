import { useApp } from './app'

/** Reading, or could not read: never an empty list in place of a failed read. */
export function StatePage() {
  const { i18n, session } = useApp()
  const { translate } = i18n
  if (session.view.value.kind === 'could-not-read') {
    return (
      <main class="state">
        <h1>{translate('brand')}</h1>
        <p role="alert">{translate('popup_could_not_read')}</p>
        <button type="button" onClick={() => void session.read()}>
          {translate('retry')}
        </button>
      </main>
    )
  }
  return (
    <main class="state" aria-busy="true">
      <h1>{translate('brand')}</h1>
      <p>{translate('popup_reading')}</p>
    </main>
  )
}
