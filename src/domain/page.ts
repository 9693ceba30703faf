/** Every kind of page that Nightlatch can tell apart by its address. An id is for ever: items, records and exports name it. */
export const pageIds = [
  'home',
  'account-info',
  'login-settings',
  'two-step-settings',
  'sign-in',
  'code-challenge',
  'password-reset',
  'user-permissions',
  'manage-apps',
  'app-consent',
  'deposit-methods',
  'charge-methods',
  'payments-dashboard',
  'payments-reports',
  'disbursement',
  'account-health',
  'policy-compliance',
  'performance-notifications',
  'a-to-z-claims',
  'chargebacks',
  'safe-t-claims',
  'manage-returns',
  'manage-orders',
  'buyer-messages',
  'feedback-manager',
  'voice-of-customer',
  'manage-inventory',
  'notification-preferences',
  'shipping-settings',
  'vacation-settings',
  'tax-settings',
  'identity-verification',
  'brand-registry',
  'brand-tools',
  'case-log',
  'account-switcher',
  'registration',
  'reports',
  'advertising',
  'listings',
  'promotions',
  'fulfilment',
  'help',
  'forums',
  'appeals',
] as const

export type PageId = (typeof pageIds)[number]

/** Pages that are unlike the others. */
export const pageTraits: {
  readonly [P in PageId]?: {
    /** Nothing is being done there yet, so that an item of another page may speak. */
    isHome?: true
    /** Another account may be open from here on. */
    switchesAccount?: true
  }
} = {
  home: { isHome: true },
  'account-switcher': { switchesAccount: true },
}
