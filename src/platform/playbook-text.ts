import type { Deadline, Outcome } from '../domain/playbook'
import type { PlaybookId } from '../domain/playbooks'
import type { I18n, MessageName } from './i18n'

const snake = (id: string) => id.replaceAll('-', '_')

/** A text by a name that is put together; undefined when the catalogue has none. */
function textOf({ translate, has }: I18n, name: string): string | undefined {
  return has(name) ? (translate as (name: MessageName) => string)(name) : undefined
}

/** `…_1`, `…_2` and so on, as far as there are any. */
function listOf(i18n: I18n, name: string): string[] {
  const texts: string[] = []
  for (let number = 1; ; number += 1) {
    const text = textOf(i18n, `${name}_${number}`)
    if (text === undefined) return texts
    texts.push(text)
  }
}

/** Undefined for a playbook that this version does not know. */
export function playbookTitle(i18n: I18n, id: string): string | undefined {
  return textOf(i18n, `playbook_${snake(id)}`)
}

export function playbookText(i18n: I18n, id: PlaybookId) {
  const name = snake(id)
  return {
    title: playbookTitle(i18n, id) ?? id,
    when: textOf(i18n, `playbooks_when_${name}`) ?? '',
    /** Common mistakes. */
    avoid: listOf(i18n, `playbooks_avoid_${name}`),
  }
}

/** The texts of a step. Of one that was stored by another version only its id is left, as the title. */
export function stepText(i18n: I18n, playbook: string, step: string) {
  const name = `step_${snake(playbook)}_${snake(step)}`
  return {
    title: textOf(i18n, `${name}_title`) ?? step,
    why: textOf(i18n, `${name}_why`),
    how: listOf(i18n, `${name}_how`),
    /** Papers and pictures that are worth keeping. */
    evidence: listOf(i18n, `${name}_evidence`),
    /** What to write to Amazon. */
    say: textOf(i18n, `${name}_say`),
    /** Where sources disagree, or what cannot be known. */
    caveat: textOf(i18n, `${name}_caveat`),
    answer: (answer: string) => textOf(i18n, `${name}_answer_${snake(answer)}`) ?? answer,
  }
}

export function clockText(i18n: I18n, clock: string): string {
  return textOf(i18n, `clock_${snake(clock)}`) ?? clock
}

/** A day, or where hours were counted, the moment. */
export function dueText({ day, moment }: I18n, due: Deadline['due']): string {
  return 'at' in due ? moment(due.at) : day(due.day)
}

export function deadlineText(i18n: I18n, { clock, way, due }: Deadline): string {
  return i18n.translate(`deadline_${way}`, { clock: clockText(i18n, clock), day: dueText(i18n, due) })
}

export function outcomeText(i18n: I18n, outcome: Outcome): string {
  return textOf(i18n, `outcome_${snake(outcome)}`) ?? outcome
}
