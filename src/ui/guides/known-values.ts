import type { BlankSource } from '../../domain/letters'
import type { StoreView } from '../../domain/overview'
import type { RunView } from '../../domain/playbooks/playbook'
import {
  departureOf,
  payoutAccountRegister,
  type RegisterRow,
  type RowPlace,
  registerOf,
} from '../../domain/registers/register'
import { payoutFrom } from '../../domain/time/payout-schedule'
import type { LocalDay } from '../../domain/time/time'
import type { I18n } from '../../i18n/i18n'
import type { LetterText } from '../../i18n/surfaces'
import { marketplacesOf } from '../store-label'

export type KnownTo = {
  today: LocalDay
  store: StoreView
  run: RunView | undefined
  rows: readonly (RowPlace & RegisterRow)[]
  /** The name of this user. */
  who: string | undefined
}

/** What the seller's records say, in the language of the letter. Undefined where they say nothing. */
export function valueIn(
  { today, store, run, rows, who }: KnownTo,
  { country, day, list }: I18n<LetterText>,
  source: BlankSource,
): string | undefined {
  if (typeof source === 'object') {
    const date = run?.deadlines.find(({ clock }) => clock === source.clock)?.[source.part]
    return date && day(date)
  }
  switch (source) {
    case 'store-name':
      return store.name
    case 'marketplaces':
      return list(marketplacesOf(store).map(country))
    case 'payout-day': {
      const next = store.payouts && payoutFrom(store.payouts, today)
      return next && day(next)
    }
    case 'bank-digits':
      return rows.find(({ register, owner }) => register === payoutAccountRegister().id && owner === store.id)
        ?.values.digits
    case 'case':
      return linesOf(run, 'case').at(-1)
    case 'files':
      return list(linesOf(run, 'evidence'))
    case 'who':
      return who
    case 'leaver':
      return departed(rows, run)?.name
    case 'leave-day': {
      const end = departed(rows, run)?.end
      return end && day(end)
    }
  }
}

function linesOf(run: RunView | undefined, what: 'case' | 'evidence'): readonly string[] {
  return (run?.log ?? []).flatMap((entry) =>
    entry.kind === 'wrote' && entry.what === what && !entry.struck ? [entry.text] : [],
  )
}

/** The row whose end date started the run. */
function departed(rows: KnownTo['rows'], run: RunView | undefined) {
  return rows.find(
    ({ register, row, values: { end } }) =>
      registerOf(register).onEnd && end && departureOf(row, end).run === run?.id,
  )?.values
}
