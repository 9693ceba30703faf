import { signal } from '@preact/signals'
import { ExternalLink, LifeBuoy, ListChecks, Play } from 'lucide'
import { type ComponentChildren, render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import texts from '../../assets/_locales/en/messages.json'
import { AppProvider } from '../../src/dashboard/app/app'
import { CheckRow } from '../../src/dashboard/checklist/check-row'
import { Filters } from '../../src/dashboard/checklist/filters'
import { ConfirmButton } from '../../src/dashboard/forms/confirm-dialog'
import { UnsavedTextProvider } from '../../src/dashboard/forms/unsaved-input'
import { AreaTiles } from '../../src/dashboard/home/area-tiles'
import { Outlook } from '../../src/dashboard/home/outlook'
import { WeekChart } from '../../src/dashboard/home/week-chart'
import { Frame, PageLinks } from '../../src/dashboard/navigation/frame'
import { RouteProvider } from '../../src/dashboard/navigation/router'
import { areas } from '../../src/domain/areas'
import { emptyChecklist } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { type ItemView, overview as overviewOf } from '../../src/domain/overview'
import { createI18n } from '../../src/i18n/i18n'
import type { Ask } from '../../src/messages/ask'
import { CheckRows } from '../../src/popup/also-due'
import { AppProvider as PopupAppProvider } from '../../src/popup/app'
import popupCss from '../../src/popup/popup.css?inline'
import { AreaIcon } from '../../src/ui/area-icon'
import { Broken } from '../../src/ui/broken'
import { Button } from '../../src/ui/button'
import { Checkbox, Field, FieldForm, SearchField } from '../../src/ui/forms/field'
import { Icon } from '../../src/ui/icon'
import { List } from '../../src/ui/list'
import { ReadState } from '../../src/ui/loading-page'
import { createSession } from '../../src/ui/overview-store'
import { Ring } from '../../src/ui/ring'
import { Section } from '../../src/ui/section'
import { Select } from '../../src/ui/select'
import { NoticeLine } from '../../src/ui/snackbar'
import { StorageNotice } from '../../src/ui/storage-problem'
import { StoreSwitch } from '../../src/ui/store-switch'
import { Table } from '../../src/ui/table'
import { TabList, TabPanel } from '../../src/ui/tabs'
import { checked, later, storeAdded } from '../../test/support/checklist'
import { at } from '../../test/support/time'

import './page.css'

// Each component of the design system in each state, drawn by the code that ships.

const zone = 'Europe/Berlin'
const now = at('2026-11-29 10:00', zone)
const i18n = createI18n(texts as unknown as Parameters<typeof createI18n>[0], { timeZone: zone })
const nothing = () => undefined

/** A seller of two stores, most of whose checks are up to date. */
const overview = {
  trouble: { kind: 'withheld', host: 'sellercentral.amazon.de' } as const,
  ...overviewOf(
    later(
      emptyChecklist,
      [now.subtract({ days: 200 }), storeAdded('store-2', 'login-2', 'Küche & Bad')],
      ...items
        .filter(({ cadence }) => cadence.kind !== 'event')
        .map((item, index) => ({ item, ago: (index % 5) * 9 }))
        .sort((one, other) => other.ago - one.ago)
        .map(({ item, ago }) => [now.subtract({ days: ago }), checked(item.id, 'store-2')] as const),
    ),
    now,
  ),
}

const read = createSession((async () => overview) as unknown as Ask)
const reading = createSession(() => new Promise(() => undefined))
const failed = createSession(() => Promise.reject(new Error('no answer')))

const checks = overview.areas.flatMap((area) => area.items)
const statuses: readonly Pick<ItemView, 'status' | 'waiting'>[] = [
  { status: { kind: 'overdue', since: '2026-10-31', checked: '2026-09-01' }, waiting: true },
  { status: { kind: 'never-checked' }, waiting: true },
  { status: { kind: 'up-to-date', checked: '2026-11-28', until: '2026-12-28' }, waiting: false },
  { status: { kind: 'not-for-me', on: '2026-11-28' }, waiting: false },
  { status: { kind: 'unreadable' }, waiting: false },
]
const tab = signal('one')
const answering = { answer: async () => true, takeBack: async () => true }

const colours = [
  ...['ground', 'surface', 'well', 'ink', 'ink-soft', 'line', 'edge', 'accent', 'accent-ink', 'accent-wash'],
  ...['waiting', 'waiting-wash', 'good', 'good-wash', 'incident', 'problem'],
]

function Specimen({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <section class="specimen" aria-label={of}>
      <h2>{of}</h2>
      {children}
    </section>
  )
}

const States = ({ children }: { children: ComponentChildren }) => <div class="states">{children}</div>

/** In a root of its own: the popup's styles are not made to stand beside the dashboard's. */
function PopupRows() {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const root = host.current?.attachShadow({ mode: 'open' })
    if (!root) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(popupCss)
    root.adoptedStyleSheets = [sheet]
    const rows = statuses.flatMap((status, index) => (checks[index] ? [{ ...checks[index], ...status }] : []))
    render(
      <PopupAppProvider session={read} i18n={i18n}>
        <CheckRows of={rows} answering={answering} />
      </PopupAppProvider>,
      root,
    )
  }, [])
  return <div class="popup-rows" ref={host} />
}

