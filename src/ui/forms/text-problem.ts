import { certainSecret } from '../../domain/text/secrets'
import type { GuideI18n } from '../guide-app'
import { secretText } from '../secret-hint'

/** Why a text is rejected. Undefined if it is accepted. */
export function lineProblem(i18n: GuideI18n, typed: string, longest: number): string | undefined {
  if (typed.length > longest) return tooLongText(i18n, longest)
  const secret = certainSecret(typed)
  return secret && secretText(i18n, secret)
}

export function tooLongText({ translate, number }: GuideI18n, longest: number): string {
  return translate('run_too_long', { count: number(longest) })
}
