import type { ChecklistArea } from './areas'
import type { SourceId } from './facts/sources'
import { finderOf, rowsOf } from './facts/table'
import type { ThresholdId } from './facts/thresholds'
import type { PageId } from './page'
import type { Severity } from './severity'

/** Whether an item has one record per login, per store, or for this computer. */
export type Scope = 'login' | 'store' | 'computer'

/** Due some days after the last check, only once, or only after an incident (incidents.ts). */
export type Cadence = { kind: 'every'; days: number } | { kind: 'once' } | { kind: 'event' }

/** When a store has an item. Missing keys don't matter, and an unanswered question hides nothing. */
export type Condition = {
  plan?: 'professional'
  team?: 'several'
  ships?: 'self'
  help?: 'agency' | 'apps'
  /** The id of an item that must have been checked once. */
  after?: string
}

type Row = {
  /** Missing: recommended. */
  severity?: Severity
  /** Missing: store. */
  scope?: Scope
  cadence: Cadence
  /** It comes due before each payout, once the seller has entered the payout schedule. */
  follows?: 'payouts'
  /** The shortest interval that a seller may set, in days. */
  leastDays?: number
  /** Estimated time in whole minutes, which the seller sees first. */
  minutes: number
  /** Longer work that needs a day of its own. A round offers it separately. */
  task?: true
  /** The pages that the item fits. Its button opens the first, unless it is done elsewhere. */
  pages: readonly [PageId, ...PageId[]]
  /** Where it is done, if that isn't one of Amazon's pages. */
  doneIn?: 'mailbox' | 'computer' | 'browser' | 'team'
  /** Missing: for every store. */
  when?: Condition
  sources: readonly SourceId[]
  /** The figures that its text relies on, and others that help with it. */
  thresholds?: readonly ThresholdId[]
}

