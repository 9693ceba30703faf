import type { Status } from '../domain/status'
import type { I18n } from './i18n'
import { incidentTitle } from './item-text'

/** The status of an item in one line: what the seller said and when, never what Nightlatch can't see. */
export function statusText(i18n: I18n, status: Status): string {
  const { translate, day, soon } = i18n
  switch (status.kind) {
    case 'never-checked':
      return translate('status_never_checked')
    case 'not-yet':
      return notYetText(i18n, status)
    case 'up-to-date':
      return status.until === undefined
        ? translate('status_done', { checked: day(status.checked) })
        : translate('status_up_to_date', { checked: day(status.checked), until: day(status.until) })
    case 'due':
    case 'overdue': {
      const { happened, setAside, checked, since, undated } = status
      if (happened) {
        const time = timeOf(happened.by, i18n)
        const what = incidentTitle(i18n, happened.what)
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
      if (status.spread !== undefined) return translate('status_spread', { day: day(status.spread) })
      return status.what === undefined
        ? translate('status_planned', { on: day(status.on), time: soon(status.until) })
        : translate('status_from_report', {
            what: incidentTitle(i18n, status.what),
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

/** The status in a few words, for a row that has the whole line below it. */
export function shortStatus(i18n: I18n, status: Status): string {
  const { translate, day, soon } = i18n
  switch (status.kind) {
    case 'due':
    case 'overdue': {
      const { happened, since } = status
      const isLate = status.kind === 'overdue'
      if (happened)
        return translate(isLate ? 'state_was_due_by' : 'state_due_by', { time: timeOf(happened.by, i18n) })
      return isLate ? translate('state_due_since', { day: day(since) }) : translate('state_due_today')
    }
    case 'planned':
      return status.spread === undefined
        ? translate('state_planned', { time: soon(status.until) })
        : translate('state_next', { day: day(status.spread) })
    case 'handled-elsewhere':
      return translate('state_elsewhere', { by: status.by })
    case 'unreadable':
      return translate('state_unreadable')
    case 'not-for-me':
      return translate('state_not_for_me')
    case 'up-to-date':
      if (status.until !== undefined) return translate('state_next', { day: day(status.until) })
  }
  return statusText(i18n, status)
}

function timeOf(
  by: NonNullable<Extract<Status, { kind: 'due' }>['happened']>['by'],
  { moment, day }: I18n,
): string {
  return 'at' in by ? moment(by.at) : day(by.day)
}

function notYetText({ translate, day }: I18n, { first }: Extract<Status, { kind: 'not-yet' }>): string {
  return first === undefined ? translate('state_no_payout_day') : translate('state_next', { day: day(first) })
}
