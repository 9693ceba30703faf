import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { minute } from '../../domain/time/length'
import { useGuideApp } from '../guide-app'

const redraw = 15_000

/** Minutes since the start of the first hour. Calm on purpose: no seconds, sound or color. */
export function CalmClock({ started, minutes }: { started: number; minutes: number }) {
  const { translate, number, moment } = useGuideApp()
  const now = useSignal(Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now()
    }, redraw)
    return () => clearInterval(timer)
  }, [])
  const ends = started + minutes * minute
  const time = moment(ends)
  // A start in the future comes from a wrong clock.
  const elapsed = Math.max(0, Math.floor((now.value - started) / minute))
  return (
    <div class="clock">
      {elapsed < minutes ? (
        <>
          <p id="clock">{translate('run_clock', { done: number(elapsed), total: number(minutes) })}</p>
          <progress aria-labelledby="clock" max={minutes} value={elapsed} />
          <p class="soft">{translate('run_clock_ends', { time })}</p>
        </>
      ) : (
        <p>{translate('run_clock_over', { time })}</p>
      )}
      <p class="soft">{translate('run_clock_source')}</p>
    </div>
  )
}
