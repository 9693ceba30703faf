import { useSignal } from '@preact/signals'
import { isPayoutDay, type PayoutRhythm, payoutBounds } from '../../domain/time/payout-schedule'
import { useApp } from '../../ui/app'
import { unshared } from '../../ui/typing'
import { wholeNumber } from '../forms/parse-number'

/** When payouts come, so that the check before one falls two days ahead of it. */
export function PayoutRhythmForm() {
  const { i18n, session, overview } = useApp()
  const { translate, number, day } = i18n
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
          <select
            value={kind.value}
            onChange={({ currentTarget: { value } }) => {
              kind.value = value === 'every' || value === 'on-request' ? value : ''
              problem.value = ''
            }}
          >
            <option value="">{translate('payout_unknown')}</option>
            <option value="every">{translate('payout_every')}</option>
            <option value="on-request">{translate('payout_on_request')}</option>
          </select>
        </label>
        {kind.value === 'every' && (
          <>
            <label>
              {translate('payout_days')}
              <input
                {...unshared}
                class="digits"
                inputMode="numeric"
                aria-describedby="payout-help"
                value={days.value}
                onInput={({ currentTarget }) => {
                  days.value = currentTarget.value
                }}
              />
            </label>
            <label>
              {translate('payout_from')}
              <input
                type="date"
                aria-describedby="payout-help"
                value={from.value}
                onInput={({ currentTarget }) => {
                  from.value = currentTarget.value
                }}
              />
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
