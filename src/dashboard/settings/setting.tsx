import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useApp } from '../app/app'

type Name =
  | 'language'
  | 'date_format'
  | 'clock'
  | 'quiet'
  | 'caps'
  | 'corner'
  | 'badge'
  | 'notifications'
  | 'keys'
  | 'login'
  | 'sign'

/** One setting: its explanation, control and default, with a button to reset it. */
export function Setting(props: {
  name: Name
  /** The default in words. */
  usual: string
  isUsual: boolean
  /** What an organization has set about it, in words. */
  set?: string | undefined
  onReset: () => void
  children: ComponentChildren
}) {
  const { name, usual, isUsual, set, onReset, children } = props
  const { translate } = useApp()
  const section = useRef<HTMLElement>(null)
  return (
    <section ref={section} class="panel setting" aria-labelledby={`setting-${name}`}>
      <h3 id={`setting-${name}`}>{translate(`settings_${name}`)}</h3>
      <p class="soft">{translate(`settings_${name}_explain`)}</p>
      <div class="control">
        {children}
        {set !== undefined && <p class="set">{set}</p>}
        <p class="usual">
          <span class="soft">{translate('settings_default', { value: usual })}</span>
          {!isUsual && (
            <Button
              aria-describedby={`setting-${name}`}
              onPress={() => {
                // The button disappears with the reset, so the focus moves first.
                section.current?.querySelector<HTMLElement>('input, select')?.focus()
                onReset()
              }}
            >
              {translate('settings_reset')}
            </Button>
          )}
        </p>
      </div>
    </section>
  )
}
