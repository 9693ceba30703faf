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
} from '../../domain/registers/register'
import { itemText } from '../../i18n/item-text'
import { playbookTitle } from '../../i18n/playbook-text'
import { AskError, failureOf } from '../../messages/ask'
import type { RowChanged } from '../../messages/protocol'
import { Button } from '../../ui/button'
import { focusInstead } from '../../ui/restore-focus'
import { Section } from '../../ui/section'
import { failureText } from '../../ui/snackbar'
import { Loaded, useResource } from '../../ui/use-resource'
import { type I18n, useApp } from '../app/app'
import { linkTo } from '../navigation/router'
import { CompareComputers } from './device-count-check'
import { type OpenRow, openedRow, useOpenRows } from './open-rows'
import { PayoutRhythmForm } from './payout-schedule-form'
import { fieldLabel, kindText, registerText } from './register-text'
import { RowForm } from './row-form'

type Placed = RowPlace & RegisterRow

/** @returns the error text. */
type Change = (
  place: RowPlace,
  request: Promise<RowChanged>,
  told: string,
  undo?: () => Promise<RowChanged>,
) => Promise<string | undefined>

const editId = ({ register, row }: RowPlace) => `${register}-${row}-edit`

/** The records of the current store, its login and this computer. */
export function RegistersPart({ register }: { register: RegisterId | undefined }) {
  const { i18n, session, overview, translate, plural } = useApp()
  const resource = useResource(() => session.ask('registers', null), ['put-row', 'remove-row'])
  const isRead = resource.kind !== 'loading' && resource.value !== undefined
  useEffect(() => {
    if (!isRead || !register) return
    const heading = document.getElementById(`register-${register}`)
    heading?.focus({ preventScroll: true })
    // With its list below it, where the focus alone would show the heading at the edge.
    heading?.scrollIntoView()
  }, [register, isRead])

  const change: Change = async (place, request, told, undo) => {
    try {
      const { overview: after, reported, withheld = [] } = await resource.take(request)
      const fields = i18n.list(withheld.map((field) => fieldLabel(i18n, place.register, field)))
      const saved = withheld.length > 0 ? translate('register_saved_part', { fields }) : told
      const text = reported === undefined ? saved : translate('register_reported')
      session.tell({ kind: 'told', text, undo: undo && takingBack(place, reported, undo) }, after)
      return undefined
    } catch (error) {
      // Another page may have changed it.
      void resource.read()
      return whyNot(error)
    }
  }

  function takingBack(place: RowPlace, reported: Departure | undefined, undo: () => Promise<RowChanged>) {
    const store = overview.store.id
    const [event, closing] = [crypto.randomUUID(), crypto.randomUUID()]
    async function takeBackReport(): Promise<void> {
      if (!reported) return
      const { report, run } = reported
      // Restores the row even if its items were answered or its playbook was closed in the meantime.
      await session
        .ask('change', { id: event, store, kind: 'report-taken-back', of: report })
        .catch(unless('answered-since'))
      await session
        .ask('change-run', { id: closing, run, kind: 'closed', outcome: 'false-alarm' })
        .catch(unless('refused'))
    }
    return async function takeBack(): Promise<void> {
      const problem = await takeBackReport().then(
        () => change(place, undo(), translate('card_undone')),
        whyNot,
      )
      // A retry is safe: each part is applied once.
      if (problem !== undefined) session.tell({ kind: 'told', text: problem, undo: takeBack })
    }
  }
  const whyNot = (error: unknown) => translate(failureText[failureOf(error)])

  return (
    <Loaded of={resource}>
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
                onChange={change}
              />
            )
          })}
        </div>
      )}
    </Loaded>
  )
}

