import { idsOf } from './facts/table'

type Row = {
  /**
   * Where links to it lead, without query. An old address is used only if we are sure of no newer one. All
   * work from the classic and the new Seller Central; addresses of the new one alone would not.
   */
  path: string
  /** `login`: the shop of the same marketplace. `brand`: Brand Registry. Missing: the store front. */
  on?: 'login' | 'brand'
  /** The seller does nothing specific here yet, so an item of another page may be shown. */
  isHome?: true
  /** Another account may be open from here on. */
  switchesAccount?: true
}

/** Every kind of page that Nightlatch recognizes. Ids never change: items, records and exports name them. */
const table = {
  home: { path: '/home', isHome: true },
  'account-info': { path: '/sw/AccountInfo/SellerProfileView/step/SellerProfileView' },
  'login-settings': { path: '/ap/cnep', on: 'login' },
  'two-step-settings': { path: '/a/settings/approval', on: 'login' },
  'sign-in': { path: '/ap/signin' },
  'code-challenge': { path: '/ap/mfa' },
  'password-reset': { path: '/ap/forgotpassword' },
  'user-permissions': { path: '/gp/account-manager/home.html' },
  'manage-apps': { path: '/apps/manage' },
  'app-consent': { path: '/apps/authorize/consent' },
  'deposit-methods': { path: '/sw/AccountInfo/DepositMethodView/step/DepositMethodView' },
  'charge-methods': { path: '/sw/AccountInfo/ChargeMethod' },
  'payments-dashboard': { path: '/payments/dashboard/index.html' },
  'payments-reports': { path: '/payments/reports-repository' },
  disbursement: { path: '/payments/disburse/details' },
  'account-health': { path: '/performance/dashboard' },
  'policy-compliance': { path: '/performance/account/health/product-policies' },
  'performance-notifications': { path: '/performance/notifications' },
  'a-to-z-claims': { path: '/gp/guarantee-claims/home.html' },
  chargebacks: { path: '/gp/chargebacks/home.html' },
  'safe-t-claims': { path: '/safet-claims' },
  'manage-returns': { path: '/gp/returns/list/v2' },
  'manage-orders': { path: '/orders-v3' },
  'buyer-messages': { path: '/messaging/inbox' },
  'feedback-manager': { path: '/feedback-manager/index.html' },
  'voice-of-customer': { path: '/voice-of-the-customer' },
  'manage-inventory': { path: '/myinventory/inventory' },
  'notification-preferences': { path: '/notifications/preferences' },
  'shipping-settings': { path: '/sbr' },
  'vacation-settings': { path: '/hz/account-info/vacation-settings' },
  'tax-settings': { path: '/tax/nexus/settings' },
  'identity-verification': { path: '/sw/AccountInfo/LegalEntity/step/LegalEntity' },
  'brand-registry': { path: '/', on: 'brand' },
  'brand-tools': { path: '/brand-analytics/dashboard/query-performance' },
  'case-log': { path: '/cu/case-lobby' },
  'account-switcher': { path: '/account-switcher/default/merchantMarketplace', switchesAccount: true },
  registration: { path: '/register' },
  reports: { path: '/business-reports' },
  advertising: { path: '/cm/campaigns' },
  listings: { path: '/product-search' },
  promotions: { path: '/promotion-central' },
  fulfilment: { path: '/gp/ssof/shipping-queue.html' },
  help: { path: '/help/center' },
  forums: { path: '/seller-forums' },
  appeals: { path: '/performance/account/health/contact-us' },
} as const satisfies Record<string, Row>

export type PageId = keyof typeof table

export const pages: Readonly<Record<PageId, Row>> = table
export const pageIds = idsOf(table)
