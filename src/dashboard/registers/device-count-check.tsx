import { useSignal } from '@preact/signals'
import type { Register } from '../../domain/registers/register'
import { itemText } from '../../i18n/item-text'
import { Button } from '../../ui/button'
import { FieldForm } from '../../ui/forms/field'
import { useApp } from '../app/app'
import { wholeNumber } from '../forms/parse-number'
import { linkTo } from '../navigation/router'

const numberShown = (typed: string) => wholeNumber(typed, { least: 0, most: 999 })

type Props = { count: number; items: NonNullable<Register['count']> }

/** Compares the number on Amazon's page, which the seller types here, with the list. It is not stored. */
export function CompareComputers({ count, items }: Props) {
  const { i18n, session, translate, plural } = useApp()
  const shown = useSignal('')
  const asked = useSignal('')
  const compared = asked.value === shown.value ? numberShown(shown.value) : undefined
  const difference = compared === undefined ? undefined : compared - count
  return (
    <>
      <FieldForm
        id="computers-shown"
        kind="digits"
        label={translate('register_compare')}
        button={translate('register_compare_go')}
        of={shown}
        problemOf={(typed) =>
          numberShown(typed) === undefined ? translate('register_compare_bad') : undefined
        }
        onSubmit={() => (asked.value = shown.value)}
      />
      <div role="status">
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
          <Button onPress={() => session.answer(items.same, { kind: 'checked' })}>
            {translate('register_compare_check')}
          </Button>
        </p>
      )}
    </>
  )
}
