import type { Ref } from 'preact'
import { useRef } from 'preact/hooks'
import type { StoredData } from '../../messages/protocol'
import { Button } from '../../ui/button'
import { List } from '../../ui/list'
import { Section } from '../../ui/section'
import { useAction } from '../../ui/use-action'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { saveFile } from '../downloads/save-file'
import { useFocusKept } from '../focus/keep-focus'
import { BackupsSection } from './backups-section'
import { LostNotice } from './data-loss-notice'
import { FilesSection } from './export-section'
import { GiveSection } from './give-section'
import { ImportSection } from './import-section'
import { ResetSection } from './reset-section'
import { partName } from './stored-part-name'

const changes = ['change', 'put-back', 'restore-part'] as const

/** Everything that is stored: files, backups, unreadable values, and starting over. */
export function DataPart() {
  const { session } = useApp()
  const resource = useResource(() => session.ask('data', null), changes)
  return (
    <Loaded of={resource}>{(view) => <AllData view={view} onDeleted={() => void resource.read()} />}</Loaded>
  )
}

function AllData({ view, onDeleted }: { view: StoredData; onDeleted: () => void }) {
  const { i18n, overview, translate, plural } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  // An empty list disappears.
  useFocusKept(view.unreadable.length, () => heading.current ?? document.querySelector<HTMLElement>('h2'))
  return (
    <>
      <p>{translate('data_explain')}</p>
      <p class="soft">
        {plural('data_kept_items', view.records)} {plural('data_kept_entries', view.entries)}
      </p>
      {view.lost && <LostNotice />}
      <FilesSection />
      <GiveSection />
      <ImportSection />
      <BackupsSection view={view} onDeleted={onDeleted} />
      {view.unreadable.length > 0 && <Unreadable heading={heading} parts={view.unreadable} />}
      {view.newer.length > 0 && (
        <Section class="panel" id="newer" title={translate('newer_title')}>
          <List of={view.newer.map((key) => partName(i18n, overview, key))} />
        </Section>
      )}
      <ResetSection />
    </>
  )
}

function Unreadable(props: { parts: StoredData['unreadable']; heading: Ref<HTMLHeadingElement> }) {
  const { parts, heading } = props
  const { i18n, session, overview, translate, number } = useApp()
  const { said, act } = useAction()
  const nameOf = ({ part: key, aside }: StoredData['unreadable'][number]) => {
    const part = partName(i18n, overview, key)
    if (aside === undefined) return part
    return aside === 1
      ? translate('unreadable_aside', { part })
      : translate('unreadable_aside_again', { part, number: number(aside) })
  }
  /** Shown outside the list, because an empty list disappears. */
  function done(text: string): string {
    session.tell({ kind: 'told', text, undo: undefined })
    return ''
  }
  return (
    <Section class="panel" id="unreadable" title={translate('unreadable_title')} heading={heading}>
      <p class="soft">{translate('unreadable_explain')}</p>
      <ul>
        {parts.map((one) => {
          const { key, canPutBack, from } = one
          const part = nameOf(one)
          const button = (action: string, press: () => Promise<string>) => (
            <Button aria-label={translate('unreadable_of', { action, part })} onPress={() => act(press)}>
              {action}
            </Button>
          )
          return (
            <li key={key} class="choice">
              <span>{part}</span>
              {canPutBack &&
                button(translate('unreadable_put_back'), async () => {
                  const isBack = await session.ask('put-back', { id: crypto.randomUUID(), key })
                  if (!isBack) return translate('unreadable_explain')
                  return done(translate('unreadable_put_back_done'))
                })}
              {from &&
                button(translate('unreadable_bring_back', { day: i18n.day(from.day) }), async () => {
                  const about = { id: crypto.randomUUID(), backup: from.id, key: one.part }
                  const isBack = await session.ask('restore-part', about)
                  if (!isBack) return translate('backup_part_refused')
                  return done(translate('unreadable_bring_back_done', { day: i18n.day(from.day) }))
                })}
              {button(translate('unreadable_save'), async () => {
                const { text } = await session.ask('read-raw', { key })
                const name = 'nightlatch-unreadable.json'
                saveFile(name, 'application/json', [text])
                return translate('files_handed_over', { name })
              })}
            </li>
          )
        })}
      </ul>
      <p role="status">{said}</p>
    </Section>
  )
}
