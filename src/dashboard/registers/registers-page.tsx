import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import {
  type Departure,
  departureOf,
  type FieldName,
  ownerOf,
  type Register,
  type RegisterId,
  type RegisterRow,
  type RowPlace,
  type RowValues,
  registers,
  singleRow,
} from '../../domain/registers/register'
import type { I18n } from '../../i18n/i18n'
import { itemText } from '../../i18n/item-text'
import { playbookTitle } from '../../i18n/playbook-text'
import { AskError, failureOf } from '../../messages/ask'
import type { RowChanged } from '../../messages/protocol'
import { useApp } from '../../ui/app'
import { once } from '../../ui/ignore-double-click'
import { failureText } from '../../ui/snackbar'
import { focusInstead } from '../focus/restore-focus'
import { AsRead, useReading } from '../loading/use-resource'
import { linkTo } from '../navigation/router'
import { CompareComputers } from './device-count-check'
import { type OpenRow, useOpenRows } from './open-rows'
import { PayoutRhythmForm } from './payout-schedule-form'
import { fieldLabel, kindText, registerEmpty, registerExplained, registerTitle } from './register-text'
import { RowForm } from './row-form'

type Placed = RowPlace & RegisterRow

const editId = ({ register, row }: RowPlace) => `${register}-${row}-edit`

/** The seller's own small lists of the store that is shown, of its login, and of this computer. */
export function RegistersPart({ register }: { register: RegisterId | undefined }) {
  const { i18n, session, overview } = useApp()
  const { translate, plural } = i18n
  const reading = useReading(() => session.ask('registers', null), [overview])
  const isRead = reading.value.value !== undefined
  useEffect(() => {
    if (isRead && register) document.getElementById(`register-${register}`)?.scrollIntoView()
  }, [register, isRead])

  /** @returns what went wrong, in words. */
  async function change(
    place: RowPlace,
    request: () => Promise<RowChanged>,
    told: string,
    undo?: () => Promise<RowChanged>,
  ): Promise<string | undefined> {
    try {
      const { overview: after, reported, withheld = [], ...rows } = await request()
      reading.value.value = rows
      const fields = i18n.list(withheld.map((field) => fieldLabel(i18n, place.register, field)))
      const saved = withheld.length > 0 ? translate('register_saved_part', { fields }) : told
      const text = reported === undefined ? saved : translate('register_reported')
      session.tell({ kind: 'told', text, undo: undo && takingBack(place, reported, undo) }, after)
      return undefined
    } catch (error) {
      // It may have been changed elsewhere.
      void reading.again()
      return whyNot(error)
    }
  }

  function takingBack(
    place: RowPlace,
    reported: Departure | undefined,
    undo: () => Promise<RowChanged>,
  ): () => void {
    const store = overview.store.id
    const [event, closing] = [crypto.randomUUID(), crypto.randomUUID()]
    async function takeBackReport({ report, run }: Departure): Promise<void> {
      // The row comes back also when its items were answered since, or its playbook was closed.
      await session
        .ask('change', { id: event, store, kind: 'report-taken-back', of: report })
        .catch(unless('answered-since'))
      await session
        .ask('change-run', { id: closing, run, kind: 'closed', outcome: 'false-alarm' })
        .catch(unless('refused'))
    }
    async function takeBack(): Promise<void> {
      const problem = await (reported ? takeBackReport(reported) : Promise.resolve()).then(
        () => change(place, undo, translate('card_undone')),
        whyNot,
      )
      // It can be tried again: each part of it is done once.
      if (problem !== undefined) session.tell({ kind: 'told', text: problem, undo: () => void takeBack() })
    }
    return () => void takeBack()
  }
  const whyNot = (error: unknown) => translate(failureText[failureOf(error)])

  const put = (place: RowPlace, values: RowValues, before: Placed | undefined) =>
    change(
      place,
      () => session.ask('put-row', { ...place, values }),
      translate('register_saved'),
      before
        ? () => session.ask('put-row', { ...place, values: sameOf(before.values, values) })
        : () => session.ask('remove-row', place),
    )
  const remove = ({ at: _at, reported: _reported, values, ...place }: Placed) =>
    change(
      place,
      () => session.ask('remove-row', place),
      translate('register_removed'),
      () => session.ask('put-row', { ...place, values }),
    )

  return (
    <AsRead reading={reading}>
      {(view) => (
        <div class="lists">
          <p>{translate('register_explain')}</p>
          {view.unreadable > 0 && (
            <p class="problem">
              {plural('register_unreadable', view.unreadable)}{' '}
              <a href={linkTo({ part: 'data' })}>{translate('nav_data')}</a>
            </p>
          )}
          {registers.map((one) => {
            const owner = ownerOf(one, overview.store)
            const rows = view.rows.filter((row) => row.register === one.id && row.owner === owner)
            return (
              <RegisterSection
                key={`${one.id} ${owner}`}
                register={one}
                owner={owner}
                rows={rows}
                onPut={put}
                onRemove={remove}
              />
            )
          })}
        </div>
      )}
    </AsRead>
  )
}

