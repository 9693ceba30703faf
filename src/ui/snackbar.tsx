import { useComputed, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { CommitmentId } from '../domain/commitment'
import type { ItemId } from '../domain/items'
import type { StoreView } from '../domain/overview'
import { doneText } from '../i18n/done-text'
import type { I18n } from '../i18n/i18n'
import { incidentTitle, itemText } from '../i18n/item-text'
import type { AskError } from '../messages/ask'
import { useApp } from './app'
import { Button } from './button'
import { rowId } from './focus-next-row'
import { useKeys } from './keyboard-shortcuts'
import type { Notice, Session } from './overview-store'
import { storeName } from './store-label'

/**
 * The notice goes as soon as this value changes: it was about another place. An action that leads to a place and has
 * something to tell there tells it afterwards.
 */
export function useNoticeOf(place: () => string): void {
  const { session } = useApp()
  const shown = useComputed(place)
  useSignalEffect(() => {
    void shown.value
    session.leave()
  })
}

/** The result of the last action, with an undo. It stays until the next one or the next place, without a timer. */
export function NoticeLine() {
  const { i18n, session } = useApp()
  const keys = useKeys()
  const notice = session.notice.value
  const said = useRef<HTMLParagraphElement>(null)
  const undo = notice && undoOf(notice, session)
  const store = notice && otherStore(notice, session)
  const turn = useRef({ notice, count: 0 })
  if (turn.current.notice !== notice) turn.current = { notice, count: turn.current.count + 1 }

  async function takeBack(): Promise<void> {
    await undo?.()
    // The button is gone. Focuses the restored item, or stays here.
    const row = notice?.kind === 'answered' ? document.getElementById(rowId(answeredItem(notice.of))) : null
    ;(row?.checkVisibility() ? row : said.current)?.focus()
  }

  return (
    <div class={notice ? 'notice' : 'notice idle'}>
      {/* Always there, so that a screen reader hears what is put into it. */}
      <p role="status" ref={said} tabIndex={-1}>
        {/* Made anew each time, so that the same words are spoken again. */}
        {notice && <span key={turn.current.count}>{noticeText(i18n, notice)}</span>}
        {store && <br />}
        {store && <span class="soft">{storeName(i18n, store)}</span>}
      </p>
      {undo && (
        <Button aria-keyshortcuts={keys.undo} onPress={() => takeBack()}>
          {i18n.translate('undo')}
        </Button>
      )}
    </div>
  )
}

type Answered = Extract<Notice, { kind: 'answered' }>['of']

function answeredItem(of: Answered): ItemId | CommitmentId {
  return 'item' in of ? of.item : of.measure
}

function undoOf(notice: Notice, session: Session): (() => unknown) | undefined {
  switch (notice.kind) {
    case 'answered':
      return () => session.takeBack(answeredItem(notice.of), { of: notice.event }, notice.store)
    case 'reported':
      return () => session.change({ kind: 'report-taken-back', of: notice.event }, notice.store)
    case 'told':
      return notice.undo
    default:
      return undefined
  }
}

/** The store that an undo belongs to, if another one is shown. */
function otherStore(notice: Notice, { view }: Session): StoreView | undefined {
  if (!('store' in notice) || view.value.kind !== 'read') return undefined
  const { store, stores } = view.value.overview
  return notice.store === store.id ? undefined : stores.find(({ id }) => id === notice.store)
}

function noticeText(i18n: I18n, notice: Notice): string {
  const { translate } = i18n
  switch (notice.kind) {
    case 'answered': {
      const { of } = notice
      const title = 'item' in of ? itemText(i18n, of.item).title : (of.title ?? translate('promised_title'))
      if (notice.answer === 'noted')
        return translate('notice_answered', { title, done: translate('note_saved') })
      if (notice.answer === 'paced')
        return translate('notice_answered', { title, done: translate('pace_saved') })
      if (!notice.status) return translate('store_saved')
      return translate('notice_answered', { title, done: doneText(i18n, notice.status) })
    }
    case 'reported':
      return translate('happened_done', { what: incidentTitle(i18n, notice.what) })
    case 'taken-back':
      return translate('card_undone')
    case 'saved':
      return translate('store_saved')
    case 'told':
      return notice.text
    case 'failed':
      return translate(failureText[notice.failure])
  }
}

export const failureText = {
  refused: 'failed_refused',
  'could-not-read': 'popup_could_not_read',
  'could-not-store': 'failed_store',
  'newer-version': 'failed_newer',
  'answered-since': 'card_answered_since',
  'could-not-back-up': 'failed_backup',
  'file-forgotten': 'failed_file',
  unexpected: 'failed_unexpected',
  'no-answer': 'failed_no_answer',
} as const satisfies Record<AskError['failure'], string>
