import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { minute } from '../../domain/time/length'
import { useApp } from '../../ui/app'

const redraw = 15_000

/** How much of the first hour is gone, from its start and the clock. It counts calmly: no seconds, no sound, no colour. */
export function CalmClock({ started, minutes }: { started: number; minutes: number }) {
  const { translate, number, moment } = useApp().i18n
  const now = useSignal(Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now()
    }, redraw)
    return () => clearInterval(timer)
  }, [])
  const ends = started + minutes * minute
  const time = moment(ends)
  // A start that lies ahead was written by a wrong clock.
  const gone = Math.max(0, Math.floor((now.value - started) / minute))
  return (
    <div class="clock">
      {gone < minutes ? (
        <>
          <p id="clock">{translate('run_clock', { done: number(gone), total: number(minutes) })}</p>
          <progress aria-labelledby="clock" max={minutes} value={gone} />
          <p class="soft">{translate('run_clock_ends', { time })}</p>
        </>
      ) : (
        <p>{translate('run_clock_over', { time })}</p>
      )}
      <p class="soft">{translate('run_clock_source')}</p>
    </div>
  )
}
