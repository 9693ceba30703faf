import { useSignal } from '@preact/signals'
import { isPayoutDay, type PayoutRhythm, payoutBounds } from '../../domain/time/payout-schedule'
import { Input } from '../../ui/forms/field'
import { Select } from '../../ui/select'
import { useApp } from '../app/app'
import { wholeNumber } from '../forms/parse-number'

/** Asks when payouts come, so that the check before a payout is due two days earlier. */
export function PayoutRhythmForm() {
  const { session, overview, translate, number, day } = useApp()
  const { payouts } = overview.store
  const kind = useSignal<PayoutRhythm['kind'] | ''>(payouts?.kind ?? '')
  const days = useSignal(payouts?.kind === 'every' ? String(payouts.days) : '14')
  const from = useSignal(payouts?.kind === 'every' ? payouts.from : '')
  const problem = useSignal('')
  const { least, most } = payoutBounds
  function rhythm(): PayoutRhythm | null | string {
    if (kind.value === '') return null
    if (kind.value === 'on-request') return { kind: kind.value }
    const every = wholeNumber(days.value, payoutBounds)
    if (every === undefined) return translate('payout_days_bad', { least: number(least), most: number(most) })
    if (!isPayoutDay(from.value, overview.today)) return translate('payout_from_bad')
    return { kind: 'every', days: every, from: from.value }
  }
  const next = overview.payout?.next
  return (
    <form
      class="field payout"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = rhythm()
        problem.value = typeof chosen === 'string' ? chosen : ''
        if (typeof chosen !== 'string') void session.change({ kind: 'payouts-told', rhythm: chosen })
      }}
    >
      <h4>{translate('payout_title')}</h4>
      <p class="soft">{translate('payout_explain')}</p>
      <div class="entry">
        <label>
          {translate('payout_kind')}
          <Select
            value={kind.value}
            options={[
              ['', translate('payout_unknown')],
              ['every', translate('payout_every')],
              ['on-request', translate('payout_on_request')],
            ]}
            onChoose={(chosen) => {
              kind.value = chosen
              problem.value = ''
            }}
          />
        </label>
        {kind.value === 'every' && (
          <>
            <label>
              {translate('payout_days')}
              <Input kind="digits" of={days} isRequired aria-describedby="payout-help" />
            </label>
            <label>
              {translate('payout_from')}
              <Input kind="day" of={from} isRequired aria-describedby="payout-help" />
            </label>
          </>
        )}
        <button type="submit">{translate('set')}</button>
      </div>
      <p id="payout-help" class="problem" role="alert">
        {problem}
      </p>
      {next && <p>{translate('payout_next', { day: day(next.day), eve: day(next.eve) })}</p>}
      {payouts?.kind === 'on-request' && <p>{translate('payout_request_hint')}</p>}
    </form>
  )
}
