import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import {
  type Answer,
  isSnoozeDay,
  longestName,
  longestNote,
  longestReason,
  longestSnoozeDays,
} from '../../domain/answer'
import { type ItemId, itemOf } from '../../domain/items'
import type { ItemView } from '../../domain/overview'
import { registerFor } from '../../domain/registers/register'
import type { Check } from '../../domain/round'
import { addDays } from '../../domain/time/day'
import type { RegisterRows } from '../../messages/protocol'
import { Button } from '../../ui/button'
import { FieldForm, textOf } from '../../ui/forms/field'
import { Facts } from '../../ui/guides/thresholds'
import type { Resource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { useUnsavedText } from '../forms/unsaved-input'
import { linkTo } from '../navigation/router'
import { registerText } from '../registers/register-text'
import { Pace } from './interval-select'
import { stepsIn, stepsProblem } from './own-steps'
import { Responsible } from './responsible'

type Give = (answer: Answer) => Promise<boolean>

/** What only the dashboard has room for: own day, reason, somebody else, interval, note, person, figures and sources. */
export function CheckMore(props: { check: Check; people: Resource<RegisterRows>; onAnswer: Give }) {
  const { check, people, onAnswer } = props
  const { overview, translate } = useApp()
  const { id } = check
  const { store } = overview
  const item = 'recurs' in check ? undefined : check
  const { sources, thresholds = [] } = item ? itemOf(item.id) : { sources: [] }
  return (
    <>
      {item && <RegisterLink item={item.id} />}
      <SnoozeDay id={id} onAnswer={onAnswer} />
      <Reason id={id} onAnswer={onAnswer} />
      <Elsewhere id={id} onAnswer={onAnswer} />
      {item?.every && (
        <Pace id={item.id} label={translate('pace_label')} every={item.every} onAnswer={onAnswer} />
      )}
      {item && <OwnSteps item={item} place={`steps ${store.id} ${id}`} onAnswer={onAnswer} />}
      <Note check={check} place={`note ${store.id} ${id}`} onAnswer={onAnswer} />
      <Responsible
        id={`${id}-who`}
        store={store}
        people={people}
        chosen={check.assigned ?? ''}
        none={
          store.who === undefined ? translate('own_who_none') : translate('own_who_store', { who: store.who })
        }
        onChoose={(who) => void onAnswer({ kind: 'assigned', who })}
      />
      {item?.isAdapted && (
        <div class="field">
          <Button
            onPress={() => {
              document.getElementById(`${id}-steps`)?.focus()
              void onAnswer({ kind: 'original' })
            }}
          >
            {translate('own_original')}
          </Button>
          <p class="soft">{translate('own_original_hint')}</p>
        </div>
      )}
      {item && <Facts title={translate('sources_title')} figures={thresholds} from={sources} />}
    </>
  )
}

/** Steps of the seller's own, one per line. */
function OwnSteps({ item, place, onAnswer }: { item: ItemView; place: string; onAnswer: Give }) {
  const { i18n, translate } = useApp()
  const typed = useUnsavedText().at(place)
  const of = textOf(typed, item.ownSteps?.join('\n'))
  return (
    <FieldForm
      id={`${item.id}-steps`}
      kind="note"
      rows={2}
      label={translate('own_extra_steps')}
      button={translate('own_extra_steps_save')}
      hint={translate('own_extra_steps_hint')}
      of={of}
      problemOf={(steps) => stepsProblem(i18n, steps)}
      onSubmit={async (steps) => {
        const before = of.value
        const isStored = await onAnswer({ kind: 'own-steps', steps: stepsIn(steps) })
        if (isStored && of.value === before) typed.value = undefined
      }}
    />
  )
}

/** The register that the item speaks of. */
function RegisterLink({ item }: { item: ItemId }) {
  const { i18n } = useApp()
  const register = registerFor(item)
  return register === undefined ? null : (
    <p class="field">
      <a href={linkTo({ part: 'registers', register })}>
        {i18n.translate('register_open', { register: registerText(i18n, register) })}
      </a>
    </p>
  )
}

function SnoozeDay({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const { overview, translate, number } = useApp()
  const { today } = overview
  return (
    <FieldForm
      id={`${id}-day`}
      kind="day"
      label={translate('snooze_day')}
      button={translate('set')}
      isOneOfSeveral
      of={useSignal('')}
      min={addDays(today, 1)}
      max={addDays(today, longestSnoozeDays)}
      problemOf={(day) =>
        isSnoozeDay(day, today) ? undefined : translate('snooze_day_bad', { days: number(longestSnoozeDays) })
      }
      onSubmit={(day) => void onAnswer({ kind: 'snoozed', for: { day } })}
    />
  )
}

function Reason({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const { translate } = useApp()
  return (
    <FieldForm
      id={`${id}-reason`}
      label={translate('reason_label')}
      button={translate('reason_save')}
      of={useSignal('')}
      longest={longestReason}
      onSubmit={(reason) => void onAnswer({ kind: 'dismissed', ...(reason !== '' && { reason }) })}
    />
  )
}

function Elsewhere({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const { translate } = useApp()
  return (
    <FieldForm
      id={`${id}-elsewhere`}
      label={translate('elsewhere_by')}
      button={translate('answer_elsewhere')}
      of={useSignal('')}
      missing={translate('elsewhere_missing')}
      longest={longestName}
      onSubmit={(by) => void onAnswer({ kind: 'handled-elsewhere', by })}
    />
  )
}

function Note({ check, place, onAnswer }: { check: Check; place: string; onAnswer: Give }) {
  const { translate } = useApp()
  // A row is made anew when its item moves to another section. Undefined: as it is stored.
  const typed = useUnsavedText().at(place)
  const id = `${check.id}-note`
  useLayoutEffect(() => {
    const row = document.getElementById(id)?.closest('details')
    if (row && typed.value !== undefined) row.open = true
  }, [])
  const of = textOf(typed, check.note)
  return (
    <FieldForm
      id={id}
      kind="note"
      rows={2}
      label={translate('note_label')}
      button={translate('note_save')}
      hint={translate('note_hint')}
      of={of}
      longest={longestNote}
      onSubmit={async (note) => {
        const before = of.value
        // Typing may have gone on meanwhile.
        if ((await onAnswer({ kind: 'noted', note })) && of.value === before) typed.value = undefined
      }}
    />
  )
}
