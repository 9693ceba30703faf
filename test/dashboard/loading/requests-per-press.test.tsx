// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/domain/appeals/draft'
import type { Request } from '../../../src/messages/protocol'
import { checked } from '../../support/checklist'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text } = inEnglish('UTC')
type Page = Awaited<ReturnType<typeof open>>

/** A page of the dashboard where an answer, a row, a run and two drafts are stored, and all has been read. */
async function opened(at: string): Promise<Page> {
  const page = await open('dashboard', { at: '#/stores' })
  const { ask, asked, session } = page
  await ask('change', checked('two-step-on'))
  const row = { register: 'people', owner: 'store-1', row: 'ana' } as const
  await ask('put-row', { ...row, values: { name: 'Ana', kind: 'person' } })
  await ask('start-playbook', { run: 'run-1', playbook: 'claim', store: 'store-1' })
  for (const draft of ['first', 'second']) {
    const content = { ...emptyDraft, title: draft, happened: 'It happened.' }
    await ask('save-draft', { id: `e-${draft}`, draft, store: 'store-1', version: 1, base: null, content })
  }
  await ask('set-draft-aside', { draft: 'second', aside: true })
  await session.read()
  location.hash = at
  await calm(page)
  asked.splice(0)
  return page
}

/** What is read anew because of an answer is asked for once that is drawn. */
async function calm({ settled }: Page): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settled()
    await new Promise((done) => setTimeout(done))
  }
}

const press =
  (name: string | RegExp) =>
  async ({ screen, user }: Page) =>
    user.click((await screen.findAllByRole('button', { name }))[0] as HTMLElement)
const people = text('register_people_title')
const claim = text('playbook_claim')

const presses: readonly [
  what: string,
  at: string,
  act: (page: Page) => Promise<unknown>,
  done: RegExp | string,
  request: Request,
][] = [
  [
    'a row is added',
    '#/registers',
    async (page) => {
      await press(text('register_add_to', { register: people }))(page)
      await page.user.type(page.screen.getByLabelText(text('register_field_name')), 'Bea{Enter}')
    },
    text('register_saved'),
    'put-row',
  ],
  [
    'a row is changed',
    '#/registers',
    async (page) => {
      await press(text('register_edit_named', { name: 'Ana' }))(page)
      await page.user.type(page.screen.getByLabelText(text('register_field_note')), 'left keys{Tab}')
      await press(text('register_save'))(page)
    },
    text('register_saved'),
    'put-row',
  ],
  [
    'a row is removed',
    '#/registers',
    press(text('register_remove_named', { name: 'Ana' })),
    text('register_removed'),
    'remove-row',
  ],
  [
    'payouts are told',
    '#/registers',
    async ({ screen, user }) => {
      await user.selectOptions(screen.getByLabelText(text('payout_kind')), 'on-request')
      await user.click(document.querySelector('.payout button') as HTMLElement)
    },
    text('store_saved'),
    'change',
  ],
  [
    'a playbook is begun',
    '#/playbooks',
    press(text('playbooks_start_of', { playbook: claim })),
    text('store_saved'),
    'start-playbook',
  ],
  [
    'a step is done',
    '#/playbook/run-1',
    press(text('step_claim_which_answer_a_to_z')),
    text('run_log_answered', {
      step: text('step_claim_which_title'),
      answer: text('step_claim_which_answer_a_to_z'),
    }),
    'change-run',
  ],
  [
    'a date is set',
    '#/playbook/run-1',
    async (page) => {
      await press(text('step_claim_which_answer_a_to_z'))(page)
      await calm(page)
      page.asked.splice(0)
      await press(text('run_date_count'))(page)
      await page.screen.findByRole('heading', { name: text('run_dates') })
    },
    text('store_saved'),
    'change-run',
  ],
  [
    'a draft is set aside',
    '#/appeal',
    press(text('appeal_aside_named', { title: 'first' })),
    text('appeal_aside_done'),
    'set-draft-aside',
  ],
  [
    'a draft is brought back',
    '#/appeal',
    press(text('appeal_back_named', { title: 'second' })),
    text('card_undone'),
    'set-draft-aside',
  ],
  [
    'a draft is deleted',
    '#/appeal',
    async (page) => {
      await press(text('appeal_forget_named', { title: 'second' }))(page)
      await page.user.click(
        page.screen.getAllByRole('button', { name: text('appeal_forget') }).at(-1) as HTMLElement,
      )
    },
    text('appeal_forgotten'),
    'forget-draft',
  ],
  [
    'a draft is written',
    '#/appeal/first',
    async ({ screen, user }) => {
      await user.type(screen.getByLabelText(text('appeal_title')), '!')
    },
    /^Saved/,
    'save-draft',
  ],
  [
    'a name is given',
    '#/journal',
    async ({ screen, user }) => {
      await user.type(screen.getByLabelText(text('journal_who')), 'Ana{Enter}')
    },
    text('store_saved'),
    'name-self',
  ],
  ['reminders are paused', '#/settings', press(text('pause_hour')), /^Reminders are paused/, 'pause'],
  [
    'a setting is chosen',
    '#/settings',
    async ({ screen, user }) => {
      await user.click(screen.getByLabelText(text('settings_badge_on')))
    },
    text('store_saved'),
    'choose',
  ],
  ['a store is added', '#/stores', press(text('store_add')), text('store_saved'), 'change'],
]

test.each(presses)('%s: the background is asked once', async (_, at, act, done, request) => {
  const page = await opened(at)
  await act(page)
  await page.waitFor(() => expect(page.asked).toContain(request))
  await page.screen.findAllByText(done)
  await calm(page)
  expect(page.asked).toEqual([request])
})

test('what is shown is read anew when an undo of another page changes it, or replaces everything', async () => {
  const page = await opened('#/playbook/run-1')
  const { screen, session } = page
  await screen.findByRole('heading', { level: 3, name: claim })
  await session.ask('change-run', { id: 'e-close', run: 'run-1', kind: 'closed', outcome: 'false-alarm' })
  await screen.findByRole('button', { name: text('run_resume') })
  await session.ask('reset', { id: 'e-reset', store: null, withoutBackup: true })
  await screen.findByText(text('run_none'))
})