function RegisterSection(props: {
  register: Register
  owner: string
  rows: readonly Placed[]
  onPut: (place: RowPlace, values: RowValues, before: Placed | undefined) => Promise<string | undefined>
  onRemove: (row: Placed) => Promise<string | undefined>
}) {
  const { register, owner, rows, onPut, onRemove } = props
  const { i18n, overview } = useApp()
  const { translate } = i18n
  const openRow = useOpenRows().of(register, owner)
  const open = openRow.value
  const failure = useSignal('')
  const heading = useRef<HTMLHeadingElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const placeOf = ({ row }: OpenRow): RowPlace => ({ register: register.id, owner, row })
  const close = (place: RowPlace) => {
    openRow.close()
    focusInstead(() => document.getElementById(editId(place)) ?? addButton.current ?? heading.current)
  }
  async function save(one: OpenRow, values: RowValues): Promise<string | undefined> {
    const before = rows.find(({ row }) => row === one.row)
    // Two tabs may change different fields; a row that is gone, or not there yet, needs all of them.
    const known = before ? one.before : {}
    const fields = Object.keys(values) as FieldName[]
    const changed = fields.filter((field) => values[field] !== (known[field] ?? ''))
    const place = placeOf(one)
    const put = Object.fromEntries(changed.map((field) => [field, values[field] ?? '']))
    const problem = await onPut(place, put, before)
    if (problem === undefined) close(place)
    return problem
  }
  const form = (one: OpenRow) => (
    <RowForm
      key={one.row}
      register={register}
      open={one}
      today={overview.today}
      onCancel={() => close(placeOf(one))}
      onSave={(values) => save(one, values)}
    />
  )
  const ids = rows.map(({ row }) => row)
  // In one list, so that the form stays as it is when its row comes or goes.
  const listed = !open || ids.includes(open.row) ? ids : [...ids, open.row]
  return (
    <section class="panel" aria-labelledby={`register-${register.id}`}>
      <h3 id={`register-${register.id}`} ref={heading} tabIndex={-1}>
        {registerTitle(i18n, register.id)}
      </h3>
      <p class="soft">{registerExplained(i18n, register.id)}</p>
      {rows.length === 0 && !register.hasNightlatch && <p>{registerEmpty(i18n, register.id)}</p>}
      <ul class="rows">
        {register.hasNightlatch && (
          <li>
            <strong>{translate('brand')}</strong>
            <p class="soft">{translate('register_nightlatch')}</p>
          </li>
        )}
        {listed.map((id) => {
          const row = rows.find((one) => one.row === id)
          return (
            <li key={id}>
              {open?.row === id
                ? form(open)
                : row && (
                    <RowShown
                      register={register}
                      row={row}
                      onEdit={() => openRow.open(id, row.values)}
                      onRemove={async () => {
                        failure.value = (await onRemove(row)) ?? ''
                        focusInstead(() => addButton.current ?? heading.current)
                      }}
                    />
                  )}
            </li>
          )
        })}
      </ul>
      {!open && !(register.single && rows.length > 0) && (
        <button
          ref={addButton}
          type="button"
          aria-label={translate('register_add_to', { register: registerTitle(i18n, register.id) })}
          onClick={() => openRow.open(register.single ? singleRow : undefined)}
        >
          {translate('register_add')}
        </button>
      )}
      <p class="problem" role="alert">
        {failure}
      </p>
      {register.count && <CompareComputers count={rows.length} items={register.count} />}
      {register.isPayoutAccount && <PayoutRhythmForm key={owner} />}
      <p class="soft links">
        {translate('register_items')}{' '}
        {register.items.map((item) => (
          <a key={item} href={linkTo({ part: 'checklist', item })}>
            {itemText(i18n, item).title}
          </a>
        ))}
      </p>
    </section>
  )
}

function unless(expected: AskError['failure']): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AskError && error.failure === expected)) throw error
  }
}

/** The fields that were changed, as they were. */
function sameOf(before: RowValues, changed: RowValues): RowValues {
  const fields = Object.keys(changed) as FieldName[]
  return Object.fromEntries(fields.map((field) => [field, before[field] ?? '']))
}

function RowShown(props: {
  register: Register
  row: Placed
  onEdit: () => void
  onRemove: () => Promise<void>
}) {
  const { register, row, onEdit, onRemove } = props
  const { i18n } = useApp()
  const { translate, day } = i18n
  const { values, reported } = row
  const fields = Object.keys(register.fields) as FieldName[]
  const [first, ...rest] = fields
  const name = values[register.needs] ?? ''
  return (
    <>
      {first && <strong>{valueText(i18n, register, first, values[first] ?? '')}</strong>}
      <dl class="row-facts">
        {rest
          .filter((field) => values[field])
          .map((field) => (
            <div key={field}>
              <dt>{fieldLabel(i18n, register.id, field)}</dt>
              <dd class="note">{valueText(i18n, register, field, values[field] ?? '')}</dd>
            </div>
          ))}
      </dl>
      {reported !== undefined && register.onEnd && (
        <p class="problem">
          {translate('register_ended', { day: day(reported) })}{' '}
          <a href={linkTo({ part: 'playbooks', run: departureOf(row.row, reported).run })}>
            {playbookTitle(i18n, register.onEnd.playbook)}
          </a>
        </p>
      )}
      <p class="answers">
        <button
          id={editId(row)}
          type="button"
          aria-label={translate('register_edit_named', { name })}
          onClick={onEdit}
        >
          {translate('register_edit')}
        </button>
        <button
          type="button"
          aria-label={translate('register_remove_named', { name })}
          onClick={once(() => void onRemove())}
        >
          {translate('register_remove')}
        </button>
      </p>
    </>
  )
}

function valueText(i18n: I18n, register: Register, field: FieldName, value: string): string {
  switch (register.fields[field]) {
    case 'day':
    case 'past-day':
      return i18n.day(value)
    case 'digits':
      return i18n.translate('register_masked', { digits: value })
    case 'kind-of-person':
      return kindText(i18n, value)
    default:
      return value
  }
}
