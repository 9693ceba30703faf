import type { ComponentChildren } from 'preact'
import { useApp } from './app'
import { Button } from './button'

/** Shown instead of a part that could not be drawn: the error, and where to go from here. */
export function Broken(props: {
  again: () => void
  /** Links to other parts. */
  children: ComponentChildren
}) {
  const { again, children } = props
  const { translate } = useApp()
  return (
    <section class="state">
      <div role="alert">
        <h2>{translate('broken_title')}</h2>
        <p>{translate('broken_explain')}</p>
      </div>
      <p class="answers">
        <Button onPress={again}>{translate('retry')}</Button>
        <Button onPress={() => location.reload()}>{translate('broken_reload')}</Button>
      </p>
      {children}
    </section>
  )
}
