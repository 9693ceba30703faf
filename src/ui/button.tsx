import { useSignal } from '@preact/signals'
import type { ComponentProps } from 'preact'
import { once } from './ignore-double-click'

type Props = Omit<ComponentProps<'button'>, 'type' | 'onClick'> & { onPress: () => unknown }

/** A button that treats a double click as one press, and says so while what it started is under way. */
export function Button({ onPress, ...rest }: Props) {
  const underWay = useSignal(0)
  async function press(): Promise<void> {
    const done = onPress()
    if (!(done instanceof Promise)) return
    underWay.value += 1
    await done.finally(() => (underWay.value -= 1))
  }
  return (
    <button
      aria-busy={underWay.value > 0 || undefined}
      {...rest}
      type="button"
      onClick={once(() => void press())}
    />
  )
}
