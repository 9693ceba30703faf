import { longestNote, paceBounds } from '../../domain/answer'
import { longestCommitment, newCommitmentId } from '../../domain/commitment'
import type { StoreId } from '../../domain/ids'
import type { OwnCheckView } from '../../domain/overview'
import type { OwnCheckInput } from '../../domain/own-check'
import { type TemplateId, templateOf } from '../../domain/own-check-templates'
import { type PageId, pageIds } from '../../domain/page'
import { longestIn, type MonthlyDate, type Recurrence, weekBounds } from '../../domain/time/recurrence'
import { numbered, snake } from '../../i18n/item-text'
import { lineProblem } from '../../ui/forms/text-problem'
import type { I18n } from '../app/app'
import { wholeNumber } from '../forms/parse-number'
import type { OwnDraft } from './own-draft'
import { stepsIn, stepsProblem } from './own-steps'

const empty: Omit<OwnDraft, 'id'> = {
  ...{ title: '', why: '', steps: '', page: '', isForAll: false, counts: false },
  ...{ repeat: 'months', count: '30', step: '1', month: '1', day: '1' },
}

export function newDraft(): OwnDraft {
  return { ...empty, id: newCommitmentId() }
}

export function draftFromTemplate(i18n: I18n, template: TemplateId): OwnDraft {
  const { page, recurs } = templateOf(template)
  const { title, why, steps } = templateText(i18n, template)
  return { ...newDraft(), title, why, steps: steps.join('\n'), page: page ?? '', ...fieldsOf(recurs) }
}

export function draftOf({ id, title, why, steps, recurs, page, store, counts }: OwnCheckView): OwnDraft {
  const texts = { id, title, why, steps: steps.join('\n'), page: page ?? '' }
  return { ...empty, ...texts, isForAll: store === undefined, counts, ...fieldsOf(recurs) }
}

export function templateText({ translate, textOf }: I18n, template: TemplateId) {
  const name = snake(template)
  return {
    title: translate(`template_${name}_title`),
    why: translate(`template_${name}_why`),
    steps: numbered((step) => textOf(`template_${name}_step_${step}`)),
  }
}

function fieldsOf(recurs: Recurrence): Pick<OwnDraft, 'repeat'> & Partial<OwnDraft> {
  if (recurs.kind === 'payouts') return { repeat: 'payouts' }
  if (recurs.kind !== 'months') return { repeat: recurs.kind, count: String(recurs.every) }
  const { every, month, day } = recurs
  return {
    ...(every === 12 ? { repeat: 'year' } : { repeat: 'months', step: String(every) }),
    ...{ month: String(month), day: String(day) },
  }
}

/** The bounds of the number that the chosen kind of repetition needs. */
export function boundsOf(draft: OwnDraft): { least: number; most: number } {
  switch (draft.repeat) {
    case 'weeks':
      return weekBounds
    case 'months':
    case 'year':
      return { least: 1, most: longestIn(monthsOf(draft)) }
    default:
      return paceBounds
  }
}

function monthsOf({ repeat, step, month }: OwnDraft): Pick<MonthlyDate, 'every' | 'month'> {
  return { every: repeat === 'year' ? 12 : Number(step), month: Number(month) }
}

/** Undefined while a number of it is wrong. */
export function recurrenceIn(draft: OwnDraft): Recurrence | undefined {
  const { repeat } = draft
  if (repeat === 'payouts') return { kind: repeat }
  const isDated = repeat === 'months' || repeat === 'year'
  const number = wholeNumber(isDated ? draft.day : draft.count, boundsOf(draft))
  if (number === undefined) return undefined
  return isDated ? { kind: 'months', ...monthsOf(draft), day: number } : { kind: repeat, every: number }
}

export type DraftField = 'title' | 'why' | 'steps' | 'number'

/** What is wrong with the draft, by field. Empty if it can be saved. */
export function problemsWith(i18n: I18n, draft: OwnDraft): Partial<Record<DraftField, string>> {
  const { translate, number } = i18n
  const title = draft.title.trim()
  const { least, most } = boundsOf(draft)
  const problems = {
    title: title === '' ? translate('commitment_empty') : lineProblem(i18n, title, longestCommitment),
    why: lineProblem(i18n, draft.why.trim(), longestNote),
    steps: stepsProblem(i18n, draft.steps),
    number: recurrenceIn(draft)
      ? undefined
      : translate('own_number_bad', { least: number(least), most: number(most) }),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

export function inputOf(draft: OwnDraft, recurs: Recurrence, store: StoreId): OwnCheckInput {
  const { id, title, why, steps, page, isForAll, counts } = draft
  const known = pageIds.find((one): one is PageId => one === page)
  return {
    ...{ id, title: title.trim(), why: why.trim(), steps: stepsIn(steps), recurs, counts },
    ...(known && { page: known }),
    ...(isForAll ? {} : { store }),
  }
}
