import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Draft, DraftLabel } from '../../domain/appeals/draft'
import type { DraftId } from '../../domain/ids'
import { useApp } from '../../ui/app'
import type { SaveState } from './autosave'
import { plainAppeal } from './draft-text'

/** Earlier versions, to look at and to go on from. */
export function AppealVersions(props: {
  id: DraftId
  state: SaveState
  /** @returns whether it was taken up. */
  onTake: (draft: Draft) => Promise<boolean>
}) {
  const { id, state, onTake } = props
  const { i18n, session } = useApp()
  const { translate, number, moment } = i18n
  const versions = useSignal<DraftLabel['versions']>([])
  const shown = useSignal<{ version: number; draft: Draft } | 'could-not-read' | undefined>(undefined)
  useEffect(() => {
    if (state.kind !== 'saved') return
    session.ask('drafts', null).then(
      ({ drafts }) => {
        versions.value = drafts.find((one) => one.id === id)?.versions ?? []
      },
      () => undefined,
    )
  }, [state])
  if (versions.value.length < 2) return null
  const view = shown.value
  return (
    <section class="panel" aria-labelledby="appeal-versions">
      <h3 id="appeal-versions">{translate('appeal_versions_title')}</h3>
      <ul>
        {versions.value.map(({ version, at }) => {
          const name = translate('appeal_version', { number: number(version), time: moment(at) })
          return (
            <li key={version} class="choice">
              <span>{name}</span>
              <button
                type="button"
                aria-label={translate('appeal_version_show_named', { version: name })}
                onClick={async () => {
                  const found = await session.ask('draft', { draft: id, version }).catch(() => null)
                  shown.value = found ? { version, draft: found.content } : 'could-not-read'
                }}
              >
                {translate('appeal_version_show')}
              </button>
            </li>
          )
        })}
      </ul>
      {view === 'could-not-read' && <p role="alert">{translate('popup_could_not_read')}</p>}
      {typeof view === 'object' && (
        <>
          <h4>{translate('appeal_version_title', { number: number(view.version) })}</h4>
          <p class="note">{plainAppeal(view.draft, i18n)}</p>
          <p class="answers">
            <button
              type="button"
              onClick={async () => {
                if (await onTake(view.draft)) shown.value = undefined
              }}
            >
              {translate('appeal_version_take')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
