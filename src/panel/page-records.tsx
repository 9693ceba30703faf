import type { StoreView } from '../domain/overview'
import { ownerOf, type Register } from '../domain/registers/register'
import type { RegisterRows } from '../messages/protocol'
import { dashboardAddress } from '../ui/dashboard-url'
import { Section } from '../ui/section'
import { Loaded, useResource } from '../ui/use-resource'
import { useApp } from './app'

/** What the seller has recorded that helps, such as who should have access to this store. */
export function Records({ of: fitting, store }: { of: readonly Register[]; store: StoreView }) {
  const { session, translate } = useApp()
  const rows = useResource(() => session.ask('registers', null))
  if (fitting.length === 0) return null
  return (
    <Section class="area" id="records" title={translate('panel_records')} level={2}>
      <Loaded of={rows}>
        {(found) => fitting.map((one) => <Rows key={one.id} of={one} found={found} store={store} />)}
      </Loaded>
      <p>
        <a href={dashboardAddress('registers')} target="_blank" rel="noopener">
          {translate('panel_records_open')}
        </a>
      </p>
    </Section>
  )
}

function Rows(props: { of: Register; found: RegisterRows; store: StoreView }) {
  const { of: register, found, store } = props
  const { translate, textOf } = useApp()
  const owner = ownerOf(register, store)
  const rows = found.rows.filter((row) => row.register === register.id && row.owner === owner)
  return (
    <div class="box">
      <h3>{textOf(`register_${register.id}_title`)}</h3>
      {rows.length === 0 && <p class="soft">{translate('panel_records_none')}</p>}
      <ul>
        {rows.map(({ row, values }) => (
          <li key={row}>
            <Row of={register} values={values} />
          </li>
        ))}
      </ul>
      {found.unreadable > 0 && <p class="soft">{translate('panel_records_unread')}</p>}
    </div>
  )
}

/** The first field, then what tells one row from another: its short lines, and when it ends. */
function Row({ of: register, values }: { of: Register; values: RegisterRows['rows'][number]['values'] }) {
  const { i18n, translate } = useApp()
  const { needs, fields } = register
  const name = values[needs] ?? ''
  const kinds = Object.entries(fields) as [typeof needs, string][]
  const lines = kinds.flatMap(([field, kind]) => {
    const value = values[field]
    return kind === 'line' && field !== needs && value ? [value] : []
  })
  const ends = values.end ? [translate('panel_until', { day: i18n.day(values.end) })] : []
  return (
    <>
      <strong>{register.isPayoutAccount ? translate('register_masked', { digits: name }) : name}</strong>
      {[...lines, ...ends].map((one) => ` · ${one}`)}
    </>
  )
}
