import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useApp } from '../../ui/app'

/** One setting: what it is, its control, its default, and the way back to that where something else is chosen. */
export function Setting(props: {
  id: string
  title: string
  explain: string
  /** The default in words. */
  usual: string
  isUsual: boolean
  onReset: () => void
  children: ComponentChildren
}) {
  const { id, title, explain, usual, isUsual, onReset, children } = props
  const { translate } = useApp().i18n
  const section = useRef<HTMLElement>(null)
  return (
    <section ref={section} class="panel setting" aria-labelledby={`setting-${id}`}>
      <h3 id={`setting-${id}`}>{title}</h3>
      <p class="soft">{explain}</p>
      {children}
      <p class="usual">
        <span class="soft">{translate('settings_default', { value: usual })}</span>
        {!isUsual && (
          <button
            type="button"
            aria-describedby={`setting-${id}`}
            onClick={() => {
              // The button goes with what it puts back, and must not take the focus along.
              section.current?.querySelector<HTMLElement>('input, select')?.focus()
              onReset()
            }}
          >
            {translate('settings_reset')}
          </button>
        )}
      </p>
    </section>
  )
}
