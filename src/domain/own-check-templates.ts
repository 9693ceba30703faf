import { finderOf, idsOf, rowsOf } from './facts/table'
import type { PageId } from './page'
import type { Recurrence } from './time/recurrence'

type Row = { recurs: Recurrence; page?: PageId }

/** What a seller may start a check of their own from. None is added without them. Texts: `template_<id>_…`. */
const table = {
  'vat-return': { recurs: { kind: 'months', every: 3, month: 1, day: 31 }, page: 'payments-reports' },
  'insurance-renewal': { recurs: { kind: 'months', every: 12, month: 12, day: 1 } },
  'supplier-audit': { recurs: { kind: 'months', every: 12, month: 3, day: 1 } },
  'brand-registry-renewal': {
    recurs: { kind: 'months', every: 12, month: 1, day: 15 },
    page: 'brand-registry',
  },
  'listings-backup': { recurs: { kind: 'weeks', every: 4 }, page: 'manage-inventory' },
} as const satisfies Record<string, Row>

export type TemplateId = keyof typeof table
export type Template = Row & { id: TemplateId }

export const templates: readonly Template[] = rowsOf(table).map(([id, row]) => ({ id, ...row }))
export const templateIds = idsOf(table)
export const templateOf = finderOf(templates, 'template')
