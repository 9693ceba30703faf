import type { Check } from '../domain/round'
import { checkTitle } from '../i18n/item-text'
import type { Answering } from '../ui/answering'
import { rowId } from '../ui/focus-next-row'
import { useApp } from './app'
import { CheckBody, checkStatus } from './check-body'

/** The check to do first, unfolded. */
export function NextCheck({ of, answering }: { of: Check; answering: Answering }) {
  const { i18n, plural } = useApp()
  return (
    <div class="item">
      <h3 id={rowId(of.id)} class="row" tabIndex={-1}>
        {checkTitle(i18n, of)}
      </h3>
      <p class="stand waiting">
        <span>{checkStatus(i18n, of)}</span>
        {'minutes' in of && <span class="soft">{plural('popup_minutes', of.minutes)}</span>}
      </p>
      <CheckBody of={of} answering={answering} />
    </div>
  )
}
