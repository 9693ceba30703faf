import type { Check } from '../domain/round'
import { checkTitle } from '../i18n/item-text'
import type { Answering } from './answering'
import { useApp } from './app'
import { Button } from './button'

/** The circle before a due check: a press says that it was checked today. */
export function Tick({ of, answering }: { of: Check; answering: Answering }) {
  const { i18n, translate } = useApp()
  return (
    <Button
      class="tick"
      title={translate('answer_checked')}
      aria-label={translate('popup_tick', { title: checkTitle(i18n, of) })}
      onPress={() => answering.answer(of, { kind: 'checked' })}
    />
  )
}
