import { snoozes } from '../domain/answer'
import { snoozeEnd } from '../domain/checklist'
import type { EventId } from '../domain/ids'
import { itemOf } from '../domain/items'
import type { Nudge } from '../domain/nudge'
import type { Status } from '../domain/status'
import type { Now } from '../domain/time/time'
import { doneText } from '../i18n/done-text'
import type { I18n } from '../i18n/i18n'
import { itemText, pageTitle } from '../i18n/item-text'
import type { CardAnswer, CardContent, Face, Press } from '../messages/card'
import type { Place } from '../messages/protocol'
import { storeFrontOf } from '../pages/hosts'
import { addressOf } from '../pages/page-urls'

const remove: Press = { kind: 'remove' }
const answering = (answer: CardAnswer): Press => ({ kind: 'answer', answer })
const closing = answering({ kind: 'closed' })
const notSaid: Press = { kind: 'choose-store', store: null }

/**
 * The card for a nudge, in words.
 * @param hasPlaybook the seller has begun or reported something that a playbook fits, on this kind of page.
 * @param letter of its store, where more than one may be meant.
 */
export function reminderCard(
  nudge: Nudge,
  place: Place,
  i18n: I18n,
  now: Now,
  hasPlaybook: boolean,
  letter?: string,
): CardContent {
  const { translate, plural, soon, day } = i18n
  const item = itemOf(nudge.item)
  const { title, why } = itemText(i18n, nudge.item)
  const [target] = item.pages
  const promise =
    nudge.promisedOn === undefined ? [] : [translate('card_promise', { day: day(nudge.promisedOn) })]
  const snoozeLabel = {
    hour: (time: string) => translate('card_snooze_hour', { time }),
    tomorrow: (time: string) => translate('card_snooze_tomorrow', { time }),
    'next-week': (time: string) => translate('card_snooze_next_week', { time }),
  }
  const named = storeLine(letter, i18n)
  const first: Face = {
    title,
    lines: [...named, ...promise, why, plural('minutes', item.minutes)],
    // On the right page already: nothing to open.
    ...(target === place.page
      ? {}
      : {
          link: {
            label: translate('open_page', { page: pageTitle(i18n, target) }),
            address: addressOf(target, storeFrontOf(place.host)),
          },
        }),
    buttons: [
      { label: translate('answer_checked'), press: answering({ kind: 'checked' }) },
      { label: translate('answer_remind'), press: { kind: 'face', face: 'when' } },
      { label: translate('answer_dismiss'), press: answering({ kind: 'dismissed' }) },
      { label: translate('answer_close'), press: closing },
      // Last, so that the four answers stay where they are.
      ...(hasPlaybook ? [{ label: translate('card_playbook'), press: answering({ kind: 'playbook' }) }] : []),
    ],
    escape: closing,
  }
  const back: Press = { kind: 'face', face: 'first' }
  return {
    ...frame(i18n),
    about: { store: nudge.store, item: nudge.item },
    faces: {
      first,
      when: {
        title,
        lines: [...named, translate('card_when')],
        buttons: [
          ...snoozes.map((snooze) => ({
            label: snoozeLabel[snooze](soon(snoozeEnd(snooze, now))),
            press: answering({ kind: 'snoozed', for: snooze }),
          })),
          { label: translate('back'), press: back },
        ],
        escape: back,
      },
      returned: { ...first, lines: [...named, translate('card_returned')] },
      failed: failedFace(title, i18n, named),
    },
  }
}

/**
 * Asks the seller to say in the popup which store is open. Neither names nor letters stand here: a page can search our
 * text, and would learn how many stores there are.
 */
export function whichStoreCard(i18n: I18n): CardContent {
  const { translate } = i18n
  const title = translate('card_which_store')
  const first: Face = {
    title,
    lines: [translate('card_which_store_why')],
    buttons: [{ label: translate('answer_close'), press: notSaid }],
    escape: notSaid,
  }
  const faces = { first, when: first, returned: first, failed: failedFace(title, i18n) }
  return { ...frame(i18n), faces }
}

/**
 * What an answer came to, or nothing when the card may simply go.
 * @param id of the answer, for its undo.
 */
export function answeredFace(
  nudge: Nudge,
  id: EventId,
  answer: Exclude<CardAnswer, { kind: 'playbook' }>,
  status: Status,
  i18n: I18n,
  letter?: string,
): Face | null {
  const { translate } = i18n
  if (answer.kind === 'closed') return null
  if (answer.kind === 'undone') return saidFace(nudge, translate('card_undone'), i18n, letter)
  const undo = { label: translate('undo'), press: answering({ kind: 'undone', of: id }) }
  return saidFace(nudge, doneText(i18n, status), i18n, letter, undo)
}

/** The card's own undo came too late: it was answered elsewhere since. */
export function overtakenFace(nudge: Nudge, i18n: I18n, letter?: string): Face {
  return saidFace(nudge, i18n.translate('card_answered_since'), i18n, letter)
}

function saidFace(
  nudge: Nudge,
  line: string,
  i18n: I18n,
  letter?: string,
  ...buttons: Face['buttons']
): Face {
  const close = { label: i18n.translate('answer_close'), press: remove }
  const { title } = itemText(i18n, nudge.item)
  return { title, lines: [...storeLine(letter, i18n), line], buttons: [...buttons, close], escape: remove }
}

function storeLine(letter: string | undefined, { translate }: I18n): string[] {
  return letter === undefined ? [] : [translate('store_letter', { letter })]
}

function failedFace(title: string, { translate }: I18n, named: readonly string[] = []): Face {
  return {
    title,
    lines: [...named, translate('card_failed')],
    buttons: [
      { label: translate('retry'), press: { kind: 'retry' } },
      { label: translate('answer_close'), press: remove },
    ],
    escape: remove,
  }
}

function frame({ lang, dir, translate }: I18n) {
  return { lang, dir, label: translate('card_label'), brand: translate('brand') }
}
