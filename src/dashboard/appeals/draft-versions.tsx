import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Draft } from '../../domain/appeals/draft'
import type { Instant } from '../../domain/time/time'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { plainAppeal } from './draft-text'
import type { Writing } from './open-drafts'

/** Earlier versions, to read and to continue from. */
export function AppealVersions({ writing }: { writing: Writing }) {
  const { draft: id, autosave } = writing
  const state = autosave.state.value
  const { i18n, session, translate, number, moment } = useApp()
  const drafts = useResource(() => session.ask('drafts', null))
  /** Versions saved on this page since then. */
  const saved = useSignal<ReadonlyMap<number, Instant>>(new Map())
  const shown = useSignal<{ version: number; draft: Draft } | 'could-not-read' | undefined>(undefined)
  useEffect(() => {
    if (state.kind === 'saved') saved.value = new Map([...saved.value, [state.version, state.at]])
  }, [state])
  const label = drafts.kind === 'loading' ? undefined : drafts.value?.drafts.find((one) => one.id === id)
  const read = label?.versions.map(({ version, at }) => [version, at] as const) ?? []
  const versions = [...new Map([...read, ...saved.value])].sort(([one], [other]) => one - other)
  if (versions.length < 2) return null
  const view = shown.value
  async function take(earlier: Draft): Promise<void> {
    await autosave.flush()
    // Otherwise text that can't be stored would be lost.
    if (autosave.isUnsaved() || !(await autosave.keep())) {
      session.tell({ kind: 'told', text: translate('appeal_unsaved_first'), undo: undefined })
      return
    }
    writing.put(earlier)
    shown.value = undefined
  }
  return (
    <Section class="panel" id="appeal-versions" title={translate('appeal_versions_title')}>
      <ul>
        {versions.map(([version, at]) => {
          const name = translate('appeal_version', { number: number(version), time: moment(at) })
          return (
            <li key={version} class="choice">
              <span>{name}</span>
              <Button
                aria-label={translate('appeal_version_show_named', { version: name })}
                onPress={async () => {
                  const found = await session.ask('draft', { draft: id, version }).catch(() => null)
                  shown.value = found ? { version, draft: found.content } : 'could-not-read'
                }}
              >
                {translate('appeal_version_show')}
              </Button>
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
            <Button onPress={() => take(view.draft)}>{translate('appeal_version_take')}</Button>
          </p>
        </>
      )}
    </Section>
  )
}
