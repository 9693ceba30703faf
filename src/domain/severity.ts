/** Most important first. At most nine items are essential: nobody can put sixty first, so the catalog has to choose. */
export const rank = { essential: 0, recommended: 1, extra: 2 } as const
export type Severity = keyof typeof rank

export const isEssential = ({ severity }: { severity: Severity }): boolean => severity === 'essential'
