import type { Status } from '../domain/status'
import type { I18n } from './i18n'
import { happeningTitle } from './item-text'

/** Where an item stands, in one honest line: what the seller said and when, never what Nightlatch cannot see. */
export function statusText(i18n: I18n, status: Status): string {
  const { translate, day, moment, soon } = i18n
  switch (status.kind) {
    case 'never-checked':
      return translate('status_never_checked')
    case 'up-to-date':
      return status.until === undefined
        ? translate('status_done', { checked: day(status.checked) })
        : translate('status_up_to_date', { checked: day(status.checked), until: day(status.until) })
    case 'due':
    case 'overdue': {
      const { happened, setAside, checked, since, undated } = status
      if (happened) {
        const { by } = happened
        const time = 'at' in by ? moment(by.at) : day(by.day)
        const what = happeningTitle(i18n, happened.what)
        return translate(status.kind === 'due' ? 'status_reported' : 'status_reported_late', { what, time })
      }
      if (undated)
        return translate(setAside === undefined ? 'status_checked_undated' : 'status_ask_again_undated')
      if (setAside !== undefined) return translate('status_ask_again', { day: day(setAside) })
      if (checked === undefined) return translate('status_never_checked')
      return status.kind === 'due'
        ? translate('status_due', { checked: day(checked) })
        : translate('status_overdue', { checked: day(checked), since: day(since) })
    }
    case 'planned':
      return status.what === undefined
        ? translate('status_planned', { on: day(status.on), time: soon(status.until) })
        : translate('status_from_report', {
            what: happeningTitle(i18n, status.what),
            on: day(status.on),
            time: soon(status.until),
          })
    case 'handled-elsewhere':
      return translate('status_elsewhere', { by: status.by, day: day(status.on) })
    case 'unreadable':
      return translate(status.newer ? 'status_unreadable_newer' : 'status_unreadable')
    case 'not-for-me':
      if (status.undated) return translate('status_not_for_me_undated')
      return status.reason === undefined
        ? translate('status_not_for_me', { day: day(status.on) })
        : translate('status_not_for_me_because', { day: day(status.on), reason: status.reason })
  }
}
