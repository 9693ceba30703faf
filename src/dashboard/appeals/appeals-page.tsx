import { useSignal } from '@preact/signals'
import type { DraftLabel } from '../../domain/appeals/draft'
import type { DraftId, RunId } from '../../domain/ids'
import { failureOf } from '../../messages/ask'
import type { Drafts } from '../../messages/protocol'
import { useApp } from '../../ui/app'
import { storeName } from '../../ui/store-label'
import { focusInstead } from '../focus/restore-focus'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { AsRead, useReading } from '../loading/use-resource'
import { linkTo } from '../navigation/router'
import { AppealEditor, draftTitle } from './draft-editor'
import { useOpenDrafts } from './open-drafts'

/** Of what takes the focus when a draft has left its place. */
const beginId = 'appeal-begin'

/** Appeals that the seller writes here and hands in on Amazon's page. */
export function AppealPart({ draft, run }: { draft: DraftId | undefined; run: RunId | undefined }) {
  return draft === undefined ? <DraftList /> : <AppealEditor key={draft} id={draft} run={run} />
}

function DraftList() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const reading = useReading(() => session.ask('drafts', null), [overview])
  const newId = useSignal(crypto.randomUUID().slice(0, 8))
  async function change(request: () => Promise<Drafts>, told: string, undo?: () => Promise<Drafts>) {
    try {
      reading.value.value = await request()
      focusInstead(() => document.getElementById(beginId))
      session.tell({
        kind: 'told',
        text: told,
        undo: undo && (() => void change(undo, translate('card_undone'))),
      })
    } catch (error) {
      session.tell({ kind: 'failed', failure: failureOf(error) })
    }
  }
  return (
    <>
      <Unsaved />
      <AsRead reading={reading}>
        {(view) => <Lists view={view} newId={newId.value} onChange={change} />}
      </AsRead>
    </>
  )
}

/** What was written and left, and cannot be stored as it is. */
function Unsaved() {
  const { i18n } = useApp()
  const { translate } = i18n
  const writings = useOpenDrafts().stuck()
  if (writings.length === 0) return null
  return (
    <section class="panel" aria-labelledby="appeal-unsaved">
      <h3 id="appeal-unsaved">{translate('appeal_unsaved_title')}</h3>
      <p class="problem">{translate('appeal_unsaved_explain')}</p>
      <ul class="bullets">
        {writings.map(({ draft, run, content }) => (
          <li key={draft}>
            <a href={linkTo({ part: 'appeal', draft, ...(run !== undefined && { run }) })}>
              {draftTitle(content.value, i18n)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lists(props: {
  view: Drafts
  newId: string
  onChange: (request: () => Promise<Drafts>, told: string, undo?: () => Promise<Drafts>) => Promise<void>
}) {
  const { view, newId, onChange: change } = props
  const { i18n, session } = useApp()
  const { translate, plural } = i18n
  const writings = useOpenDrafts()
  const present = view.drafts.filter(({ removed }) => removed === undefined)
  const aside = view.drafts.filter(({ removed }) => removed !== undefined)
  return (
    <div class="lists">
      <p>{translate('appeal_explain')}</p>
      {view.unreadable > 0 && (
        <p class="problem">
          {plural('appeal_unreadable', view.unreadable)}{' '}
          <a href={linkTo({ part: 'data' })}>{translate('nav_data')}</a>
        </p>
      )}
      {present.length + writings.stuck().length === 0 && <p>{translate('appeal_empty')}</p>}
      {present.map((draft) => (
        <section key={draft.id} class="panel" aria-label={draftTitle(draft, i18n)}>
          <h3>
            <a href={linkTo({ part: 'appeal', draft: draft.id })}>{draftTitle(draft, i18n)}</a>
          </h3>
          <About draft={draft} />
          <p class="answers">
            <button
              type="button"
              aria-label={translate('appeal_aside_named', { title: draftTitle(draft, i18n) })}
              onClick={() =>
                void change(
                  () => session.ask('set-draft-aside', { draft: draft.id, aside: true }),
                  translate('appeal_aside_done'),
                  () => session.ask('set-draft-aside', { draft: draft.id, aside: false }),
                )
              }
            >
              {translate('appeal_aside')}
            </button>
          </p>
        </section>
      ))}
      <p>
        <a id={beginId} class="button" href={linkTo({ part: 'appeal', draft: newId })}>
          {translate('appeal_new')}
        </a>
      </p>
      {aside.length > 0 && (
        <section class="panel" aria-labelledby="appeal-aside">
          <h3 id="appeal-aside">{translate('appeal_aside_title')}</h3>
          <ul>
            {aside.map((draft) => (
              <Aside
                key={draft.id}
                draft={draft}
                onBack={() =>
                  void change(
                    () => session.ask('set-draft-aside', { draft: draft.id, aside: false }),
                    translate('card_undone'),
                  )
                }
                onForget={() =>
                  void change(async () => {
                    const drafts = await session.ask('forget-draft', { draft: draft.id })
                    writings.forget(draft.id)
                    return drafts
                  }, translate('appeal_forgotten'))
                }
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Aside({ draft, onBack, onForget }: { draft: DraftLabel; onBack: () => void; onForget: () => void }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const asking = useSignal(false)
  const title = draftTitle(draft, i18n)
  return (
    <li>
      <strong>{title}</strong>
      <About draft={draft} />
      <p class="answers">
        <button type="button" aria-label={translate('appeal_back_named', { title })} onClick={onBack}>
          {translate('appeal_back')}
        </button>
        <button
          type="button"
          aria-label={translate('appeal_forget_named', { title })}
          onClick={() => {
            asking.value = true
          }}
        >
          {translate('appeal_forget')}
        </button>
      </p>
      {asking.value && (
        <ConfirmDialog
          question={translate('appeal_forget_confirm', { title })}
          go={translate('appeal_forget')}
          onCancel={() => {
            asking.value = false
          }}
          onGo={() => {
            asking.value = false
            onForget()
          }}
        />
      )}
    </li>
  )
}

function About({ draft }: { draft: DraftLabel }) {
  const { i18n, overview } = useApp()
  const { translate, plural, moment } = i18n
  const last = draft.versions.at(-1)
  const store = overview.stores.find(({ id }) => id === draft.store)
  return (
    <p class="soft">
      {overview.stores.length > 1 && store && translate('appeal_store', { store: storeName(i18n, store) })}{' '}
      {last && translate('appeal_saved_at', { time: moment(last.at) })}{' '}
      {plural('appeal_versions', draft.versions.length)}
    </p>
  )
}
