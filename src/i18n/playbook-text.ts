import type { Deadline } from '../domain/deadline'
import type { BlankId } from '../domain/letters'
import type { PlaybookId, RunOutcome } from '../domain/playbooks/playbook'
import type { I18n } from './i18n'
import { numbered } from './item-text'
import type { GuideText, LetterText } from './surfaces'

/** Undefined for a playbook that this version doesn't know. */
export function playbookTitle({ textOf }: I18n, id: string): string | undefined {
  return textOf(`playbook_${id}`)
}

export function playbookText(i18n: I18n<GuideText>, id: PlaybookId) {
  const { textOf } = i18n
  return {
    title: playbookTitle(i18n, id) ?? id,
    when: textOf(`playbooks_when_${id}`) ?? '',
    /** Common mistakes. */
    avoid: numbered((number) => textOf(`playbooks_avoid_${id}_${number}`)),
  }
}

/** The texts of a step. A step that only another version knows has its id as the title. */
export function stepText({ textOf }: I18n<GuideText>, playbook: string, step: string) {
  const name = `step_${playbook}_${step}` as const
  return {
    title: textOf(`${name}_title`) ?? step,
    why: textOf(`${name}_why`),
    how: numbered((number) => textOf(`${name}_how_${number}`)),
    /** Documents and screenshots worth keeping. */
    evidence: numbered((number) => textOf(`${name}_evidence_${number}`)),
    /** Where sources disagree, or what can't be known. */
    caveat: textOf(`${name}_caveat`),
    answer: (answer: string) => textOf(`${name}_answer_${answer}`) ?? answer,
  }
}

/** What to write to Amazon in a step, with its blanks as `{store}`. Undefined if Amazon is not contacted there. */
export function letterText({ textOf }: I18n<LetterText>, playbook: string, step: string): string | undefined {
  return textOf(`step_${playbook}_${step}_say`)
}

export function blankText({ textOf }: I18n<GuideText> | I18n<LetterText>, blank: BlankId): string {
  return textOf(`letter_blank_${blank}`) ?? blank
}

export function clockText({ textOf }: I18n, clock: string): string {
  return textOf(`clock_${clock}`) ?? clock
}

/** A day, or the moment if hours were counted. */
export function dueText({ day, moment }: I18n, due: Deadline['due']): string {
  return 'at' in due ? moment(due.at) : day(due.day)
}

export function deadlineText(i18n: I18n, { clock, way, due }: Deadline): string {
  return i18n.translate(`deadline_${way}`, { clock: clockText(i18n, clock), day: dueText(i18n, due) })
}

export function outcomeText({ textOf }: I18n<GuideText>, outcome: RunOutcome): string {
  return textOf(`outcome_${outcome}`) ?? outcome
}
