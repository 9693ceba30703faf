import type { StoreView } from '../../domain/overview'
import { Field, type Typed } from '../../ui/forms/field'
import { groupsIn } from '../../ui/store-label'
import { useApp } from '../app/app'

/** Narrows stores to a group. Nothing while no store has one. */
export function GroupFilter({ id, of, stores }: { id: string; of: Typed; stores: readonly StoreView[] }) {
  const { i18n, translate } = useApp()
  const groups = groupsIn(stores, i18n)
  if (groups.length === 0) return null
  return (
    <Field
      id={id}
      kind="select"
      label={translate('stores_group')}
      of={of}
      options={[['', translate('stores_group_all')], ...groups.map((name) => [name, name] as const)]}
    />
  )
}

/** Whether the store is in the group. A group that no store has any longer narrows nothing. */
export function isInGroup({ group }: StoreView, wanted: string, stores: readonly StoreView[]): boolean {
  return wanted === '' || group === wanted || !stores.some((one) => one.group === wanted)
}
