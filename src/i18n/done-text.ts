import type { Status } from '../domain/status'
import type { I18n } from './i18n'
import type { CommonText } from './surfaces'

/** The result of an answer, in one quiet line. */
export function doneText({ translate, day, soon }: I18n<CommonText>, status: Status): string {
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
    case 'not-yet':
    case 'due':
    case 'overdue':
    case 'unreadable':
      return translate('done_open')
  }
}
