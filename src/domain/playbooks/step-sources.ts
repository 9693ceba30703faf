import type { SourceId } from '../facts/sources'
import type { PlaybookId, StepId } from './playbook'
import { isPlaybookId } from './playbooks'

/**
 * The sources of the steps, besides the figures they name. Separate from the playbooks, which the background
 * loads too without showing any sources.
 */
export const stepSources: Readonly<Record<PlaybookId, Readonly<Record<StepId, readonly SourceId[]>>>> = {
  hijack: {
    mailbox: ['graphlattice-rules', 'zuoooo-payouts'],
    'phone-number': ['ftc-sim-swap'],
    'locked-out': ['staff-account-access', 'repost-recovery'],

    payout: ['dc360-theft'],
    'stop-payout': ['staff-account-access', 'staff-bank-accounts'],
    'sign-out': ['help-2sv-2026'],
    'two-step-methods': ['help-2sv-2026'],
    users: ['help-user-permissions', 'staff-safety-tips'],
    apps: ['sp-api-renewal', 'five-doors'],
    deposit: ['help-payment-providers', 'help-bank-and-cards', 'staff-bank-accounts'],
    notifications: ['help-orders', 'help-notification-preferences', 'bankaf-theft'],
    report: ['staff-account-access', 'su-notifications'],
    'same-day': ['dc360-theft'],
  },
  'funds-cleared': {
    'which-case': ['help-funds', 'staff-account-reserves'],
    'reserved-cause': ['help-a-to-z-claims'],
    'reserved-ask': ['staff-account-reserves'],
    'failed-data': ['help-bank-and-cards', 'forum-charge-card', 'help-tax-interview'],
    'failed-trace': ['help-express-payout', 'case-lost-transfer'],
    'withheld-read': ['help-funds', 'su-notifications'],
    'withheld-fix': ['su-notifications'],
    'withheld-appeal': ['help-funds', 'su-notifications'],
    'withheld-orders': ['help-funds', 'help-a-to-z-claims'],
    'withheld-funds': ['help-funds'],
    'stolen-report': ['dc360-theft', 'staff-bank-accounts'],
  },
  'deactivation-appeal': {
    'read-notice': ['su-notifications', 'agreement-us'],
    'sort-issue': ['su-account-health', 'su-notifications', 'su-related-accounts'],
    'find-cause': ['su-wrong-item', 'su-related-accounts'],
    'act-first': ['help-plan-of-action'],
    'collect-proof': ['su-authenticity'],
    'write-draft': ['help-plan-of-action', 'su-notifications'],
    'submit-once': ['help-appeal', 'su-notifications'],
    'their-answer': ['su-notifications'],
    'answer-more': ['help-abusive-conduct', 'su-notifications'],
    refused: ['help-appeal', 'staff-account-health'],
    money: ['help-funds'],
  },
  'backup-access': {
    recover: ['help-2sv-2026'],
    'read-notice': ['su-notifications'],
    'sign-in': ['amz10-sub-account'],
    'look-first': ['amz10-sub-account'],
    'keep-alive': ['help-a-to-z-claims', 'help-funds'],
    report: ['staff-account-access'],
    'owner-back': ['help-2sv-2026'],
    'no-backup': ['staff-admin-left'],
  },
  phishing: {
    'what-happened': ['su-phishing'],
    password: ['su-phishing', 'help-2sv-2026'],
    code: ['su-phishing', 'help-2sv-2026'],
    papers: ['su-phishing'],
    reinstatement: ['su-manipulation', 'seattle-times-bribes'],
    'check-claim': ['su-phishing', 'staff-scam-messages'],
    report: ['amazon-report-scam', 'su-phishing'],
  },
  claim: {
    which: ['help-after-sales'],
    decide: ['help-a-to-z-claims'],
    refund: ['help-a-to-z-claims'],
    collect: ['su-a-to-z', 'su-claims-tips', 'help-chargebacks'],
    submit: ['su-a-to-z', 'help-chargebacks'],
    decision: ['help-a-to-z-claims', 'help-chargebacks'],
    appeal: ['help-a-to-z-claims', 'su-a-to-z'],
    'safe-t': ['help-returns-2026', 'su-claims-tips'],
    learn: ['su-voice'],
  },
  verification: {
    real: ['help-verification-2026', 'staff-scam-messages', 'su-phishing'],
    'which-law': ['help-verification-2026', 'repost-inform'],
    product: ['su-compliance', 'help-compliance-services'],
    other: ['su-notifications'],
    'read-list': ['help-verification-2026'],
    match: ['help-verification-2026'],
    papers: ['help-verification-2026'],
    'upload-once': ['help-verification-2026'],
    meanwhile: ['help-verification-uk'],
  },
  offboarding: {
    'primary-user': ['staff-admin-left'],
    'hand-over-primary': ['staff-admin-left', 'staff-primary-email'],
    'remove-user': ['help-user-permissions'],
    'codes-and-computers': ['help-2sv-2026'],
    passwords: ['michigan-leavers', 'nist-63b'],
    apps: ['sp-api-renewal', 'five-doors'],
    'other-doors': ['help-brand-roles', 'help-brand-handover', 'amazon-ads-third-party-apps'],
    mails: ['help-notification-preferences'],
    'open-work': ['michigan-leavers'],
    'what-stays': ['staff-admin-left'],
  },
  'listing-taken-over': {
    record: ['help-report-infringement'],
    who: ['help-user-permissions'],
    'put-right': ['help-detail-page-rules', 'help-brand-products', 'su-report-page'],
    compare: ['help-report-infringement'],
    report: ['help-report-infringement', 'help-report-errors', 'su-report-page', 'staff-report-abuse'],
    meanwhile: ['su-voice', 'su-authenticity'],
    watch: ['help-brands'],
  },
}

/** Empty if this version doesn't know the stored ids. */
export function sourcesOfStep(playbook: string, step: StepId): readonly SourceId[] {
  const steps = isPlaybookId(playbook) ? stepSources[playbook] : {}
  return (Object.hasOwn(steps, step) ? steps[step] : undefined) ?? []
}
