import type { StoreView } from '../../domain/overview'
import { peopleOf, registerOfPeople } from '../../domain/registers/register'
import type { RegisterRows } from '../../messages/protocol'
import { Field } from '../../ui/forms/field'
import { type Resource, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'

/** The people in the records of all stores, read once for a page. */
export function usePeople(): Resource<RegisterRows> {
  const { session } = useApp()
  return useResource(() => session.ask('registers', null), ['put-row', 'remove-row'])
}

/**
 * Who is responsible, chosen from the people in the records of the store.
 * @param chosen empty: no one, or whoever is responsible for the store.
 */
export function Responsible(props: {
  id: string
  store: StoreView
  people: Resource<RegisterRows>
  chosen: string
  /** The first option. */
  none: string
  onChoose: (who: string) => void
}) {
  const { id, store, people, chosen, none, onChoose } = props
  const { overview, translate } = useApp()
  const rows = people.kind === 'loading' ? [] : (people.value?.rows ?? [])
  const names = new Set([...peopleOf(rows, store, overview.today), ...(chosen === '' ? [] : [chosen])])
  const of = {
    get value() {
      return chosen
    },
    set value(who) {
      onChoose(who)
    },
  }
  return (
    <>
      <Field
        id={id}
        kind="select"
        label={translate('own_who')}
        of={of}
        options={[['', none], ...[...names].map((name) => [name, name] as const)]}
      />
      <p class="soft">
        <a href={linkTo({ part: 'registers', register: registerOfPeople().id })}>
          {translate('own_who_records')}
        </a>
      </p>
    </>
  )
}
