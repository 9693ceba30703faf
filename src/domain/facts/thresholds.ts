import type { SourceId } from './sources'
import { finderOf, rowsOf } from './table'

type Row = {
  /** As the source writes it, with its `<` or `>=`. */
  value: string
  unit: string
  /** Missing: everywhere. */
  region?: 'all' | 'US' | 'UK' | 'EU' | 'EU/UK' | 'IN'
  /** Replaces that row on the store fronts of its region (`figuresIn`). No check or guide names this one. */
  insteadOf?: string
  sources: readonly SourceId[]
  /** The date of the source or of its capture: a year, month, day, a span `from/to`, or `undated`. */
  seen: string
  /** What `seen` means if it isn't the date of the source. */
  as?: 'about' | 'start' | 'start-and-change' | 'and-later' | 'and-older'
  certainty: 'high' | 'medium' | 'low'
  disagreement?: true
}

/**
 * Messages: `threshold_<id>_name`, `_figure` (value and unit in words; none if the value is a day),
 * `_meaning` and, where sources disagree, `_disagreement` (`-` as `_`).
 */
const table = {
  'odr-max': {
    value: '<1',
    unit: 'percent',
    sources: ['su-account-health', 'help-odr'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'odr-negative-star': {
    value: '1-2',
    unit: 'stars',
    sources: ['su-account-health', 'help-odr'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'lsr-max': {
    value: '<4',
    unit: 'percent',
    sources: ['su-late-shipment', 'su-account-health'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'lsr-max-in': {
    value: '<2',
    unit: 'percent',
    region: 'IN',
    insteadOf: 'lsr-max',
    sources: ['live-india'],
    seen: '2026-07',
    certainty: 'high',
  },
  'cancel-max': {
    value: '<2.5',
    unit: 'percent',
    sources: ['su-account-health', 'staff-cancel-rate'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'cancel-max-in': {
    value: '<2',
    unit: 'percent',
    region: 'IN',
    insteadOf: 'cancel-max',
    sources: ['live-india'],
    seen: '2026-07',
    certainty: 'high',
  },
  'vtr-min': {
    value: '>=95',
    unit: 'percent',
    sources: ['su-account-health', 'su-claims-tips', 'help-vtr'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'otdr-min': {
    value: '>=90',
    unit: 'percent',
    region: 'US',
    sources: ['ppc-land-on-time', 'staff-on-time', 'su-buy-shipping'],
    seen: '2024-09-25/2026-02-28',
    as: 'start-and-change',
    certainty: 'high',
  },
  'otdr-recommended': {
    value: '>=95',
    unit: 'percent',
    region: 'US',
    sources: ['sellerclass-on-time'],
    seen: '2024-09',
    certainty: 'medium',
  },
  'otdr-uk': {
    value: '>=90',
    unit: 'percent',
    region: 'UK',
    insteadOf: 'otdr-min',
    sources: ['staff-on-time-uk'],
    seen: '2025-09-16',
    as: 'start',
    certainty: 'high',
  },
  'ship-confirm': {
    value: '7',
    unit: 'business days',
    region: 'US',
    sources: ['help-orders'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'ahr-healthy': {
    value: '200-1000',
    unit: 'points',
    sources: ['zipzap-rating', 'staff-rating-questions', 'agreement-us'],
    seen: '2026-03-23',
    certainty: 'high',
  },
  'ahr-at-risk': {
    value: '100-199',
    unit: 'points',
    sources: ['zipzap-rating', 'staff-at-risk'],
    seen: '2026-03-23',
    certainty: 'high',
  },
  'ahr-unhealthy': {
    value: '0-99',
    unit: 'points',
    sources: ['zipzap-rating', 'staff-at-risk', 'agreement-us', 'staff-repeat-complaints'],
    seen: '2026-03-23',
    certainty: 'high',
  },
  'ahr-gain': {
    value: '4 per 200',
    unit: 'points per fulfilled orders',
    sources: ['repost-rating-points'],
    seen: 'undated',
    certainty: 'medium',
  },
  'ahr-update': {
    value: 'few hours',
    unit: 'time',
    sources: ['repost-rating-points', 'ecommercebytes-violations'],
    seen: '2020',
    as: 'and-later',
    certainty: 'medium',
    disagreement: true,
  },
  'violation-display': {
    value: '180',
    unit: 'days',
    sources: ['su-manipulation'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'aha-score': {
    value: '250 for 6 months, <=10 days below',
    unit: 'points / months / days',
    sources: ['forum-health-assurance', 'repost-health-assurance'],
    seen: '2022/2023',
    certainty: 'high',
  },
  'aha-respond': {
    value: '72',
    unit: 'hours',
    sources: ['forum-health-assurance', 'repost-health-assurance'],
    seen: '2022/2023',
    certainty: 'high',
  },
  'aha-challenge': {
    value: '48',
    unit: 'hours',
    sources: ['ppc-land-challenge'],
    seen: '2026-11',
    certainty: 'medium',
  },
  'buyer-message': {
    value: '24',
    unit: 'hours',
    sources: ['su-account-health', 'su-self-shipping', 'help-service-insights', 'help-response-time'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'atoz-contact': {
    value: '48',
    unit: 'hours',
    sources: ['help-a-to-z-claims', 'su-a-to-z'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'return-answer': {
    value: '24',
    unit: 'hours',
    sources: ['help-returns-2026', 'help-a-to-z-claims', 'help-returns'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'refund-after-return': {
    value: '2',
    unit: 'business days',
    sources: ['help-returns-2026', 'su-returns', 'staff-claim-times', 'help-refunds', 'help-a-to-z-claims'],
    seen: '2026-05-12',
    certainty: 'high',
    disagreement: true,
  },
  'return-label-abroad': {
    value: '2',
    unit: 'days',
    region: 'US',
    sources: ['help-returns-2026', 'help-a-to-z-claims', 'su-return-settings', 'staff-claim-times'],
    seen: '2026-05-12',
    certainty: 'high',
    disagreement: true,
  },
  'atoz-info': {
    value: '72',
    unit: 'hours',
    sources: ['help-a-to-z-claims', 'su-a-to-z'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'atoz-refund': {
    value: 'counts',
    unit: 'order defect rate',
    sources: ['help-a-to-z-claims', 'su-a-to-z'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'atoz-appeal': {
    value: '30',
    unit: 'calendar days',
    sources: ['help-a-to-z-claims', 'su-a-to-z', 'help-a-to-z-appeal'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'atoz-reserve': {
    value: 'up to 14 or more',
    unit: 'days',
    sources: ['help-account-reserve-au'],
    seen: 'undated',
    certainty: 'high',
  },
  'chargeback-answer': {
    value: '7',
    unit: 'calendar days',
    sources: ['help-chargebacks'],
    seen: 'undated',
    certainty: 'high',
  },
  'chargeback-reserve': {
    value: 'last 90',
    unit: 'days',
    sources: ['staff-account-reserves', 'help-account-reserve-sa'],
    seen: 'undated',
    certainty: 'medium',
    disagreement: true,
  },
  'safe-t': {
    value: '30',
    unit: 'days',
    region: 'US',
    sources: ['bigbcc-safe-t', 'benoscales-safe-t', 'help-after-sales'],
    seen: '2026-01-21',
    certainty: 'high',
  },
  'feedback-removal': {
    value: '90',
    unit: 'days',
    sources: ['mag-feedback', 'help-feedback'],
    seen: '2026-05-12',
    certainty: 'low',
    disagreement: true,
  },
  dd7: {
    value: '7 after delivery',
    unit: 'days',
    sources: ['help-disburse-on-demand', 'help-delivery-date-reserve', 'ecommercebytes-dd7'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  dd14: {
    value: '14 after delivery',
    unit: 'days',
    sources: ['staff-longer-reserve', 'repost-longer-reserve'],
    seen: 'undated',
    certainty: 'high',
  },
  'settlement-cycle': {
    value: '14',
    unit: 'days',
    sources: ['agreement-us', 'help-express-payout', 'help-disburse-on-demand'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'deposit-hold': {
    value: '3',
    unit: 'days',
    sources: ['help-payment-providers', 'agreement-us', 'staff-bank-accounts', 'help-bank-account'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'deposit-who': {
    value: 'primary owner only',
    unit: 'role',
    sources: [
      'staff-bank-accounts',
      'help-user-permissions-eu',
      'sellerclass-payments',
      'jiangsulong-super-user',
    ],
    seen: 'undated',
    certainty: 'medium',
    disagreement: true,
  },
  'deposit-max': {
    value: '2',
    unit: 'methods',
    region: 'US',
    sources: ['help-deposit-methods', 'help-seller-wallet'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'deposit-max-eu': {
    value: '1 per store, 5 in all',
    unit: 'methods',
    region: 'EU/UK',
    insteadOf: 'deposit-max',
    sources: ['help-registration-by-store'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'bank-check-eu': {
    value: '4',
    unit: 'business days',
    region: 'EU/UK',
    sources: ['help-registration-by-store'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'provider-switch': {
    value: '45',
    unit: 'days',
    sources: ['help-payment-providers'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'funds-appeal': {
    value: '60',
    unit: 'days after deactivation',
    sources: ['help-funds', 'repost-funds-policy'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'review-hold': {
    value: '<=30',
    unit: 'days',
    sources: ['help-account-review'],
    seen: 'undated',
    certainty: 'medium',
  },
  'appeal-reply': {
    value: '2',
    unit: 'days',
    sources: ['help-appeal'],
    seen: 'undated',
    certainty: 'medium',
    disagreement: true,
  },
  'appeal-17': {
    value: '17',
    unit: 'days',
    sources: ['ecommercechris-appeal', 'copy-plan-notice'],
    seen: '2015/2020',
    certainty: 'low',
    disagreement: true,
  },
  'bsa-cure': {
    value: '7',
    unit: 'days',
    sources: ['agreement-us', 'staff-agreement-section-3'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'agreement-notice': {
    value: '15',
    unit: 'days',
    region: 'US',
    sources: ['agreement-us'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  invoices: {
    value: '365',
    unit: 'days',
    sources: ['su-authenticity', 'help-plan-of-action'],
    seen: '2026-07-27',
    certainty: 'high',
  },
  'inform-threshold': {
    value: '200 sales and $5,000',
    unit: 'per 12 months of the last 24',
    region: 'US',
    sources: ['us-inform-law', 'ftc-inform', 'fkks-inform'],
    seen: '2026-11',
    certainty: 'high',
  },
  'inform-days': {
    value: '10',
    unit: 'days',
    region: 'US',
    sources: ['us-inform-law', 'fkks-inform', 'repost-inform'],
    seen: '2026-11',
    certainty: 'high',
  },
  'inform-annual': {
    value: '365',
    unit: 'days',
    region: 'US',
    sources: ['us-inform-law', 'repost-inform'],
    seen: '2026-11',
    certainty: 'high',
  },
  'kyc-days': {
    value: '60',
    unit: 'days',
    region: 'EU/UK',
    sources: ['help-verification-fr', 'help-verification-uk'],
    seen: 'undated',
    certainty: 'high',
  },
  'owner-share': {
    value: '>25',
    unit: 'percent',
    sources: ['help-verification-2026'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'business-doc': {
    value: '180',
    unit: 'days',
    sources: ['help-verification-2026'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'doc-languages': {
    value: '17',
    unit: 'languages',
    sources: ['help-verification-2026'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  resubmit: {
    value: '30',
    unit: 'days',
    sources: ['help-verification-2026'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'document-review': {
    value: '2',
    unit: 'business days',
    sources: ['help-verification-2026'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'dac7-from': {
    value: '30 or 2,000',
    unit: 'sales or euros in a calendar year',
    region: 'EU',
    sources: ['forum-dac7'],
    seen: '2026-11',
    certainty: 'high',
  },
  'dac7-days': {
    value: '60',
    unit: 'days',
    region: 'EU',
    sources: ['forum-dac7'],
    seen: '2026-11',
    certainty: 'high',
  },
  'dac7-repeat': {
    value: '36',
    unit: 'months',
    region: 'EU',
    sources: ['forum-dac7-it'],
    seen: '2026-11',
    certainty: 'high',
  },
  'insurance-from': {
    value: '>10,000',
    unit: 'US dollars in a month',
    region: 'US',
    sources: ['agreement-us', 'staff-insurance'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'insurance-days': {
    value: '30',
    unit: 'days',
    region: 'US',
    sources: ['agreement-us', 'staff-insurance'],
    seen: '2026-05-12',
    certainty: 'high',
  },
  'utility-bill': {
    value: '90',
    unit: 'days',
    sources: ['forum-utility-bill', 'help-verification-2026', 'help-registration-by-store'],
    seen: '2026-05-12',
    certainty: 'low',
    disagreement: true,
  },
  'bank-doc': {
    value: '180',
    unit: 'days',
    region: 'EU/UK',
    sources: ['copy-bank-documents'],
    seen: 'undated',
    certainty: 'medium',
  },
  'video-result': {
    value: '5',
    unit: 'business days',
    sources: ['forum-video-interview'],
    seen: 'undated',
    certainty: 'medium',
  },
  '2sv-recovery': {
    value: '1-2',
    unit: 'days',
    sources: ['repost-recovery', 'marketplacevalet-recovery', 'copy-recovery-help'],
    seen: '2021/2025',
    certainty: 'medium',
    disagreement: true,
  },
  'inactive-user': {
    value: '12',
    unit: 'months',
    sources: ['channelmax-idle-users'],
    seen: '2024-10/2024-12',
    certainty: 'medium',
  },
  'app-reauth': {
    value: '365',
    unit: 'days',
    sources: ['sp-api-renewal', 'amazon-mws-announcement'],
    seen: '2026',
    certainty: 'high',
  },
  'remember-cookie': {
    value: 'about 30',
    unit: 'days',
    sources: ['fbi-cookies'],
    seen: 'undated',
    certainty: 'medium',
  },
  'password-length': {
    value: '15 alone / 8 with MFA',
    unit: 'characters (minimum for services)',
    sources: ['nist-63b', 'owasp-authentication'],
    seen: '2025-08',
    certainty: 'medium',
  },
  'password-change': {
    value: 'none',
    unit: 'days',
    sources: ['nist-63b', 'ncsc-expiry', 'staff-safety-tips'],
    seen: '2025-08',
    certainty: 'high',
    disagreement: true,
  },
  'backup-admins': {
    value: '>=2, checked every 90',
    unit: 'accounts / days',
    sources: ['microsoft-emergency-access', 'google-super-admin'],
    seen: '2025/2026',
    certainty: 'high',
  },
  'agent-policy': {
    value: '2026-03-04',
    unit: 'date',
    sources: ['help-agreement-changes', 'help-agent-policy', 'agreement-us'],
    seen: '2026-05-12',
    certainty: 'high',
  },
} as const satisfies Record<string, Row>

export type ThresholdId = keyof typeof table

/**
 * A figure that Amazon or a standard sets, with its sources, their date and how sure it is. Figures change
 * without notice and pages contradict each other, so no figure is shown without these.
 */
export type Threshold = Row & { id: ThresholdId; region: NonNullable<Row['region']>; insteadOf?: ThresholdId }

export const thresholds: readonly Threshold[] = rowsOf(table).map(([id, row]) => ({
  id,
  region: 'all',
  ...row,
}))
export const thresholdOf = finderOf(thresholds, 'threshold')

/**
 * The marketplaces of each region that has its own figures, by ISO country. EU is the regional host, which
 * serves the United Kingdom too.
 */
const within: Partial<Readonly<Record<Threshold['region'], readonly string[]>>> = {
  UK: ['GB', 'EU'],
  'EU/UK': ['DE', 'FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BE', 'IE', 'GB', 'EU'],
  IN: ['IN'],
}

/** The rows that replace this one in some region. */
const instead = (id: ThresholdId) => thresholds.filter(({ insteadOf }) => insteadOf === id)

/** A figure, with its marketplaces if it differs between those of the store. */
export type Figure = { id: ThresholdId; marketplaces?: readonly string[] }

/** These figures for a store's marketplaces. If no marketplace is known, the figures of all regions. */
export function figuresIn(ids: readonly ThresholdId[], marketplaces: readonly string[]): readonly Figure[] {
  return ids.flatMap((id): Figure[] => {
    const others = instead(id)
    if (marketplaces.length === 0) return [{ id }, ...others.map((one) => ({ id: one.id }))]
    const rowFor = (marketplace: string) =>
      others.find(({ region }) => within[region]?.includes(marketplace))?.id ?? id
    const found = [id, ...others.map((one) => one.id)]
      .map((one) => ({ id: one, marketplaces: marketplaces.filter((place) => rowFor(place) === one) }))
      .filter((one) => one.marketplaces.length > 0)
    return found.length === 1 ? found.map((one) => ({ id: one.id })) : found
  })
}
