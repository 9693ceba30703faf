import type { Status } from '../domain/status'
import type { I18n } from './i18n'

/** What an answer came to, in one quiet line. */
export function doneText({ translate, day, soon }: I18n, status: Status): string {
  switch (status.kind) {
    case 'up-to-date':
      return status.until === undefined
        ? translate('done_checked_once')
        : translate('done_checked', { day: day(status.until) })
    case 'planned':
      return translate('done_planned', { time: soon(status.until) })
    case 'not-for-me':
    case 'handled-elsewhere':
      return translate('done_dismissed')
    case 'never-checked':
    case 'due':
    case 'overdue':
    case 'unreadable':
      return translate('done_open')
  }
}
