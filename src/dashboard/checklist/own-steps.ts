import { longestOwnStep, mostOwnSteps } from '../../domain/own-check'
import { lineProblem } from '../../ui/forms/text-problem'
import type { I18n } from '../app/app'

/** Steps as they are typed, each on a line of its own. */
export function stepsIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((step) => step.trim())
    .filter((step) => step !== '')
}

/** What is wrong with steps, each on a line of its own. */
export function stepsProblem(i18n: I18n, typed: string): string | undefined {
  const steps = stepsIn(typed)
  if (steps.length > mostOwnSteps)
    return i18n.translate('own_steps_many', { count: i18n.number(mostOwnSteps) })
  return steps.map((step) => lineProblem(i18n, step, longestOwnStep)).find((problem) => problem !== undefined)
}
