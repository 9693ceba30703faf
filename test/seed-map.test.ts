import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { itemIds, items } from '../src/domain/items'
import type { PageId } from '../src/domain/page'
import { playbookIds } from '../src/domain/playbooks/playbook'
import type { MessageName } from '../src/i18n/i18n'
import seedMap from './fixtures/seed-map.json'
import { text } from './support/messages'

// Every line of the founding guide has a place in the product. A place that is not there fails here by its name.

/** The tests that hold a behaviour: file and title. */
const behaviours: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'applies-when-questions': ['domain/checklist', 'the four questions'],
  'own-cadence': ['domain/status', 'an interval of the seller’s own'],
  snooze: ['domain/checklist', 'snooze'],
  'not-for-me': ['domain/nudge', 'not for me: 800 days on every page without a showing'],
  'quiet-hours': ['domain/silence', 'quiet hours'],
  'few-cards-a-day': ['domain/simulation', 'sees two cards a day at most'],
  badge: ['background/start', 'the badge'],
  'popup-next-item': ['domain/overview', 'the one to do next'],
  'password-interval-setting': ['background/authorize', 'an interval that is too short for a password'],
  'dated-note': ['domain/journal/journal', 'a note is mentioned, not quoted'],
  'people-register': ['background/registers', 'makes the checks for somebody who left due, once'],
  'trusted-computer-register': ['domain/registers/register', 'a register belongs to a store, to its login'],
  'count-against-register': ['e2e/registers', 'the number on Amazon’s page is compared with the register'],
  'items-from-preventive-steps': ['domain/commitment', 'waits at once, with its origin named'],
  'contact-step-in-every-playbook': ['domain/playbooks/playbooks', 'and tells Amazon when it must'],
  'playbook-offer-on-performance-notifications': [
    'background/cards',
    'is offered on its pages once it was begun',
  ],
  'names-and-dates-of-files-only': ['background/authorize', 'a draft with a file'],
}

/** The pages on which a behaviour shows a card; a card speaks of what names its page (domain/nudge). */
const cards: Readonly<Record<string, readonly PageId[]>> = {
  'card-on-login-settings': ['login-settings'],
  'card-on-two-step-settings': ['two-step-settings'],
  'card-on-user-permissions': ['user-permissions'],
  'card-on-buyer-messages': ['buyer-messages'],
  'card-on-manage-returns': ['manage-returns'],
  'card-on-after-sales-queues': ['manage-returns', 'a-to-z-claims', 'chargebacks'],
}

/** Texts beside those of items, which go by the item's id. */
const texts: Readonly<Record<string, readonly MessageName[]>> = {
  onboarding: ['welcome_title', 'welcome_what'],
  areas: ['area_sign_in', 'area_people', 'area_payouts', 'area_account_health', 'area_after_sales'],
  'store-listing': ['description'],
  'payments-dashboard': ['item_reserve_review_why'],
  'popup-summary': ['area_policy', 'area_after_sales', 'area_sign_in'],
  'monthly-summary': ['report_title', 'report_journal_title'],
}

function isThere(place: string): boolean {
  const [kind = '', name = ''] = place.includes(':') ? place.split(':') : ['item', place]
  switch (kind) {
    case 'item':
      return itemIds.some((id) => id === name)
    case 'behaviour': {
      const pages = cards[name]
      if (pages) return pages.every((page) => items.some((item) => item.pages.includes(page)))
      const [file, title] = behaviours[name] ?? []
      return file !== undefined && title !== undefined && source(file).includes(title)
    }
    case 'text': {
      const names = texts[name]
      if (names) return names.every((one) => text(one) !== '')
      if (name === 'why-of-every-after-sales-item')
        return items.filter(({ area }) => area === 'after-sales').every(({ id }) => hasWhy(id))
      return hasWhy(name)
    }
    case 'playbook':
      return playbookIds.some((id) => id === name)
    default:
      return false
  }
}

const hasWhy = (id: string) => text(`item_${id.replaceAll('-', '_')}_why` as MessageName) !== ''

function source(file: string): string {
  const path = new URL(`./${file}.test.ts`, import.meta.url)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

describe('the founding guide', () => {
  const lines = Object.entries(seedMap)

  test.each(lines)('%s has a place', (_, { lives }) => {
    expect(lives).not.toEqual([])
    expect(lives.filter((place) => !isThere(place))).toEqual([])
  })

  test('a place that nobody asks for, or that is nowhere, is found', () => {
    expect(isThere('two-step-of')).toBe(false)
    expect(isThere('text:nothing')).toBe(false)
    expect(isThere('behaviour:nothing')).toBe(false)
    expect(isThere('playbook:nothing')).toBe(false)
  })
})