function RegisterSection(props: {
  register: Register
  owner: string
  rows: readonly Placed[]
  onChange: Change
}) {
  const { register, owner, rows, onChange: change } = props
  const { i18n, session, translate } = useApp()
  const openRow = useOpenRows().at(`${register.id} ${owner}`)
  const open = openRow.value
  const failure = useSignal('')
  const heading = useRef<HTMLHeadingElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const placeOf = (row: string): RowPlace => ({ register: register.id, owner, row })
  const put = (place: RowPlace, values: RowValues) => session.ask('put-row', { ...place, values })
  function close({ row }: OpenRow): void {
    openRow.value = undefined
    focusInstead(() => document.getElementById(editId(placeOf(row))) ?? addButton.current ?? heading.current)
  }
  async function save(one: OpenRow, values: RowValues): Promise<string | undefined> {
    const before = rows.find(({ row }) => row === one.row)?.values
    // Only changed fields, since two tabs may change different ones. A missing row needs all of them.
    const changed = (Object.keys(values) as FieldName[]).filter(
      (field) => values[field] !== ((before && one.before[field]) ?? ''),
    )
    const of = (row: RowValues): RowValues =>
      Object.fromEntries(changed.map((field) => [field, row[field] ?? '']))
    const place = placeOf(one.row)
    const undo = () => (before ? put(place, of(before)) : session.ask('remove-row', place))
    const problem = await change(place, put(place, of(values)), translate('register_saved'), undo)
    if (problem === undefined) close(one)
    return problem
  }
  async function remove({ row, values }: Placed): Promise<void> {
    const place = placeOf(row)
    const request = session.ask('remove-row', place)
    failure.value =
      (await change(place, request, translate('register_removed'), () => put(place, values))) ?? ''
    focusInstead(() => addButton.current ?? heading.current)
  }
  const ids = rows.map(({ row }) => row)
  // One list, so that a form keeps its state when its row is added or removed.
  const listed = !open || ids.includes(open.row) ? ids : [...ids, open.row]
  return (
    <Section
      class="panel"
      id={`register-${register.id}`}
      title={registerText(i18n, register.id)}
      heading={heading}
    >
      <p class="soft">{registerText(i18n, register.id, 'explain')}</p>
      {rows.length === 0 && !register.hasNightlatch && <p>{registerText(i18n, register.id, 'empty')}</p>}
      <ul class="records">
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
              {open?.row === id ? (
                <RowForm
                  register={register}
                  open={open}
                  onCancel={() => close(open)}
                  onSave={(values) => save(open, values)}
                />
              ) : (
                row && (
                  <RowShown
                    register={register}
                    row={row}
                    onEdit={() => {
                      openRow.value = openedRow(register, id, row.values)
                    }}
                    onRemove={() => remove(row)}
                  />
                )
              )}
            </li>
          )
        })}
      </ul>
      {!open && !(register.single && rows.length > 0) && (
        <Button
          ref={addButton}
          aria-label={translate('register_add_to', { register: registerText(i18n, register.id) })}
          onPress={() => {
            openRow.value = openedRow(register)
          }}
        >
          {translate('register_add')}
        </Button>
      )}
      <p class="problem" role="alert">
        {failure}
      </p>
      {register.count && <CompareComputers count={rows.length} items={register.count} />}
      {register.isPayoutAccount && <PayoutRhythmForm key={owner} />}
      <p class="soft links">
        {translate('register_items')}
        {register.items.flatMap((item) => [
          ' ',
          <a key={item} href={linkTo({ part: 'checklist', item })}>
            {itemText(i18n, item).title}
          </a>,
        ])}
      </p>
    </Section>
  )
}

function unless(expected: AskError['failure']): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AskError && error.failure === expected)) throw error
  }
}

function RowShown(props: {
  register: Register
  row: Placed
  onEdit: () => void
  onRemove: () => Promise<void>
}) {
  const { register, row, onEdit, onRemove } = props
  const { i18n, translate, day } = useApp()
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
        <Button id={editId(row)} aria-label={translate('register_edit_named', { name })} onPress={onEdit}>
          {translate('register_edit')}
        </Button>
        <Button aria-label={translate('register_remove_named', { name })} onPress={() => onRemove()}>
          {translate('register_remove')}
        </Button>
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
