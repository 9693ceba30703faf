import { useSignal } from '@preact/signals'
import type { DraftLabel } from '../../domain/appeals/draft'
import type { DraftId, RunId } from '../../domain/ids'
import type { Drafts } from '../../messages/protocol'
import { Button } from '../../ui/button'
import { focusInstead } from '../../ui/restore-focus'
import { Section } from '../../ui/section'
import { storeName } from '../../ui/store-label'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { ConfirmButton } from '../forms/confirm-dialog'
import { linkTo } from '../navigation/router'
import { AppealEditor } from './draft-editor'
import { draftTitle } from './draft-text'
import { stuckIn, useOpenDrafts } from './open-drafts'

/** The id of the element that gets the focus when a draft leaves its list. */
const beginId = 'appeal-begin'

/** Appeals that the seller writes here and submits on Amazon's page. */
export function AppealPart({ draft, run }: { draft: DraftId | undefined; run: RunId | undefined }) {
  return draft === undefined ? <DraftList /> : <AppealEditor key={draft} id={draft} run={run} />
}

const changes = ['save-draft', 'set-draft-aside', 'forget-draft'] as const

function DraftList() {
  const { session, translate, plural } = useApp()
  const resource = useResource(() => session.ask('drafts', null), changes)
  const newId = useSignal(crypto.randomUUID().slice(0, 8))
  const writings = useOpenDrafts()
  const change = (request: Promise<Drafts>, text: string, undo?: () => void) =>
    session.attempt(async () => {
      await resource.take(request)
      focusInstead(() => document.getElementById(beginId))
      return { kind: 'told', text, undo }
    })
  const ask = (draft: DraftId, aside: boolean) => session.ask('set-draft-aside', { draft, aside })
  const putBack = (draft: DraftId) => void change(ask(draft, false), translate('card_undone'))
  const putAside = (draft: DraftId) =>
    void change(ask(draft, true), translate('appeal_aside_done'), () => putBack(draft))
  async function forget(draft: DraftId): Promise<Drafts> {
    const drafts = await session.ask('forget-draft', { draft })
    writings.at(draft).value = undefined
    return drafts
  }
  return (
    <>
      <Unsaved />
      <Loaded of={resource}>
        {({ drafts, unreadable }) => {
          const present = drafts.filter(({ removed }) => removed === undefined)
          const aside = drafts.filter(({ removed }) => removed !== undefined)
          return (
            <div class="lists">
              <p>{translate('appeal_explain')}</p>
              {unreadable > 0 && (
                <p class="problem">
                  {plural('appeal_unreadable', unreadable)}{' '}
                  <a href={linkTo({ part: 'data' })}>{translate('nav_data')}</a>
                </p>
              )}
              {present.length + stuckIn(writings).length === 0 && <p>{translate('appeal_empty')}</p>}
              {present.map((draft) => (
                <Present key={draft.id} draft={draft} onAside={putAside} />
              ))}
              <p>
                <a id={beginId} class="button" href={linkTo({ part: 'appeal', draft: newId.value })}>
                  {translate('appeal_new')}
                </a>
              </p>
              {aside.length > 0 && (
                <Section class="panel" id="appeal-aside" title={translate('appeal_aside_title')}>
                  <ul>
                    {aside.map((draft) => (
                      <Aside
                        key={draft.id}
                        draft={draft}
                        onBack={putBack}
                        onForget={(id) => void change(forget(id), translate('appeal_forgotten'))}
                      />
                    ))}
                  </ul>
                </Section>
              )}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

/** Drafts whose text could not be stored as typed. */
function Unsaved() {
  const { i18n, translate } = useApp()
  const writings = stuckIn(useOpenDrafts())
  if (writings.length === 0) return null
  return (
    <Section class="panel" id="appeal-unsaved" title={translate('appeal_unsaved_title')}>
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
    </Section>
  )
}

function Present({ draft, onAside }: { draft: DraftLabel; onAside: (draft: DraftId) => void }) {
  const { i18n, translate } = useApp()
  const title = draftTitle(draft, i18n)
  return (
    <section class="panel" aria-label={title}>
      <h3>
        <a href={linkTo({ part: 'appeal', draft: draft.id })}>{title}</a>
      </h3>
      <About draft={draft} />
      <p class="answers">
        <Button aria-label={translate('appeal_aside_named', { title })} onPress={() => onAside(draft.id)}>
          {translate('appeal_aside')}
        </Button>
      </p>
    </section>
  )
}

function Aside(props: {
  draft: DraftLabel
  onBack: (draft: DraftId) => void
  onForget: (draft: DraftId) => void
}) {
  const { draft, onBack, onForget } = props
  const { i18n, translate } = useApp()
  const title = draftTitle(draft, i18n)
  return (
    <li>
      <strong>{title}</strong>
      <About draft={draft} />
      <div class="answers">
        <Button aria-label={translate('appeal_back_named', { title })} onPress={() => onBack(draft.id)}>
          {translate('appeal_back')}
        </Button>
        <ConfirmButton
          label={translate('appeal_forget')}
          name={translate('appeal_forget_named', { title })}
          question={translate('appeal_forget_confirm', { title })}
          onGo={() => onForget(draft.id)}
        />
      </div>
    </li>
  )
}

function About({ draft }: { draft: DraftLabel }) {
  const { i18n, overview, translate, plural, moment } = useApp()
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
