import type { ComponentChildren } from 'preact'
import type { I18n } from '../i18n/i18n'

/** In place of what failed while it was drawn: what is known of it, and the ways on. */
export function Broken(props: {
  i18n: I18n
  again: () => void
  /** The links that lead on from here. */
  children: ComponentChildren
}) {
  const { i18n, again, children } = props
  const { translate } = i18n
  return (
    <section class="state">
      <div role="alert">
        <h2>{translate('broken_title')}</h2>
        <p>{translate('broken_explain')}</p>
      </div>
      <p class="answers">
        <button type="button" onClick={again}>
          {translate('retry')}
        </button>
        <button type="button" onClick={() => location.reload()}>
          {translate('broken_reload')}
        </button>
      </p>
      {children}
    </section>
  )
}
