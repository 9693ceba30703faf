import { payoutAccountRegister } from '../../domain/registers/register'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'

/** Asks for the payout days where a check depends on them. */
export function PayoutDayAsked() {
  const { translate } = useApp()
  return (
    <p>
      {translate('own_payouts')}{' '}
      <a href={linkTo({ part: 'registers', register: payoutAccountRegister().id })}>
        {translate('own_payouts_enter')}
      </a>
    </p>
  )
}