function Components() {
  return (
    <main>
      <Specimen of="Colours">
        <States>
          {colours.map((name) => (
            <div key={name}>
              <div class="colour" style={`background: var(--${name}); height: 3rem`} />
              <code class="soft">{name}</code>
            </div>
          ))}
        </States>
      </Specimen>
      <Specimen of="Text">
        {['title', 'part', 'large'].map((size) => (
          <p key={size} style={`font-size: var(--text-${size}); font-weight: var(--strong)`}>
            {size}: 4 checks are due
          </p>
        ))}
        <p>
          Running text with a <a href="#/help">a way to the help</a>.
        </p>
        <p class="soft">Soft text</p>
        <p class="caveat">A caveat</p>
        <p class="problem">A problem</p>
        <List of={['First line', 'Second line']} class="bullets" />
      </Specimen>
      <Specimen of="Buttons">
        <States>
          <Button class="primary" onPress={nothing}>
            <Icon of={Play} /> Primary
          </Button>
          <Button onPress={nothing}>Plain</Button>
          <Button onPress={nothing} aria-keyshortcuts="C">
            With its key
          </Button>
          <Button onPress={nothing} disabled>
            Disabled
          </Button>
          <Button onPress={nothing} aria-busy="true">
            Busy
          </Button>
          <Button class="link" onPress={nothing}>
            As a link
          </Button>
          <a class="button" href="#/help">
            <Icon of={ExternalLink} /> A link as a button
          </a>
        </States>
      </Specimen>
      <Specimen of="Icons">
        <States>
          {[...areas, 'own' as const].map((area) => (
            <span key={area}>
              <AreaIcon of={area} /> {area}
            </span>
          ))}
          <span>
            <Icon of={ListChecks} /> checklist
          </span>
          <span>
            <Icon of={LifeBuoy} /> incidents
          </span>
        </States>
      </Specimen>
      <Specimen of="Fields">
        <Field id="plain" label="Name" hint="A hint" of={signal('Müller')} />
        <Field id="wrong" label="A field with a problem" of={signal('')} problem="Enter a name." />
        <Field id="long" label="Too long" kind="note" of={signal('Too long')} longest={5} />
        <Field id="day" label="Day" kind="day" of={signal('2026-11-29')} />
        <FieldForm id="form" label="With its button" of={signal('')} button="Add" onSubmit={nothing} />
        <SearchField id="search" label="Search" of={signal('')} />
        <Checkbox label="Checked" checked onChange={nothing} />
        <Checkbox label="Not checked" checked={false} onChange={nothing} />
        <Select
          id="select"
          label="Select"
          value="a"
          options={[
            ['a', 'First choice'],
            ['b', 'Second choice'],
          ]}
          onChoose={nothing}
        />
        <StoreSwitch />
      </Specimen>
      <Specimen of="Navigation">
        <Frame part="calendar" onSkip={nothing} />
        <PageLinks part="calendar" />
        <TabList
          label="Tabs"
          tabs={[
            ['one', 'To do'],
            ['other', 'This page'],
          ]}
          open={tab}
        />
        {['one', 'other'].map((id) => (
          <TabPanel key={id} id={id} open={tab}>
            The panel {id}
          </TabPanel>
        ))}
      </Specimen>
      <Specimen of="Home">
        <Section id="ring" title="Ring">
          <Ring />
        </Section>
        <Outlook heading={{ current: null }} />
        <AreaTiles />
        <WeekChart />
      </Specimen>
      <Specimen of="Rows">
        <Filters of={checks} chosen="due" link={{ current: null }} />
        <Section id="rows" title="A check">
          <div class="rows">
            {statuses.map((status, index) => {
              const item = checks[index]
              return (
                item && (
                  <CheckRow
                    key={item.id}
                    of={{ ...item, ...status }}
                    open={index === 0}
                    answering={answering}
                  >
                    Below the answers
                  </CheckRow>
                )
              )
            })}
          </div>
        </Section>
      </Specimen>
      <Specimen of="Rows of the popup">
        <PopupRows />
      </Specimen>
      <Specimen of="Table">
        <Table
          isNamed
          columns={['When', 'What']}
          rows={[
            ['1', 'Today', 'Checked'],
            ['2', 'Yesterday', 'Planned'],
          ]}
        />
      </Specimen>
      <Specimen of="Notices">
        <StorageNotice>
          <a class="target" href="#/data">
            Go to your data
          </a>
        </StorageNotice>
        <NoticeLine />
        <AppProvider session={reading} i18n={i18n}>
          <ReadState />
        </AppProvider>
        <AppProvider session={failed} i18n={i18n}>
          <ReadState />
        </AppProvider>
        <Broken again={nothing}>
          <a class="target" href="#/data">
            Go to your data
          </a>
        </Broken>
      </Specimen>
      <Specimen of="Dialog">
        <ConfirmButton label="Delete all data" question="Delete all data?" onGo={nothing} />
      </Specimen>
    </main>
  )
}

void failed.read()
read.tell({ kind: 'told', text: 'Saved.', undo: nothing }, overview)
render(
  <AppProvider session={read} i18n={i18n}>
    <RouteProvider>
      <UnsavedTextProvider>
        <Components />
      </UnsavedTextProvider>
    </RouteProvider>
  </AppProvider>,
  document.body,
)
