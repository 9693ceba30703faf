import { CircleCheck, CircleDashed } from 'lucide'
import type { Check } from '../domain/round'
import { checkTitle } from '../i18n/item-text'
import type { Answering } from '../ui/answering'
import { rowId } from '../ui/focus-next-row'
import { Icon } from '../ui/icon'
import { Tick } from '../ui/tick'
import { useApp } from './app'
import { CheckBody, checkStatus } from './check-body'

/** Checks as rows, each with a circle to tick while it is due; what else can be said of one unfolds below it. */
export function CheckRows({ of, answering }: { of: readonly Check[]; answering: Answering }) {
  return (
    <ul class="box rows">
      {of.map((one) => (
        <CheckRow key={one.id} of={one} answering={answering} />
      ))}
    </ul>
  )
}

function CheckRow({ of, answering }: { of: Check; answering: Answering }) {
  const { i18n, plural, translate } = useApp()
  const title = checkTitle(i18n, of)
  const { waiting, status } = of
  const isUpToDate = status.kind === 'up-to-date'
  const isUncounted = waiting && !of.counted
  return (
    <li>
      {waiting ? (
        <Tick of={of} answering={answering} />
      ) : (
        <span class={isUpToDate ? 'mark good' : 'mark'}>
          <Icon of={isUpToDate ? CircleCheck : CircleDashed} />
        </span>
      )}
      <details class="item">
        <summary id={rowId(of.id)} class="row">
          <div>
            <h3>{title}</h3>
            <p class={waiting ? 'stand waiting' : 'stand'}>
              <span>{checkStatus(i18n, of)}</span>
              {isUncounted && ' '}
              {isUncounted && <span>{translate('origin' in of ? 'row_not_counted' : 'row_can_wait')}</span>}
            </p>
          </div>
          {waiting && 'minutes' in of && <span class="soft">{plural('popup_minutes', of.minutes)}</span>}
        </summary>
        <div>
          <CheckBody of={of} answering={answering} />
        </div>
      </details>
    </li>
  )
}
