/** In the order in which views show them. */
export const areas = [
  'sign-in',
  'people',
  'payouts',
  'account-health',
  'after-sales',
  'policy',
  'recovery',
] as const
export type ChecklistArea = (typeof areas)[number]