/** By area and id. Ids never change: records, exports, messages (`item_<id>_title`, `-` as `_`) name them. */
const table = {
  'sign-in': {
    'two-step-on': {
      scope: 'login',
      severity: 'essential',
      cadence: { kind: 'every', days: 90 },
      minutes: 2,
      pages: ['login-settings', 'two-step-settings', 'home'],
      sources: ['help-2sv-2026', 'help-2sv-faq', 'staff-2sv-path'],
    },
    'authenticator-app-primary': {
      scope: 'login',
      cadence: { kind: 'once' },
      minutes: 10,
      pages: ['two-step-settings', 'login-settings'],
      sources: ['help-2sv-2026', 'help-authenticator-app', 'help-security-key', 'cisa-mfa'],
    },
    'backup-code-method': {
      scope: 'login',
      severity: 'essential',
      cadence: { kind: 'every', days: 180 },
      minutes: 5,
      pages: ['two-step-settings', 'login-settings'],
      sources: ['help-2sv-2026', 'repost-recovery', 'staff-safety-tips'],
      thresholds: ['2sv-recovery'],
    },
    'trusted-device-review': {
      scope: 'login',
      severity: 'essential',
      cadence: { kind: 'every', days: 30 },
      minutes: 5,
      pages: ['two-step-settings', 'login-settings', 'home'],
      sources: ['help-2sv-2026', 'fbi-cookies', 'owasp-mfa'],
      thresholds: ['remember-cookie'],
    },
    'reset-trusted-devices': {
      scope: 'login',
      cadence: { kind: 'event' },
      minutes: 3,
      pages: ['two-step-settings'],
      sources: ['help-2sv-2026', 'owasp-mfa', 'fbi-cookies'],
    },
    'regular-computer-safe': {
      scope: 'computer',
      cadence: { kind: 'every', days: 90 },
      minutes: 10,
      pages: ['two-step-settings', 'home'],
      doneIn: 'computer',
      sources: ['help-2sv-2026', 'fbi-cookies', 'owasp-mfa'],
    },
    'password-strong-unique': {
      scope: 'login',
      severity: 'essential',
      cadence: { kind: 'once' },
      minutes: 10,
      task: true,
      pages: ['login-settings'],
      sources: ['nist-63b', 'owasp-authentication', 'agreement-us', 'dc360-theft', 'staff-safety-tips'],
      thresholds: ['password-length'],
    },
    'password-age-review': {
      scope: 'login',
      severity: 'extra',
      cadence: { kind: 'every', days: 365 },
      // Frequent password changes lead to weaker passwords (NIST SP 800-63B-4).
      leastDays: 30,
      minutes: 5,
      pages: ['login-settings'],
      sources: ['staff-safety-tips', 'nist-63b', 'ncsc-expiry', 'owasp-authentication'],
      thresholds: ['password-change'],
    },
    'password-change-event': {
      scope: 'login',
      cadence: { kind: 'event' },
      minutes: 15,
      pages: ['login-settings', 'user-permissions', 'deposit-methods'],
      sources: ['agreement-us', 'nist-63b', 'owasp-authentication', 'fbamonthly-phishing'],
      thresholds: ['password-change'],
    },
    'passkey-add': {
      scope: 'login',
      severity: 'extra',
      cadence: { kind: 'once' },
      minutes: 10,
      pages: ['login-settings'],
      sources: ['corbado-passkeys', 'cisa-mfa'],
    },
    'mailbox-secured': {
      scope: 'login',
      severity: 'essential',
      cadence: { kind: 'every', days: 90 },
      minutes: 5,
      pages: ['login-settings', 'notification-preferences'],
      doneIn: 'mailbox',
      sources: ['graphlattice-rules', 'zuoooo-payouts', 'bankaf-theft'],
    },
    'mailbox-rules-check': {
      scope: 'login',
      cadence: { kind: 'every', days: 30 },
      minutes: 5,
      pages: ['notification-preferences', 'deposit-methods'],
      doneIn: 'mailbox',
      sources: ['graphlattice-rules', 'zuoooo-payouts'],
    },
    'bookmark-signin': {
      scope: 'computer',
      cadence: { kind: 'once' },
      minutes: 5,
      pages: ['home'],
      sources: ['ssopdot-bookmark', 'fbamonthly-phishing', 'help-phishing', 'su-phishing'],
    },
    'unexpected-code': {
      scope: 'login',
      cadence: { kind: 'event' },
      minutes: 15,
      pages: ['login-settings', 'two-step-settings'],
      sources: ['fbamonthly-phishing', 'repost-recovery'],
    },
    'extension-audit': {
      scope: 'computer',
      cadence: { kind: 'every', days: 60 },
      minutes: 10,
      pages: ['home', 'manage-apps'],
      doneIn: 'browser',
      sources: ['ien-extensions', 'forklog-browser', 'sellersprite-privacy'],
    },
    'login-email-separate': {
      scope: 'login',
      severity: 'extra',
      cadence: { kind: 'once' },
      minutes: 15,
      pages: ['login-settings', 'notification-preferences', 'account-info'],
      sources: ['help-phishing', 'staff-primary-email'],
    },
    'phone-number-lock': {
      scope: 'login',
      cadence: { kind: 'every', days: 365 },
      minutes: 15,
      pages: ['two-step-settings', 'login-settings'],
      sources: ['ftc-sim-swap', 'cisa-mfa', 'help-2sv-2026'],
    },
    'seller-app-phones': {
      scope: 'login',
      cadence: { kind: 'every', days: 90 },
      minutes: 5,
      pages: ['two-step-settings', 'login-settings'],
      sources: ['help-2sv-2026'],
    },
  },
  people: {
    'primary-login-admin-only': {
      cadence: { kind: 'every', days: 90 },
      minutes: 15,
      pages: ['user-permissions', 'home'],
      when: { team: 'several' },
      sources: ['kuajingnote-roles', 'google-super-admin', 'help-user-permissions'],
    },
    'one-login-per-person': {
      cadence: { kind: 'every', days: 90 },
      minutes: 30,
      pages: ['user-permissions'],
      when: { team: 'several' },
      sources: ['help-2sv-2026', 'help-2sv-faq', 'staff-safety-tips', 'staff-user-permissions'],
    },
    'user-list-review': {
      severity: 'essential',
      cadence: { kind: 'every', days: 30 },
      minutes: 3,
      pages: ['user-permissions', 'home'],
      when: { plan: 'professional' },
      sources: [
        'help-account-settings',
        'help-user-permissions',
        'staff-user-permissions',
        'staff-safety-tips',
        'channelmax-idle-users',
      ],
      thresholds: ['inactive-user'],
    },
    'least-privilege-review': {
      cadence: { kind: 'every', days: 90 },
      minutes: 15,
      pages: ['user-permissions'],
      when: { team: 'several' },
      sources: [
        'help-brand-referral-bonus',
        'staff-user-permissions',
        'kuajingnote-roles',
        'flatfile-permissions',
        'help-user-permissions',
      ],
    },
    'agencies-as-partners': {
      cadence: { kind: 'every', days: 180 },
      minutes: 30,
      pages: ['user-permissions'],
      when: { help: 'agency' },
      sources: ['help-user-permissions-jp', 'staff-user-permissions', 'zesty-agency'],
    },
    'offboard-person': {
      cadence: { kind: 'event' },
      minutes: 45,
      pages: ['user-permissions', 'manage-apps', 'two-step-settings'],
      sources: ['michigan-leavers', 'ssopdot-leavers', 'nist-63b', 'staff-admin-left'],
      thresholds: ['inactive-user'],
    },
    'apps-access-review': {
      cadence: { kind: 'every', days: 90 },
      minutes: 10,
      pages: ['manage-apps', 'app-consent'],
      when: { help: 'apps' },
      sources: ['sp-api-renewal', 'five-doors'],
      thresholds: ['app-reauth'],
    },
    'other-doors-review': {
      severity: 'extra',
      cadence: { kind: 'every', days: 90 },
      minutes: 20,
      pages: ['advertising', 'brand-registry', 'brand-tools'],
      sources: [
        'five-doors',
        'amazon-ads-third-party-apps',
        'help-brand-roles',
        'help-brand-glossary',
        'help-brand-handover',
      ],
    },
    'team-phishing-briefing': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 5,
      pages: ['buyer-messages', 'performance-notifications'],
      doneIn: 'team',
      when: { team: 'several' },
      sources: ['ftc-phishing', 'staff-scam-messages', 'help-phishing', 'su-phishing'],
    },
  },
  recovery: {
    'backup-super-user-created': {
      severity: 'essential',
      cadence: { kind: 'once' },
      minutes: 30,
      task: true,
      pages: ['user-permissions'],
      when: { plan: 'professional' },
      sources: [
        'help-user-permissions',
        'google-super-admin',
        'microsoft-emergency-access',
        'jiangsulong-super-user',
      ],
      thresholds: ['backup-admins'],
    },
    'backup-super-user-drill': {
      cadence: { kind: 'every', days: 90 },
      minutes: 15,
      pages: ['account-health', 'user-permissions'],
      when: { after: 'backup-super-user-created' },
      sources: ['microsoft-emergency-access', 'channelmax-idle-users', 'amz10-sub-account'],
      thresholds: ['backup-admins', 'inactive-user'],
    },
    'backup-user-payment-limits': {
      cadence: { kind: 'every', days: 180 },
      minutes: 10,
      pages: ['deposit-methods', 'user-permissions'],
      when: { after: 'backup-super-user-created' },
      sources: [
        'staff-bank-accounts',
        'help-bank-account',
        'help-user-permissions-eu',
        'sellerclass-payments',
        'jiangsulong-super-user',
      ],
      thresholds: ['deposit-who'],
    },
    'recovery-pack': {
      cadence: { kind: 'every', days: 180 },
      minutes: 30,
      pages: ['account-info'],
      sources: ['help-verification-2026', 'help-verification-fr', 'repost-recovery', 'repost-inform'],
      thresholds: ['utility-bill', 'business-doc', 'bank-doc'],
    },
    'emergency-contact-number': {
      cadence: { kind: 'every', days: 180 },
      minutes: 5,
      pages: ['account-health', 'account-info'],
      when: { plan: 'professional' },
      sources: ['forum-health-assurance', 'repost-health-assurance', 'ppc-land-challenge'],
      thresholds: ['aha-score', 'aha-respond', 'aha-challenge'],
    },
    'support-route-known': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 10,
      pages: ['case-log', 'home'],
      sources: [
        'staff-account-access',
        'amazon-report-scam',
        'fbamonthly-phishing',
        'repost-recovery',
        'su-phishing',
      ],
      thresholds: ['2sv-recovery'],
    },
    'new-seller-central': {
      severity: 'extra',
      cadence: { kind: 'once' },
      minutes: 10,
      pages: ['home'],
      sources: ['help-new-seller-central'],
    },
    'reinstatement-offers': {
      cadence: { kind: 'event' },
      minutes: 3,
      pages: ['account-health', 'performance-notifications'],
      sources: ['seattle-times-bribes', 'bindwise-suspended', 'su-manipulation'],
    },
  },
  payouts: {
    'deposit-check-before-payout': {
      severity: 'essential',
      cadence: { kind: 'every', days: 14 },
      follows: 'payouts',
      minutes: 2,
      pages: ['deposit-methods', 'payments-dashboard', 'home'],
      sources: [
        'help-express-payout',
        'help-seller-wallet',
        'dc360-theft',
        'zuoooo-payouts',
        'jiangsulong-super-user',
        'bankaf-theft',
      ],
      thresholds: ['settlement-cycle'],
    },
    'notification-email-check': {
      cadence: { kind: 'every', days: 30 },
      minutes: 3,
      pages: ['notification-preferences', 'home'],
      sources: [
        'help-orders',
        'help-selling-on-amazon',
        'bankaf-theft',
        'help-notification-preferences',
        'staff-safety-tips',
        'fbamonthly-phishing',
      ],
    },
    'spare-deposit-method': {
      severity: 'extra',
      cadence: { kind: 'once' },
      minutes: 15,
      pages: ['deposit-methods'],
      sources: [
        'help-deposit-methods',
        'help-registration-by-store',
        'help-micro-deposit',
        'staff-bank-accounts',
      ],
      thresholds: ['deposit-hold', 'deposit-max', 'bank-check-eu'],
    },
    'deposit-change-timing': {
      cadence: { kind: 'event' },
      minutes: 5,
      pages: ['deposit-methods'],
      sources: [
        'help-payment-providers',
        'help-micro-deposit',
        'agreement-us',
        'staff-bank-accounts',
        'help-bank-account',
      ],
      thresholds: ['deposit-hold', 'bank-check-eu', 'deposit-who'],
    },
    'charge-method-valid': {
      cadence: { kind: 'every', days: 60 },
      minutes: 3,
      pages: ['account-info', 'charge-methods', 'payments-dashboard'],
      sources: ['help-bank-and-cards', 'forum-charge-card'],
    },
    'spare-charge-method': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 5,
      pages: ['charge-methods', 'account-info'],
      sources: ['help-bank-and-cards', 'forum-charge-card'],
    },
    'reserve-review': {
      severity: 'extra',
      cadence: { kind: 'every', days: 14 },
      minutes: 5,
      pages: ['payments-dashboard'],
      sources: [
        'help-disburse-on-demand',
        'help-delivery-date-reserve',
        'ecommercebytes-dd7',
        'staff-account-reserves',
        'help-account-reserve-au',
      ],
      thresholds: ['dd7', 'dd14', 'atoz-reserve', 'chargeback-reserve'],
    },
    'payout-landed': {
      cadence: { kind: 'every', days: 14 },
      minutes: 5,
      pages: ['payments-dashboard', 'payments-reports'],
      sources: ['help-express-payout', 'help-micro-deposit', 'case-lost-transfer'],
      thresholds: ['settlement-cycle'],
    },
    'payment-provider-login': {
      cadence: { kind: 'every', days: 90 },
      minutes: 10,
      pages: ['deposit-methods', 'payments-dashboard'],
      sources: ['help-payment-providers', 'help-seller-wallet', 'payoneer-security'],
      thresholds: ['provider-switch'],
    },
    'payout-blocked-respond': {
      cadence: { kind: 'event' },
      minutes: 30,
      pages: ['payments-dashboard', 'performance-notifications', 'account-health'],
      sources: ['help-funds', 'repost-funds-policy', 'staff-account-reserves', 'help-appeal'],
      thresholds: ['review-hold', 'appeal-reply', 'funds-appeal'],
    },
    'deactivation-day-marker': {
      cadence: { kind: 'event' },
      minutes: 20,
      pages: ['account-health', 'payments-dashboard'],
      sources: ['help-funds', 'repost-funds-policy'],
      thresholds: ['funds-appeal'],
    },
  },
  'account-health': {
    'account-health-glance': {
      cadence: { kind: 'every', days: 1 },
      minutes: 1,
      pages: ['account-health', 'home'],
      sources: ['su-account-health', 'su-notifications', 'staff-rating-questions', 'forum-health-assurance'],
      thresholds: [
        'ahr-healthy',
        'ahr-at-risk',
        'ahr-unhealthy',
        'ahr-gain',
        'ahr-update',
        'violation-display',
      ],
    },
    'performance-notifications-read': {
      severity: 'essential',
      cadence: { kind: 'every', days: 1 },
      minutes: 3,
      pages: ['performance-notifications', 'home', 'account-health'],
      sources: ['su-notifications', 'staff-account-health', 'fbamonthly-phishing', 'help-appeal'],
      thresholds: ['bsa-cure', 'appeal-17', 'appeal-reply'],
    },
    'odr-watch': {
      cadence: { kind: 'every', days: 7 },
      minutes: 2,
      pages: ['account-health'],
      sources: ['su-account-health', 'help-odr'],
      thresholds: ['odr-max', 'odr-negative-star'],
    },
    'shipping-metrics-watch': {
      cadence: { kind: 'every', days: 7 },
      minutes: 3,
      pages: ['account-health', 'shipping-settings', 'manage-orders'],
      when: { ships: 'self' },
      sources: [
        'su-account-health',
        'su-late-shipment',
        'su-buy-shipping',
        'help-orders',
        'ppc-land-on-time',
        'staff-on-time',
      ],
      thresholds: ['lsr-max', 'cancel-max', 'vtr-min', 'otdr-min', 'otdr-recommended', 'ship-confirm'],
    },
  },
  'after-sales': {
    'buyer-messages-24h': {
      cadence: { kind: 'every', days: 1 },
      minutes: 10,
      pages: ['buyer-messages'],
      sources: ['su-account-health', 'help-service-insights', 'help-buyer-messages', 'help-response-time'],
      thresholds: ['buyer-message', 'atoz-contact'],
    },
    'returns-and-refunds': {
      cadence: { kind: 'every', days: 1 },
      minutes: 10,
      pages: ['manage-returns', 'manage-orders'],
      when: { ships: 'self' },
      sources: ['help-returns-2026', 'help-refunds', 'su-returns', 'help-returns', 'staff-refunds'],
      thresholds: ['return-answer', 'refund-after-return', 'return-label-abroad'],
    },
    'a-to-z-respond': {
      cadence: { kind: 'every', days: 1 },
      minutes: 15,
      pages: ['a-to-z-claims', 'account-health'],
      when: { ships: 'self' },
      sources: [
        'help-a-to-z-claims',
        'su-a-to-z',
        'su-claims-tips',
        'help-a-to-z-appeal',
        'staff-account-reserves',
      ],
      thresholds: ['atoz-contact', 'atoz-info', 'atoz-refund', 'atoz-appeal', 'atoz-reserve'],
    },
    'chargeback-respond': {
      cadence: { kind: 'event' },
      minutes: 20,
      pages: ['chargebacks', 'account-health'],
      sources: ['help-chargebacks', 'help-after-sales'],
      thresholds: ['chargeback-answer', 'chargeback-reserve'],
    },
    'feedback-review': {
      severity: 'extra',
      cadence: { kind: 'every', days: 7 },
      minutes: 5,
      pages: ['feedback-manager'],
      sources: ['help-feedback', 'help-feedback-removal', 'mag-feedback', 'help-odr'],
      thresholds: ['feedback-removal', 'odr-negative-star'],
    },
    'quality-and-return-reasons': {
      severity: 'extra',
      cadence: { kind: 'every', days: 30 },
      minutes: 20,
      pages: ['manage-returns', 'voice-of-customer', 'manage-inventory'],
      sources: ['su-voice', 'su-wrong-item', 'help-plan-of-action', 'staff-violations'],
    },
    'stock-buffer-check': {
      severity: 'extra',
      cadence: { kind: 'every', days: 7 },
      minutes: 10,
      pages: ['manage-inventory', 'manage-orders', 'vacation-settings'],
      when: { ships: 'self' },
      sources: ['su-account-health', 'staff-cancel-rate', 'help-plan-of-action'],
      thresholds: ['cancel-max', 'lsr-max'],
    },
    'safe-t-window': {
      severity: 'extra',
      cadence: { kind: 'every', days: 7 },
      minutes: 10,
      pages: ['safe-t-claims', 'manage-returns'],
      when: { ships: 'self' },
      sources: ['help-returns-2026', 'su-claims-tips', 'bigbcc-safe-t'],
      thresholds: ['safe-t'],
    },
  },
  policy: {
    'policy-reading': {
      severity: 'extra',
      cadence: { kind: 'every', days: 90 },
      minutes: 15,
      pages: ['home', 'account-health'],
      sources: [
        'su-policies',
        'agreement-us',
        'help-agreement-changes',
        'staff-agreement-section-3',
        'help-funds',
      ],
      thresholds: ['agreement-notice'],
    },
    'reviews-policy-team': {
      cadence: { kind: 'every', days: 180 },
      minutes: 15,
      pages: ['manage-orders', 'buyer-messages'],
      sources: ['su-reviews', 'help-reviews-policy'],
    },
    'brand-ip-authorisation': {
      cadence: { kind: 'every', days: 90 },
      minutes: 30,
      pages: ['manage-inventory', 'account-health', 'policy-compliance', 'brand-registry'],
      sources: ['su-authenticity', 'staff-violations', 'help-plan-of-action'],
    },
    'listing-changes-check': {
      cadence: { kind: 'every', days: 14 },
      minutes: 10,
      pages: ['manage-inventory', 'listings', 'brand-tools', 'brand-registry'],
      sources: [
        'help-detail-page-rules',
        'su-page-edits',
        'su-report-page',
        'help-report-infringement',
        'help-report-errors',
        'help-brand-products',
        'help-brands',
        'staff-report-abuse',
      ],
    },
    'no-rank-manipulation': {
      cadence: { kind: 'every', days: 180 },
      minutes: 20,
      pages: ['advertising', 'account-health'],
      when: { help: 'agency' },
      sources: ['su-manipulation', 'help-reviews-policy'],
    },
    'invoices-365-days': {
      cadence: { kind: 'every', days: 30 },
      minutes: 15,
      pages: ['manage-inventory', 'account-health'],
      sources: ['su-authenticity', 'help-plan-of-action', 'staff-violations'],
      thresholds: ['invoices'],
    },
    'product-papers': {
      cadence: { kind: 'every', days: 90 },
      minutes: 20,
      pages: ['policy-compliance', 'account-health'],
      sources: ['eu-gpsr', 'help-compliance-services', 'su-compliance', 'repost-epr-france'],
    },
    'liability-insurance': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 10,
      pages: ['account-info', 'policy-compliance'],
      sources: ['agreement-us', 'help-insurance', 'staff-insurance'],
      thresholds: ['insurance-from', 'insurance-days'],
    },
    'business-info-certified': {
      cadence: { kind: 'every', days: 330 },
      minutes: 20,
      pages: ['account-info', 'account-health', 'identity-verification', 'home'],
      sources: [
        'us-inform-law',
        'repost-inform',
        'ftc-inform',
        'help-verification-2026',
        'help-verification-fr',
      ],
      thresholds: [
        'inform-threshold',
        'inform-days',
        'inform-annual',
        'kyc-days',
        'owner-share',
        'business-doc',
        'doc-languages',
        'resubmit',
        'document-review',
        'video-result',
      ],
    },
    'tax-data-current': {
      cadence: { kind: 'every', days: 180 },
      minutes: 15,
      pages: ['tax-settings', 'account-info', 'account-health'],
      sources: ['forum-dac7', 'help-vat-europe', 'help-tax-interview'],
      thresholds: ['dac7-from', 'dac7-days', 'dac7-repeat'],
    },
    'related-accounts': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 15,
      pages: ['user-permissions', 'account-health'],
      sources: ['help-selling-on-amazon', 'su-multiple-accounts', 'su-related-accounts', 'cabilly-accounts'],
    },
    'tools-agent-policy': {
      severity: 'extra',
      cadence: { kind: 'every', days: 180 },
      minutes: 15,
      pages: ['manage-apps', 'home'],
      sources: [
        'help-agent-policy',
        'agreement-us',
        'help-agreement-changes',
        'ecommercebytes-agents',
        'ecomcrew-agents',
      ],
      thresholds: ['agent-policy'],
    },
  },
} as const satisfies Record<ChecklistArea, Record<string, Row>>

export type ItemId = { [Area in ChecklistArea]: keyof (typeof table)[Area] }[ChecklistArea]

/** One item of the checklist. Its texts are messages. */
export type Item = Row & {
  id: ItemId
  area: ChecklistArea
  severity: Severity
  scope: Scope
  when: Condition & { after?: ItemId }
}

/** The whole catalog. Its order breaks ties between items that are equally urgent. */
export const items: readonly Item[] = rowsOf(table).flatMap(([area, rows]) =>
  rowsOf(rows).map(([id, row]) => ({ id, area, scope: 'store', severity: 'recommended', when: {}, ...row })),
)
export const itemIds = items.map(({ id }) => id)
export const itemOf = finderOf(items, 'item')
