import { snoozes } from '../domain/answer'
import type { EventId } from '../domain/ids'
import { snoozeEnd } from '../domain/item-record'
import { itemOf } from '../domain/items'
import type { Nudge } from '../domain/nudge'
import type { Status } from '../domain/status'
import type { Now } from '../domain/time/time'
import { doneText } from '../i18n/done-text'
import type { I18n } from '../i18n/i18n'
import { itemText, pageTitle } from '../i18n/item-text'
import type { BackgroundText } from '../i18n/surfaces'
import type { About, CardAnswer, CardContent, Face, FaceButton, Press } from '../messages/card'
import type { Place } from '../messages/protocol'
import { marketplaceOf, storeFrontOf } from '../pages/hosts'
import { addressOf } from '../pages/page-urls'

const remove: Press = { kind: 'remove' }
const answering = (answer: CardAnswer): Press => ({ kind: 'answer', answer })
const closing = answering({ kind: 'closed' })
const notSaid: Press = { kind: 'choose-store', store: null }

/**
 * Builds the reminder card for a nudge.
 * @param hasPlaybook whether a run or a report of the seller fits a playbook for this kind of page.
 * @param letter of the store, if more than one may be meant.
 * @param hasPanel whether a press on a page opens the panel in this browser.
 */
export function reminderCard(
  nudge: Nudge,
  place: Place,
  i18n: I18n<BackgroundText>,
  now: Now,
  hasPlaybook: boolean,
  letter?: string,
  hasPanel = false,
): CardContent {
  const { translate, plural, soon, day } = i18n
  const item = itemOf(nudge.item)
  const front = storeFrontOf(place.host)
  const { title, why, steps } = itemText(i18n, nudge.item, [marketplaceOf(front)])
  const [target] = item.pages
  const promise =
    nudge.promisedOn === undefined ? [] : [translate('card_promise', { day: day(nudge.promisedOn) })]
  const snoozeLabel = {
    hour: (time: string) => translate('card_snooze_hour', { time }),
    tomorrow: (time: string) => translate('card_snooze_tomorrow', { time }),
    'next-week': (time: string) => translate('card_snooze_next_week', { time }),
  }
  const named = storeLine(letter, i18n)
  const more: FaceButton[] = [
    ...(hasPanel ? [{ label: translate('card_beside'), press: { kind: 'beside' } as const }] : []),
    ...(hasPlaybook ? [{ label: translate('card_playbook'), press: answering({ kind: 'playbook' }) }] : []),
  ]
  const first: Face = {
    title,
    lines: [...named, ...promise, why],
    // Already on the right page, or not done on any: nothing to open.
    ...(target === place.page || item.doneIn
      ? {}
      : {
          link: {
            label: translate('open_page', { page: pageTitle(i18n, target) }),
            address: addressOf(target, front),
          },
        }),
    buttons: [
      { label: translate('answer_checked'), press: answering({ kind: 'checked' }) },
      { label: translate('answer_remind'), press: { kind: 'face', face: 'when' } },
      { label: translate('answer_dismiss'), press: answering({ kind: 'dismissed' }) },
    ],
    ...(more.length > 0 ? { more } : {}),
    escape: closing,
  }
  const back: Press = { kind: 'face', face: 'first' }
  return {
    ...frame(i18n),
    about: { store: nudge.store, item: nudge.item },
    steps: {
      show: plural('card_steps', steps.length),
      hide: translate('card_steps_hide'),
      texts: steps,
      minutes: plural('minutes', item.minutes),
    },
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
        close: closing,
      },
      returned: { ...first, lines: [...named, translate('card_returned')] },
      failed: failedFace(title, i18n, named),
    },
  }
}

/**
 * Says that a check of the seller's own belongs to the page, and nothing of it: the page could read that. So it is
 * answered where it can be read.
 */
export function ownCheckCard(
  about: About,
  i18n: I18n<BackgroundText>,
  letter: string | undefined,
  hasPanel: boolean,
): CardContent {
  const { translate } = i18n
  const title = translate('card_own')
  const named = storeLine(letter, i18n)
  const first: Face = {
    title,
    lines: [...named, translate('card_own_why')],
    buttons: [
      hasPanel
        ? { label: translate('card_beside'), press: { kind: 'beside' } }
        : { label: translate('card_own_open'), press: answering({ kind: 'playbook' }) },
      { label: translate('card_own_not_now'), press: closing },
    ],
    escape: closing,
  }
  const faces = { first, when: first, returned: first, failed: failedFace(title, i18n, named) }
  return { ...frame(i18n), about, faces }
}

/** Asks which store is open, without names or letters: a page could read how many stores there are. */
export function whichStoreCard(i18n: I18n<BackgroundText>): CardContent {
  const { translate } = i18n
  const title = translate('card_which_store')
  const first: Face = {
    title,
    lines: [translate('card_which_store_why')],
    buttons: [],
    escape: notSaid,
  }
  const faces = { first, when: first, returned: first, failed: failedFace(title, i18n) }
  return { ...frame(i18n), faces }
}

/**
 * Shows the result of an answer, or null if the card can simply close.
 * @param id of the answer, for its undo.
 */
export function answeredFace(
  nudge: Nudge,
  id: EventId,
  answer: Exclude<CardAnswer, { kind: 'playbook' }>,
  status: Status,
  i18n: I18n<BackgroundText>,
  letter?: string,
): Face | null {
  const { translate } = i18n
  if (answer.kind === 'closed') return null
  if (answer.kind === 'undone') return saidFace(nudge, translate('card_undone'), i18n, letter)
  const undo = { label: translate('undo'), press: answering({ kind: 'undone', of: id }) }
  return saidFace(nudge, doneText(i18n, status), i18n, letter, undo)
}

/** Shown when the card's undo came too late: the check was answered elsewhere in the meantime. */
export function overtakenFace(nudge: Nudge, i18n: I18n<BackgroundText>, letter?: string): Face {
  return saidFace(nudge, i18n.translate('card_answered_since'), i18n, letter)
}

function saidFace(
  nudge: Nudge,
  line: string,
  i18n: I18n<BackgroundText>,
  letter?: string,
  ...buttons: Face['buttons']
): Face {
  const { title } = itemText(i18n, nudge.item)
  return { title, lines: [...storeLine(letter, i18n), line], buttons, escape: remove }
}

function storeLine(letter: string | undefined, { translate }: I18n<BackgroundText>): string[] {
  return letter === undefined ? [] : [translate('store_letter', { letter })]
}

function failedFace(title: string, { translate }: I18n<BackgroundText>, named: readonly string[] = []): Face {
  return {
    title,
    lines: [...named, translate('card_failed')],
    buttons: [{ label: translate('retry'), press: { kind: 'retry' } }],
    escape: remove,
  }
}

function frame({ lang, dir, translate }: I18n<BackgroundText>) {
  return {
    ...{ lang, dir, label: translate('card_label') },
    ...{ brand: translate('brand'), close: translate('answer_close') },
  }
}
