import type { I18n } from '../i18n/i18n'
import type { Session } from './overview-store'

/** Reading, or could not read: never an empty list in place of a failed read. */
export function StatePage({ session, i18n }: { session: Session; i18n: I18n }) {
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
