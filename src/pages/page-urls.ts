import type { PageId } from '../domain/page'
import { linkHost, loginHost, type StoreFrontHost } from './hosts'

/**
 * The way to each page: the newest shape of which we are sure, so that an old address is used only where no newer is known. All
 * work from the classic and from the new Seller Central; addresses of the new one alone would not, so none is here.
 * `login`: on the shop's host of the marketplace.
 */
const ways = {
  home: '/home',
  'account-info': '/sw/AccountInfo/SellerProfileView/step/SellerProfileView',
  'login-settings': { login: '/ap/cnep' },
  'two-step-settings': { login: '/a/settings/approval' },
  'sign-in': '/ap/signin',
  'code-challenge': '/ap/mfa',
  'password-reset': '/ap/forgotpassword',
  'user-permissions': '/gp/account-manager/home.html',
  'manage-apps': '/apps/manage',
  'app-consent': '/apps/authorize/consent',
  'deposit-methods': '/sw/AccountInfo/DepositMethodView/step/DepositMethodView',
  'charge-methods': '/sw/AccountInfo/ChargeMethod',
  'payments-dashboard': '/payments/dashboard/index.html',
  'payments-reports': '/payments/reports-repository',
  disbursement: '/payments/disburse/details',
  'account-health': '/performance/dashboard',
  'policy-compliance': '/performance/account/health/product-policies',
  'performance-notifications': '/performance/notifications',
  'a-to-z-claims': '/gp/guarantee-claims/home.html',
  chargebacks: '/gp/chargebacks/home.html',
  'safe-t-claims': '/safet-claims',
  'manage-returns': '/gp/returns/list/v2',
  'manage-orders': '/orders-v3',
  'buyer-messages': '/messaging/inbox',
  'feedback-manager': '/feedback-manager/index.html',
  'voice-of-customer': '/voice-of-the-customer',
  'manage-inventory': '/myinventory/inventory',
  'notification-preferences': '/notifications/preferences',
  'shipping-settings': '/sbr',
  'vacation-settings': '/hz/account-info/vacation-settings',
  'tax-settings': '/tax/nexus/settings',
  'identity-verification': '/sw/AccountInfo/LegalEntity/step/LegalEntity',
  'brand-registry': { brand: '/' },
  'brand-tools': '/brand-analytics/dashboard/query-performance',
  'case-log': '/cu/case-lobby',
  'account-switcher': '/account-switcher/default/merchantMarketplace',
  registration: '/register',
  reports: '/business-reports',
  advertising: '/cm/campaigns',
  listings: '/product-search',
  promotions: '/promotion-central',
  fulfilment: '/gp/ssof/shipping-queue.html',
  help: '/help/center',
  forums: '/seller-forums',
  appeals: '/performance/account/health/contact-us',
} as const satisfies Record<PageId, string | { login: string } | { brand: string }>

/** A constant https address of Amazon's own, without query. */
export function addressOf(page: PageId, host: StoreFrontHost): string {
  const way: string | { login: string } | { brand: string } = ways[page]
  if (typeof way === 'string') return `https://${linkHost(host)}${way}`
  if ('login' in way) return `https://${loginHost(host)}${way.login}`
  return `https://brandregistry.amazon.com${way.brand}`
}
