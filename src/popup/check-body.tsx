import type { Check } from '../domain/round'
import { checkText } from '../i18n/item-text'
import { shortStatus, statusText } from '../i18n/status-text'
import type { Answering } from '../ui/answering'
import { Answers } from '../ui/answers'
import { List } from '../ui/list'
import { marketplacesOf } from '../ui/store-label'
import { WhereTo } from '../ui/where-to'
import { type I18n, useApp } from './app'

/** Where a check stands, in one line: a short one where it is simply due. */
export function checkStatus(i18n: I18n, { status, promisedOn }: Check): string {
  const { translate, day } = i18n
  if (promisedOn !== undefined) return translate('card_promise', { day: day(promisedOn) })
  const isDue = status.kind === 'due' || status.kind === 'overdue'
  return isDue && status.checked !== undefined && !status.happened && !status.undated
    ? shortStatus(i18n, status)
    : statusText(i18n, status)
}

/** Why, where and the answers, and the steps on a press: the answers stay in sight however long the steps are. */
export function CheckBody({ of, answering }: { of: Check; answering: Answering }) {
  const { i18n, overview, translate, day } = useApp()
  const { why, steps, caveat } = checkText(i18n, of, marketplacesOf(overview.store))
  const origin = 'recurs' in of ? of.origin : undefined
  const tail = overview.payout?.tail
  return (
    <>
      {origin && <p>{translate('promised_in', { name: origin.name, day: day(origin.on) })}</p>}
      <p>{why}</p>
      {/* Asks back for the digits that the seller has typed, beside the check before a payout while it is due. */}
      {'follows' in of && of.waiting && tail !== undefined && (
        <p>{translate('still_account', { digits: tail })}</p>
      )}
      <WhereTo of={of} store={overview.store} />
      <Answers of={of} answering={answering} />
      {(steps.length > 0 || caveat !== undefined) && (
        <details class="steps">
          <summary>{translate('popup_steps')}</summary>
          <List of={steps} numbered />
          {caveat !== undefined && <p class="caveat">{caveat}</p>}
        </details>
      )}
    </>
  )
}
