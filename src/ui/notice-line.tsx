import type { ItemId } from '../domain/items'
import type { AskError } from '../messages/ask'
import { doneText } from '../platform/done-text'
import type { I18n } from '../platform/i18n'
import { happeningTitle, itemText } from '../platform/item-text'
import type { Notice, Session } from './session'

/** What the last action came to, with its undo. It stays until the next one: nothing vanishes on a timer. */
export function NoticeLine({ session, i18n }: { session: Session; i18n: I18n }) {
  const notice = session.notice.value
  return (
    <div class={notice ? 'notice' : 'notice idle'}>
      {/* Always there, so that a screen reader hears what is put into it. */}
      <p role="status">{notice && noticeText(i18n, notice)}</p>
      {notice?.kind === 'answered' && notice.canUndo && (
        <button type="button" onClick={() => void session.answer(notice.item, { kind: 'undone' })}>
          {i18n.translate('undo')}
        </button>
      )}
      {notice?.kind === 'reported' && (
        <button
          type="button"
          onClick={() => void session.change({ kind: 'report-taken-back', of: notice.event })}
        >
          {i18n.translate('undo')}
        </button>
      )}
      {notice?.kind === 'told' && notice.undo && (
        <button type="button" onClick={notice.undo}>
          {i18n.translate('undo')}
        </button>
      )}
    </div>
  )
}

function noticeText(i18n: I18n, notice: Notice): string {
  const { translate } = i18n
  switch (notice.kind) {
    case 'answered': {
      const title = notice.title ?? itemText(i18n, notice.item as ItemId).title
      if (notice.answer === 'noted')
        return translate('notice_answered', { title, done: translate('note_saved') })
      if (notice.answer === 'paced')
        return translate('notice_answered', { title, done: translate('pace_saved') })
      if (notice.answer === 'undone' || !notice.status) return translate('card_undone')
      return translate('notice_answered', { title, done: doneText(i18n, notice.status) })
    }
    case 'reported':
      return translate('happened_done', { what: happeningTitle(i18n, notice.what) })
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
  refused: 'failed_unexpected',
  'could-not-read': 'popup_could_not_read',
  'could-not-store': 'failed_store',
  'newer-version': 'failed_newer',
  'could-not-back-up': 'failed_backup',
  'file-forgotten': 'failed_file',
  unexpected: 'failed_unexpected',
  'no-answer': 'failed_no_answer',
} as const satisfies Record<AskError['failure'], string>
