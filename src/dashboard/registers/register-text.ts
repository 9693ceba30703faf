import type { FieldName, RegisterId, RowProblem } from '../../domain/registers/register'
import type { I18n } from '../../i18n/i18n'

const anyText = ({ textOf }: I18n, name: string): string => textOf(name) ?? name

export function registerTitle(i18n: I18n, register: RegisterId): string {
  return anyText(i18n, `register_${register}_title`)
}

export function registerExplained(i18n: I18n, register: RegisterId): string {
  return anyText(i18n, `register_${register}_explain`)
}

export function registerEmpty(i18n: I18n, register: RegisterId): string {
  return anyText(i18n, `register_${register}_empty`)
}

/** A field may go by another name in one register: "Paper" where others say "Name". */
export function fieldLabel(i18n: I18n, register: RegisterId, field: FieldName): string {
  return i18n.textOf(`register_${register}_field_${field}`) ?? anyText(i18n, `register_field_${field}`)
}

export function rowProblemText(i18n: I18n, problem: RowProblem): string {
  return anyText(i18n, `register_bad_${problem}`)
}

export function kindText({ translate }: I18n, kind: string): string {
  return translate(kind === 'agency' ? 'register_kind_agency' : 'register_kind_person')
}
