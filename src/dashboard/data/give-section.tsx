import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { CommitmentId } from '../../domain/commitment'
import { presentStores } from '../../domain/present-stores'
import type { Giving, GivingChoices, NamingText } from '../../domain/stored-data/giving'
import { Button } from '../../ui/button'
import { BareCheckbox, Checkbox } from '../../ui/forms/field'
import { Section } from '../../ui/section'
import { storeName } from '../../ui/store-label'
import { Table } from '../../ui/table'
import { useAction } from '../../ui/use-action'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { saveFile } from '../downloads/save-file'
import { registerText } from '../registers/register-text'
import { partName } from './stored-part-name'

/** A file for a colleague, with nothing in it but what the seller ticks. */
export function GiveSection() {
  const { translate } = useApp()
  const isOpen = useSignal(false)
  return (
    <Section class="panel" id="give" title={translate('give_title')}>
      <p class="soft">{translate('give_explain')}</p>
      <p class="soft">{translate('give_never')}</p>
      <p class="soft">{translate('give_new_computer')}</p>
      <details onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
        <summary>{translate('give_choose')}</summary>
        {isOpen.value && <ToChoose />}
      </details>
    </Section>
  )
}

function ToChoose() {
  const { session } = useApp()
  const resource = useResource(() => session.ask('giving-choices', null), ['change', 'put-row', 'remove-row'])
  return <Loaded of={resource}>{(choices) => <Choices choices={choices} />}</Loaded>
}

function Choices({ choices }: { choices: GivingChoices }) {
  const { i18n, session, overview, translate } = useApp()
  const stores = presentStores(overview)
  const giving = useSignal<Giving>({
    stores: [overview.store.id],
    own: overview.own.map(({ id }) => id),
    rows: [],
    names: [],
    notes: false,
    login: false,
  })
  /** The file that was made, and texts in it that the seller should see before it is saved. */
  const made = useSignal<{ text: string; naming: readonly NamingText[] } | undefined>(undefined)
  const { said, act } = useAction()
  const choose = (change: Partial<Giving>) => {
    giving.value = { ...giving.value, ...change }
    made.value = undefined
  }
  const { value: chosen } = giving
  const given = stores.filter(({ id }) => chosen.stores.includes(id))
  const owned = (owner: string) =>
    given.filter(({ id, login }) => id === owner || (chosen.login && login === owner))
  const own = overview.own.filter(
    ({ store, archived }) => archived === undefined && (store === undefined || owned(store).length > 0),
  )
  const rows = choices.rows.filter(({ owner }) => owned(owner).length > 0)
  const people = rows.filter(({ isPerson }) => isPerson).map(({ name }) => name)
  const names = choices.names.filter(
    ({ name, owners }) => !people.includes(name) && owners.some((owner) => owned(owner).length > 0),
  )
  const save = (text: string): string => {
    const name = `nightlatch-colleague-${overview.today}.json`
    saveFile(name, 'application/json', [text])
    made.value = undefined
    return translate('files_handed_over', { name })
  }
  /** What is no longer offered is not given either. */
  const offered = (): Giving => ({
    ...chosen,
    own: own.map(({ id }) => id).filter((id) => chosen.own.includes(id)),
    rows: rows.map(({ key }) => key).filter((key) => chosen.rows.includes(key)),
    names: names.map(({ name }) => name).filter((name) => chosen.names.includes(name)),
  })
  const go = () =>
    act(
      async () => {
        const file = await session.ask('give', offered())
        if (file.naming.length === 0) return save(file.text)
        made.value = file
        return ''
      },
      { meanwhile: translate('files_working'), failed: translate('files_failed') },
    )
  return (
    <>
      <Ticks
        title={translate('give_stores')}
        all={translate('give_stores_all')}
        options={stores.map((store) => [store.id, storeName(i18n, store)])}
        chosen={chosen.stores}
        onChoose={(ids) => choose({ stores: ids })}
      />
      <Ticks
        title={translate('give_own')}
        all={translate('give_own_all')}
        options={own.map(({ id, title }) => [id, title])}
        chosen={chosen.own}
        onChoose={(ids) => choose({ own: ids as CommitmentId[] })}
      />
      <Ticks
        title={translate('give_records')}
        all={translate('give_records_all')}
        options={rows.map(({ key, register, owner, name }) => {
          const parts = { register: registerText(i18n, register), name }
          const store = i18n.list(owned(owner).map((one) => storeName(i18n, one)))
          return [
            key,
            given.length > 1
              ? translate('give_record_of', { ...parts, store })
              : translate('give_record', parts),
          ]
        })}
        chosen={chosen.rows}
        onChoose={(keys) => choose({ rows: keys })}
      />
      <Ticks
        title={translate('give_names')}
        all={translate('give_names_all')}
        options={names.map(({ name }) => [name, name])}
        chosen={chosen.names}
        onChoose={(some) => choose({ names: some })}
      >
        <p class="soft">{translate('give_names_hint')}</p>
      </Ticks>
      <Checkbox
        label={translate('give_notes')}
        checked={chosen.notes}
        onChange={(notes) => choose({ notes })}
      />
      <Checkbox
        label={translate('give_login')}
        checked={chosen.login}
        onChange={(login) => choose({ login })}
      />
      <p>
        <Button disabled={given.length === 0} onPress={go}>
          {translate('give_go')}
        </Button>
      </p>
      <div role="status">
        <p>{given.length === 0 ? translate('give_no_store') : said}</p>
        {made.value && (
          <>
            <h4>{translate('give_naming')}</h4>
            <p>{translate('give_naming_explain')}</p>
          </>
        )}
      </div>
      {made.value && (
        <>
          <Table
            columns={[
              translate('give_naming_where'),
              translate('give_naming_text'),
              translate('give_naming_names'),
            ]}
            rows={made.value.naming.map(({ key, text, names }, at) => [
              String(at),
              partName(i18n, overview, key),
              text,
              i18n.list(names),
            ])}
          />
          <p>
            <Button onPress={() => act(async () => made.value && save(made.value.text))}>
              {translate('give_anyway')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** A checkbox for each of these, and one for all. Nothing if there is nothing to choose. */
function Ticks<Id extends string>(props: {
  title: string
  all: string
  options: readonly (readonly [id: Id, label: string])[]
  chosen: readonly Id[]
  onChoose: (ids: Id[]) => void
  children?: ComponentChildren
}) {
  const { title, all, options, chosen, onChoose, children } = props
  if (options.length === 0) return null
  const ids = options.map(([id]) => id)
  const set = (some: readonly Id[], isChosen: boolean) =>
    onChoose(isChosen ? [...new Set([...chosen, ...some])] : chosen.filter((id) => !some.includes(id)))
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
      {options.length > 1 && (
        <Checkbox
          label={all}
          checked={ids.every((id) => chosen.includes(id))}
          onChange={(isChosen) => set(ids, isChosen)}
        />
      )}
      <ul class="ticks">
        {options.map(([id, label]) => (
          <li key={id}>
            <BareCheckbox
              label={label}
              checked={chosen.includes(id)}
              onChange={(isChosen) => set([id], isChosen)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
