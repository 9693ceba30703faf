import type { IncidentId } from '../incidents'
import { type Clock, type Playbook, type PlaybookId, playbookIds } from './playbook'

/** The date in the seller's notice. It overrides any figure here. */
const asWritten: Clock = { id: 'as-written', way: 'by' }
const nextPayout: Clock = { id: 'next-payout', way: 'by' }
const day60: Clock = { id: 'day-60', way: 'from', length: 'funds-appeal' }
const bankHold: Clock = { id: 'bank-hold', way: 'from', length: 'deposit-hold' }

export const playbooks: Readonly<Record<PlaybookId, Playbook>> = {
  'funds-cleared': {
    hasAppeal: true,
    reports: ['payout-blocked'],
    pages: ['payments-dashboard', 'disbursement', 'performance-notifications', 'account-health'],
    steps: [
      {
        id: 'which-case',
        pages: ['payments-dashboard', 'performance-notifications'],
        clocks: [asWritten],
        answers: [
          { answer: 'reserved', to: 'reserved-split' },
          { answer: 'failed', to: 'failed-data' },
          { answer: 'withheld', to: 'withheld-read' },
          { answer: 'stolen', to: 'stolen-report', start: 'hijack' },
        ],
      },
      {
        id: 'reserved-split',
        pages: ['payments-dashboard'],
        figures: ['dd7', 'dd14'],
        clocks: [{ id: 'release', way: 'from' }],
      },
      {
        id: 'reserved-cause',
        pages: ['account-health', 'a-to-z-claims', 'chargebacks'],
        figures: ['atoz-reserve', 'chargeback-reserve', 'review-hold'],
      },
      { id: 'reserved-ask', pages: ['case-log'], contact: true, next: 'prevent' },
      {
        id: 'failed-data',
        pages: ['account-info', 'deposit-methods', 'charge-methods', 'tax-settings'],
        figures: ['deposit-who'],
      },
      { id: 'failed-bank', pages: ['deposit-methods'], figures: ['deposit-hold'], clocks: [bankHold] },
      {
        id: 'failed-trace',
        pages: ['case-log', 'payments-dashboard'],
        figures: ['settlement-cycle'],
        contact: true,
        next: 'prevent',
      },
      { id: 'withheld-read', pages: ['performance-notifications'] },
      { id: 'withheld-fix', pages: ['account-health'] },
      {
        id: 'withheld-appeal',
        pages: ['account-health'],
        contact: true,
        answers: [{ answer: 'appeal', start: 'deactivation-appeal' }, { answer: 'accept' }],
      },
      { id: 'withheld-orders', pages: ['manage-orders', 'a-to-z-claims', 'buyer-messages'] },
      {
        id: 'withheld-funds',
        pages: ['case-log'],
        figures: ['funds-appeal'],
        clocks: [day60],
        contact: true,
        next: 'prevent',
      },
      { id: 'stolen-report', pages: ['deposit-methods', 'case-log'], contact: true, clocks: [nextPayout] },
      { id: 'prevent' },
    ],
  },

  'deactivation-appeal': {
    hasAppeal: true,
    reports: ['account-deactivated'],
    pages: ['account-health', 'performance-notifications'],
    steps: [
      { id: 'read-notice', pages: ['performance-notifications', 'account-health'], clocks: [asWritten] },
      {
        id: 'sort-issue',
        pages: ['account-health'],
        figures: ['bsa-cure', 'aha-respond'],
        clocks: [
          { id: 'cure', way: 'by', length: 'bsa-cure' },
          { id: 'health-call', way: 'by', length: 'aha-respond' },
        ],
        answers: [
          { answer: 'performance' },
          { answer: 'policy' },
          { answer: 'identity', start: 'verification' },
          { answer: 'linked' },
          { answer: 'compromised', start: 'hijack' },
        ],
      },
      { id: 'find-cause', pages: ['manage-orders', 'buyer-messages', 'voice-of-customer'] },
      { id: 'act-first' },
      { id: 'collect-proof', figures: ['invoices'] },
      { id: 'write-draft' },
      { id: 'second-reader' },
      {
        id: 'submit-once',
        pages: ['account-health'],
        contact: true,
        figures: ['appeal-reply', 'appeal-17'],
        clocks: [{ id: 'appeal-reply', way: 'from', length: 'appeal-reply' }],
      },
      {
        id: 'their-answer',
        pages: ['performance-notifications'],
        answers: [
          { answer: 'accepted', to: 'prevent' },
          { answer: 'asked-more', to: 'answer-more' },
          { answer: 'refused', to: 'refused' },
        ],
      },
      { id: 'answer-more', pages: ['account-health'], contact: true, next: 'prevent' },
      { id: 'refused', pages: ['account-health'], contact: true },
      {
        id: 'money',
        pages: ['payments-dashboard'],
        figures: ['funds-appeal'],
        clocks: [day60],
        answers: [{ answer: 'held', start: 'funds-cleared' }, { answer: 'paid' }],
      },
      { id: 'prevent' },
    ],
  },

  hijack: {
    reports: ['phone-number-taken', 'intruder-suspected'],
    pages: ['user-permissions', 'payments-dashboard', 'disbursement', 'account-health'],
    minutes: 60,
    steps: [
      { id: 'clean-seat', minutes: [0, 10] },
      { id: 'mailbox', minutes: [0, 10] },
      { id: 'phone-number', minutes: [5, 10] },
      {
        id: 'can-sign-in',
        minutes: [10, 15],
        answers: [
          { answer: 'yes', to: 'payout' },
          { answer: 'no', to: 'locked-out', start: 'backup-access' },
        ],
      },
      {
        id: 'locked-out',
        pages: ['password-reset'],
        minutes: [10, 40],
        figures: ['2sv-recovery'],
        contact: true,
        next: 'report',
      },
      {
        id: 'payout',
        pages: ['payments-dashboard'],
        minutes: [10, 15],
        clocks: [nextPayout],
        answers: [
          { answer: 'yes', to: 'stop-payout' },
          { answer: 'no', to: 'sign-out' },
        ],
      },
      { id: 'stop-payout', pages: ['case-log'], minutes: [10, 20], contact: true },
      { id: 'sign-out', pages: ['login-settings', 'two-step-settings'], minutes: [15, 25] },
      { id: 'two-step-methods', pages: ['two-step-settings'], minutes: [20, 25] },
      { id: 'users', pages: ['user-permissions'], minutes: [25, 30] },
      { id: 'apps', pages: ['manage-apps'], minutes: [30, 35] },
      {
        id: 'deposit',
        pages: ['deposit-methods'],
        minutes: [35, 40],
        figures: ['deposit-who', 'deposit-hold'],
        clocks: [bankHold],
      },
      { id: 'notifications', pages: ['notification-preferences'], minutes: [35, 40] },
      {
        id: 'report',
        pages: ['case-log', 'performance-notifications'],
        minutes: [40, 50],
        contact: true,
        clocks: [asWritten],
      },
      { id: 'tell-others', minutes: [50, 60] },
      {
        id: 'same-day',
        pages: ['manage-orders', 'manage-inventory', 'account-info', 'tax-settings', 'promotions'],
      },
      { id: 'watch' },
    ],
  },

  phishing: {
    reports: ['unexpected-code', 'typed-on-doubtful-page', 'code-read-out'],
    hasMessageCheck: true,
    pages: [],
    steps: [
      {
        id: 'what-happened',
        answers: [
          { answer: 'nothing', to: 'check-claim' },
          { answer: 'reinstatement', to: 'reinstatement' },
          { answer: 'clicked', to: 'clicked' },
          { answer: 'password', to: 'password' },
          { answer: 'code', to: 'code', start: 'hijack' },
          { answer: 'papers', to: 'papers' },
          { answer: 'installed', to: 'installed', start: 'hijack' },
        ],
      },
      { id: 'clicked', next: 'check-claim' },
      {
        id: 'password',
        pages: ['login-settings', 'two-step-settings', 'user-permissions', 'deposit-methods'],
        next: 'check-claim',
      },
      { id: 'code', pages: ['login-settings', 'two-step-settings'], next: 'check-claim' },
      { id: 'papers', next: 'check-claim' },
      { id: 'installed', next: 'check-claim' },
      { id: 'reinstatement', pages: ['account-health', 'performance-notifications'] },
      { id: 'check-claim', pages: ['performance-notifications', 'account-health', 'case-log'] },
      { id: 'report', pages: ['case-log'], contact: true },
      { id: 'warn-team' },
    ],
  },

  offboarding: {
    reports: ['somebody-left'],
    pages: ['user-permissions'],
    steps: [
      {
        id: 'list-doors',
        clocks: [{ id: 'last-day', way: 'by', length: { days: 0 }, atStart: true }],
      },
      {
        id: 'primary-user',
        pages: ['user-permissions'],
        answers: [
          { answer: 'yes', to: 'hand-over-primary' },
          { answer: 'no', to: 'remove-user' },
        ],
      },
      { id: 'hand-over-primary', pages: ['user-permissions', 'case-log'], contact: true },
      { id: 'remove-user', pages: ['user-permissions'] },
      { id: 'codes-and-computers', pages: ['two-step-settings'] },
      { id: 'passwords', pages: ['login-settings'] },
      { id: 'apps', pages: ['manage-apps'] },
      { id: 'other-doors', pages: ['advertising', 'brand-registry'] },
      { id: 'mails', pages: ['notification-preferences'] },
      { id: 'things-back' },
      { id: 'open-work', pages: ['case-log', 'buyer-messages', 'a-to-z-claims'] },
      {
        id: 'what-stays',
        pages: ['case-log'],
        contact: true,
        clocks: [{ id: 'agency-letter', way: 'by' }],
      },
      {
        id: 'look-after',
        pages: ['user-permissions', 'deposit-methods'],
        figures: ['inactive-user'],
        clocks: [{ id: 'look-after', way: 'by', length: { days: 30 }, atStart: true }],
      },
    ],
  },

  claim: {
    reports: ['chargeback-arrived', 'a-to-z-arrived'],
    pages: ['a-to-z-claims', 'chargebacks'],
    steps: [
      {
        id: 'which',
        answers: [
          { answer: 'a-to-z', to: 'note-claim' },
          { answer: 'chargeback', to: 'note-chargeback' },
        ],
      },
      {
        id: 'note-claim',
        pages: ['a-to-z-claims'],
        figures: ['atoz-info'],
        clocks: [{ id: 'atoz-answer', way: 'by', length: 'atoz-info' }],
        next: 'decide',
      },
      {
        id: 'note-chargeback',
        pages: ['chargebacks'],
        figures: ['chargeback-answer'],
        clocks: [{ id: 'chargeback-answer', way: 'by', length: 'chargeback-answer' }],
      },
      {
        id: 'decide',
        pages: ['manage-orders'],
        figures: ['atoz-refund'],
        clocks: [asWritten],
        answers: [
          { answer: 'refund', to: 'refund' },
          { answer: 'represent', to: 'collect' },
        ],
      },
      { id: 'refund', pages: ['manage-orders'], next: 'learn' },
      { id: 'collect', pages: ['manage-orders', 'buyer-messages', 'manage-returns'] },
      { id: 'write' },
      { id: 'submit', pages: ['a-to-z-claims', 'chargebacks'], contact: true },
      {
        id: 'decision',
        answers: [
          { answer: 'won', to: 'learn' },
          { answer: 'lost', to: 'appeal' },
          { answer: 'amazon-refunded', to: 'safe-t' },
        ],
      },
      {
        id: 'appeal',
        pages: ['a-to-z-claims'],
        figures: ['atoz-appeal'],
        clocks: [{ id: 'atoz-appeal', way: 'by', length: 'atoz-appeal' }],
        contact: true,
        next: 'learn',
      },
      {
        id: 'safe-t',
        pages: ['safe-t-claims'],
        figures: ['safe-t'],
        clocks: [{ id: 'safe-t', way: 'by', length: 'safe-t' }],
        contact: true,
      },
      { id: 'learn', pages: ['voice-of-customer'] },
    ],
  },

  verification: {
    pages: ['account-health', 'performance-notifications', 'tax-settings'],
    steps: [
      { id: 'real', pages: ['account-info', 'account-health'] },
      {
        id: 'which-law',
        pages: ['performance-notifications'],
        answers: [
          { answer: 'inform', to: 'inform' },
          { answer: 'eu-uk', to: 'eu-uk' },
          { answer: 'tax', to: 'tax' },
          { answer: 'product', to: 'product' },
          { answer: 'other', to: 'other' },
        ],
      },
      {
        id: 'inform',
        pages: ['account-info'],
        figures: ['inform-days', 'inform-threshold'],
        clocks: [{ id: 'inform', way: 'by', length: 'inform-days' }],
        next: 'read-list',
      },
      {
        id: 'eu-uk',
        pages: ['account-info'],
        figures: ['kyc-days'],
        clocks: [{ id: 'kyc', way: 'by', length: 'kyc-days' }],
        next: 'read-list',
      },
      {
        id: 'tax',
        pages: ['tax-settings', 'performance-notifications'],
        figures: ['dac7-days', 'dac7-from', 'dac7-repeat'],
        clocks: [{ id: 'tax-details', way: 'by', length: 'dac7-days' }],
        next: 'match',
      },
      {
        id: 'product',
        pages: ['policy-compliance', 'account-health'],
        clocks: [{ id: 'product-papers', way: 'by' }],
        next: 'read-list',
      },
      { id: 'other', pages: ['performance-notifications'], clocks: [asWritten] },
      { id: 'read-list', pages: ['performance-notifications'] },
      { id: 'match', pages: ['account-info'] },
      {
        id: 'papers',
        figures: [
          'owner-share',
          'business-doc',
          'doc-languages',
          'resubmit',
          'utility-bill',
          'bank-doc',
          'invoices',
        ],
      },
      {
        id: 'upload-once',
        pages: ['identity-verification', 'account-info'],
        figures: ['document-review'],
        contact: true,
      },
      { id: 'interview', figures: ['video-result'], clocks: [{ id: 'interview', way: 'by' }] },
      { id: 'meanwhile', pages: ['payments-dashboard'] },
      {
        id: 'finished',
        figures: ['inform-annual'],
        clocks: [{ id: 'inform-again', way: 'by', length: 'inform-annual' }],
      },
    ],
  },

  'listing-taken-over': {
    reports: ['listing-changed'],
    pages: ['listings', 'manage-inventory', 'brand-registry', 'brand-tools'],
    steps: [
      { id: 'record', pages: ['manage-inventory'] },
      {
        id: 'who',
        pages: ['user-permissions', 'manage-apps'],
        answers: [
          { answer: 'outside', to: 'which' },
          { answer: 'ours', to: 'put-right' },
          { answer: 'unknown-user', to: 'put-right', start: 'hijack' },
        ],
      },
      {
        id: 'which',
        answers: [
          { answer: 'changed', to: 'put-right' },
          { answer: 'copied', to: 'compare' },
        ],
      },
      {
        id: 'put-right',
        pages: ['listings', 'case-log', 'account-health'],
        contact: true,
        next: 'report',
      },
      { id: 'compare' },
      { id: 'report', pages: ['brand-registry', 'account-health'], contact: true },
      { id: 'meanwhile', pages: ['voice-of-customer', 'manage-returns', 'buyer-messages'] },
      { id: 'watch', clocks: [{ id: 'listing-again', way: 'by', length: { days: 14 }, atStart: true }] },
    ],
  },

  'backup-access': {
    pages: ['user-permissions', 'payments-dashboard', 'account-health', 'performance-notifications'],
    steps: [
      {
        id: 'why-locked',
        answers: [
          { answer: 'phone', to: 'recover' },
          { answer: 'blocked', to: 'read-notice' },
          { answer: 'hijacked', to: 'sign-in', start: 'hijack' },
          { answer: 'away', to: 'sign-in' },
          { answer: 'no-backup', to: 'no-backup' },
        ],
      },
      {
        id: 'recover',
        pages: ['password-reset'],
        figures: ['2sv-recovery'],
        clocks: [{ id: 'recovery', way: 'from', length: '2sv-recovery' }],
        next: 'sign-in',
      },
      { id: 'read-notice', pages: ['performance-notifications'], clocks: [asWritten] },
      { id: 'sign-in', pages: ['home'] },
      {
        id: 'look-first',
        pages: [
          'account-health',
          'performance-notifications',
          'user-permissions',
          'deposit-methods',
          'payments-dashboard',
        ],
        clocks: [nextPayout],
      },
      {
        id: 'keep-alive',
        pages: ['manage-orders', 'buyer-messages', 'a-to-z-claims'],
        figures: ['buyer-message', 'atoz-info', 'aha-respond'],
      },
      { id: 'limits', pages: ['user-permissions'], figures: ['deposit-who'] },
      { id: 'report', pages: ['case-log'], contact: true },
      { id: 'owner-back', pages: ['two-step-settings', 'login-settings', 'user-permissions'], next: null },
      {
        id: 'no-backup',
        pages: ['case-log'],
        contact: true,
        answers: [{ answer: 'papers-asked', start: 'verification' }, { answer: 'waiting' }],
      },
    ],
  },
}

export function isPlaybookId(id: string): id is PlaybookId {
  return playbookIds.some((known) => known === id)
}

/** Undefined for a playbook that this version doesn't know. */
export function playbookOf(id: string): Playbook | undefined {
  return isPlaybookId(id) ? playbooks[id] : undefined
}

/** The playbook for an incident that was reported. Undefined if there is none. */
export function playbookAfter(report: IncidentId): PlaybookId | undefined {
  return playbookIds.find((id) => playbooks[id].reports?.includes(report))
}
