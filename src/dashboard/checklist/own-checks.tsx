import type { OwnCheckName, OwnCheckView } from '../../domain/overview'
import { Button } from '../../ui/button'
import { nextRow, rowId } from '../../ui/focus-next-row'
import { focusInstead } from '../../ui/restore-focus'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'
import { CommitmentMore } from './commitments'
import { PayoutDayAsked } from './payout-day-asked'

/** What can be changed of a check of the seller's own. */
export function OwnCheckMore({ check }: { check: OwnCheckView }) {
  const { session, overview, translate } = useApp()
  const { id, title, origin, every, set } = check
  const { own, measures, store } = overview
  const isListed = own.some((one) => one.id === id)
  const listed = measures.filter((one) => !one.set && own.some((known) => known.id === one.id))
  const at = listed.findIndex((one) => one.id === id)

  async function archive(): Promise<void> {
    const next = nextRow(id)
    if (!(await session.change({ kind: 'own-check-archived', check: id }))) return
    focusInstead(next)
    session.tell({
      kind: 'told',
      text: translate('own_archived'),
      undo: () => void session.change({ kind: 'own-check-restored', check: id }, store.id),
    })
  }

  /** The row moves with the focus in it. */
  async function move(before: OwnCheckView | undefined, button: string): Promise<void> {
    if (await session.change({ kind: 'own-check-moved', check: id, before: before?.id ?? null }))
      document.getElementById(button)?.focus()
  }

  return (
    <>
      {check.needsPayouts && <PayoutDayAsked />}
      {origin && every !== undefined && !isListed && (
        <CommitmentMore measure={{ id, title, every, origin }} store={store.id} />
      )}
      {set ? (
        <p class="soft">{translate('settings_by_organization')}</p>
      ) : (
        <p class="answers">
          <a class="button" href={linkTo({ part: 'checklist', edit: id })}>
            {translate('own_edit')}
          </a>
          {at > 0 && (
            <Button id={`${id}-up`} onPress={() => move(listed[at - 1], `${id}-up`)}>
              {translate('own_up')}
            </Button>
          )}
          {at >= 0 && at < listed.length - 1 && (
            <Button id={`${id}-down`} onPress={() => move(listed[at + 2], `${id}-down`)}>
              {translate('own_down')}
            </Button>
          )}
          <Button onPress={archive}>{translate('own_archive')}</Button>
        </p>
      )}
    </>
  )
}

/** The archived ones of the store that is shown. */
export function ArchivedChecks() {
  const { session, overview, translate } = useApp()
  const { own, store } = overview
  const archived = own.filter(
    (one) => one.archived !== undefined && (one.store === undefined || one.store === store.id),
  )
  if (archived.length === 0) return null

  async function restore({ id }: OwnCheckName): Promise<void> {
    if (await session.change({ kind: 'own-check-restored', check: id }))
      focusInstead(() => document.getElementById(rowId(id)))
  }

  return (
    <details class="area">
      <summary>{translate('own_archived_title')}</summary>
      <ul>
        {archived.map((one) => (
          <li key={one.id}>
            {one.title}{' '}
            <Button
              aria-label={translate('store_restore_named', { name: one.title })}
              onPress={() => restore(one)}
            >
              {translate('store_restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
