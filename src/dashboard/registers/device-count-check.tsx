import { useSignal } from '@preact/signals'
import type { Register } from '../../domain/registers/register'
import { itemText } from '../../i18n/item-text'
import { useApp } from '../../ui/app'
import { once } from '../../ui/ignore-double-click'
import { unshared } from '../../ui/typing'
import { wholeNumber } from '../forms/parse-number'
import { linkTo } from '../navigation/router'

type Props = { count: number; items: NonNullable<Register['count']> }

/** The seller reads the number on Amazon's page and types it here; nothing of it is kept. */
export function CompareComputers({ count, items }: Props) {
  const { i18n, session } = useApp()
  const { translate, plural } = i18n
  const shown = useSignal('')
  const compared = useSignal<number | 'bad' | undefined>(undefined)
  const difference = typeof compared.value === 'number' ? compared.value - count : undefined
  return (
    <>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          compared.value = wholeNumber(shown.value, { least: 0, most: 999 }) ?? 'bad'
        }}
      >
        <label for="computers-shown">{translate('register_compare')}</label>
        <div class="entry">
          <input
            id="computers-shown"
            class="digits"
            inputMode="numeric"
            {...unshared}
            aria-describedby="computers-shown-help"
            value={shown.value}
            onInput={({ currentTarget }) => {
              shown.value = currentTarget.value
              compared.value = undefined
            }}
          />
          <button type="submit">{translate('register_compare_go')}</button>
        </div>
      </form>
      <div id="computers-shown-help" role="status">
        {compared.value === 'bad' && <p class="problem">{translate('register_compare_bad')}</p>}
        {difference === 0 && <p>{plural('register_compare_same', count)}</p>}
        {difference !== undefined && difference < 0 && <p>{plural('register_compare_fewer', -difference)}</p>}
        {difference !== undefined && difference > 0 && (
          <p class="problem">
            {plural('register_compare_more', difference)}{' '}
            <a href={linkTo({ part: 'checklist', item: items.more })}>{itemText(i18n, items.more).title}</a>
          </p>
        )}
      </div>
      {difference === 0 && (
        <p class="answers">
          <button type="button" onClick={once(() => void session.answer(items.same, { kind: 'checked' }))}>
            {translate('register_compare_check')}
          </button>
        </p>
      )}
    </>
  )
}
