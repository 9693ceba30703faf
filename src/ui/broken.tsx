import type { ComponentChildren } from 'preact'
import { useApp } from './app'

/** In place of what failed while it was drawn: what is known of it, and the ways on. */
export function Broken(props: {
  again: () => void
  /** The links that lead on from here. */
  children: ComponentChildren
}) {
  const { again, children } = props
  const { translate } = useApp().i18n
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
