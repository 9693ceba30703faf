import type { FieldName, RegisterId, RowProblem } from '../../domain/registers/register'
import type { I18n } from '../app/app'

const anyText = ({ textOf }: I18n, name: `register_${string}`): string => textOf(name) ?? name

export function registerText(
  i18n: I18n,
  register: RegisterId,
  part: 'title' | 'explain' | 'empty' = 'title',
): string {
  return anyText(i18n, `register_${register}_${part}`)
}

/** A register may have its own label for a field: "Document" instead of "Name". */
export function fieldLabel(i18n: I18n, register: RegisterId, field: FieldName): string {
  return i18n.textOf(`register_${register}_field_${field}`) ?? anyText(i18n, `register_field_${field}`)
}

export function rowProblemText(i18n: I18n, problem: RowProblem): string {
  return anyText(i18n, `register_bad_${problem}`)
}

export function kindText({ translate }: I18n, kind: string): string {
  return translate(kind === 'agency' ? 'register_kind_agency' : 'register_kind_person')
}
