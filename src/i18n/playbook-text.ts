import type { Deadline } from '../domain/deadline'
import type { PlaybookId, RunOutcome } from '../domain/playbooks/playbook'
import type { I18n } from './i18n'
import { numbered } from './item-text'

/** Undefined for a playbook that this version does not know. */
export function playbookTitle({ textOf }: I18n, id: string): string | undefined {
  return textOf(`playbook_${id}`)
}

export function playbookText(i18n: I18n, id: PlaybookId) {
  const { textOf } = i18n
  return {
    title: playbookTitle(i18n, id) ?? id,
    when: textOf(`playbooks_when_${id}`) ?? '',
    /** Common mistakes. */
    avoid: numbered((number) => textOf(`playbooks_avoid_${id}_${number}`)),
  }
}

/** The texts of a step. Of one that was stored by another version only its id is left, as the title. */
export function stepText({ textOf }: I18n, playbook: string, step: string) {
  const name = `step_${playbook}_${step}`
  return {
    title: textOf(`${name}_title`) ?? step,
    why: textOf(`${name}_why`),
    how: numbered((number) => textOf(`${name}_how_${number}`)),
    /** Papers and pictures that are worth keeping. */
    evidence: numbered((number) => textOf(`${name}_evidence_${number}`)),
    /** What to write to Amazon. */
    say: textOf(`${name}_say`),
    /** Where sources disagree, or what cannot be known. */
    caveat: textOf(`${name}_caveat`),
    answer: (answer: string) => textOf(`${name}_answer_${answer}`) ?? answer,
  }
}

export function clockText({ textOf }: I18n, clock: string): string {
  return textOf(`clock_${clock}`) ?? clock
}

/** A day, or where hours were counted, the moment. */
export function dueText({ day, moment }: I18n, due: Deadline['due']): string {
  return 'at' in due ? moment(due.at) : day(due.day)
}

export function deadlineText(i18n: I18n, { clock, way, due }: Deadline): string {
  return i18n.translate(`deadline_${way}`, { clock: clockText(i18n, clock), day: dueText(i18n, due) })
}

export function outcomeText({ textOf }: I18n, outcome: RunOutcome): string {
  return textOf(`outcome_${outcome}`) ?? outcome
}
