import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { longestName } from '../../domain/answer'
import { mostStores, type StoreChange } from '../../domain/checklist'
import type { StoreId } from '../../domain/ids'
import type { StoreView } from '../../domain/overview'
import { presentStores } from '../../domain/present-stores'
import { peopleOf } from '../../domain/registers/register'
import type { RegisterRows } from '../../messages/protocol'
import { Button } from '../../ui/button'
import { Checkbox, Field, FieldForm } from '../../ui/forms/field'
import { lineProblem } from '../../ui/forms/text-problem'
import { storeName } from '../../ui/store-label'
import type { Resource } from '../../ui/use-resource'
import { type I18n, useApp } from '../app/app'
import { ConfirmButton } from '../forms/confirm-dialog'
import { type BadLine, storesIn } from './pasted-stores'

/** Adds stores from lines. A line that can't be added stays in the field, with the reason. */
export function AddStores() {
  const { i18n, session, overview, translate, plural } = useApp()
  const pasted = useSignal('')
  const isOneLogin = useSignal(false)
  const bad = useSignal<readonly BadLine[]>([])
  const isEmpty = useSignal(false)
  // By line, and made before sending, so that sending twice adds one store.
  const ids = useRef(new Map<string, string>())
  const idOf = (line: string): string => {
    const id = ids.current.get(line) ?? crypto.randomUUID().slice(0, 8)
    ids.current.set(line, id)
    return id
  }

  async function add(): Promise<void> {
    const room = mostStores - overview.stores.length
    const read = storesIn(pasted.value, presentStores(overview), room, (text) =>
      lineProblem(i18n, text, longestName),
    )
    const { good } = read
    bad.value = read.bad
    isEmpty.value = good.length === 0 && read.bad.length === 0
    const [first] = good
    if (!first) return
    const common = `login-${idOf(first.line)}`
    const stores = good.map(({ line, store }) => ({
      ...{ ...store, id: `store-${idOf(line)}` },
      login: isOneLogin.value ? common : `login-${idOf(line)}`,
    }))
    if (!(await session.change({ kind: 'stores-added', stores }))) return
    ids.current.clear()
    pasted.value = read.bad.map(({ line }) => line).join('\n')
    session.tell({ kind: 'told', text: plural('stores_paste_added', good.length), undo: undefined })
  }

  const problems = bad.value
  return (
    <details class="area">
      <summary>{translate('stores_paste_title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Field
          id="stores-pasted"
          kind="note"
          rows={6}
          label={translate('stores_paste_label')}
          explain={translate('stores_paste_explain')}
          hint={translate('stores_paste_example')}
          isRequired
          problem={isEmpty.value ? translate('stores_paste_empty') : undefined}
          of={pasted}
          reads={(typed) => typed.replaceAll('\t', ' | ')}
        />
        <div role="status">
          {problems.length > 0 && (
            <>
              <p class="problem">{plural('stores_paste_left', problems.length)}</p>
              <ul>
                {problems.map((one) => (
                  <li key={one.line}>
                    {translate('stores_paste_line', { text: one.line, why: whyBad(one, i18n) })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <Checkbox
          label={translate('stores_paste_login')}
          checked={isOneLogin.value}
          onChange={(isChosen) => (isOneLogin.value = isChosen)}
        />
        <p class="soft">{translate('store_login_hint')}</p>
        <p>
          <button type="submit">{translate('stores_paste_go')}</button>
        </p>
      </form>
    </details>
  )
}

function whyBad({ why }: BadLine, { translate, number }: I18n): string {
  if (typeof why === 'object')
    return 'site' in why ? translate('stores_paste_site', { site: why.site }) : why.text
  switch (why) {
    case 'no-name':
      return translate('stores_paste_no_name')
    case 'parts':
      return translate('stores_paste_parts')
    case 'known':
      return translate('stores_paste_known')
    case 'full':
      return translate('stores_paste_full', { count: number(mostStores) })
  }
}

/** Changes what several of the listed stores have in common: their group, who is responsible, their login. */
export function ChangeStores({
  listed,
  people,
}: {
  listed: readonly StoreView[]
  people: Resource<RegisterRows>
}) {
  const { i18n, session, overview, translate, plural } = useApp()
  const ticked = useSignal<ReadonlySet<StoreId>>(new Set())
  const group = useSignal('')
  const who = useSignal('')
  const chosen = listed.filter(({ id }) => ticked.value.has(id))
  const [first] = chosen
  const rows = people.kind === 'loading' ? [] : (people.value?.rows ?? [])
  const names = new Set(chosen.flatMap((store) => peopleOf(rows, store, overview.today)))
  const hasSetLogin = chosen.some(({ set }) => set?.includes('login'))

  function change(what: StoreChange): void {
    if (first)
      void session.change(
        { kind: 'stores-changed', stores: chosen.map(({ id }) => id), change: what },
        first.id,
      )
  }

  return (
    <details class="area">
      <summary>{translate('stores_several_title')}</summary>
      <div>
        <p>{translate('stores_several_explain')}</p>
        <p class="answers">
          <Button onPress={() => (ticked.value = new Set(listed.map(({ id }) => id)))}>
            {translate('stores_several_all')}
          </Button>
          <Button onPress={() => (ticked.value = new Set())}>{translate('stores_several_none')}</Button>
        </p>
        <fieldset class="several">
          <legend class="visually-hidden">{translate('stores_several_title')}</legend>
          {listed.map((store) => (
            <Checkbox
              key={store.id}
              label={storeName(i18n, store)}
              checked={ticked.value.has(store.id)}
              onChange={(isTicked) => {
                const next = new Set(ticked.value)
                if (isTicked) next.add(store.id)
                else next.delete(store.id)
                ticked.value = next
              }}
            />
          ))}
        </fieldset>
        <p role="status">{plural('stores_several_chosen', chosen.length)}</p>
        {first && (
          <>
            <FieldForm
              id="several-group"
              label={translate('stores_group')}
              button={translate('set')}
              isOneOfSeveral
              hint={translate('stores_group_hint')}
              of={group}
              maxLength={longestName}
              longest={longestName}
              onSubmit={(name) => change({ group: name })}
            />
            <FieldForm
              id="several-who"
              kind="select"
              label={translate('own_who')}
              button={translate('set')}
              isOneOfSeveral
              of={who}
              options={[['', translate('own_who_none')], ...[...names].map((name) => [name, name] as const)]}
              onSubmit={(name) => change({ who: name })}
            />
            {chosen.length > 1 && !hasSetLogin && chosen.some(({ login }) => login !== first.login) && (
              <div class="field">
                <ConfirmButton
                  label={translate('stores_several_login')}
                  question={translate('stores_several_login_ask')}
                  go={translate('stores_several_login_go')}
                  onGo={() => change({ login: first.login })}
                >
                  <p>{translate('stores_several_login_then', { name: storeName(i18n, first) })}</p>
                </ConfirmButton>
              </div>
            )}
          </>
        )}
      </div>
    </details>
  )
}
