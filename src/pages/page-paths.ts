import type { PageId } from '../domain/page'

/*
 * The shapes of each page's addresses: lower-case paths, separated by spaces. match-path.ts reads them.
 * - A shape without a leading slash is in the same folder as the shape before.
 * - `/*` at the end: this folder and everything below.
 * - `{order}`: an order number. `{form}`: the path so far, with a `formid` in the query.
 * - No shape has what never matters: a folder's `index.html`, what follows a name in `.html`, a `/ref=…`
 *   tail, a leading `/-/en/`, a trailing slash, query and hash.
 * - If two rows fit, the longer shape wins (`/performance/detail/product-policies/*` before
 *   `/performance/detail/*`).
 *
 * A row that is only text, and `store`: on Seller Central. `login`: on www.amazon.<tld>. `both`: on either.
 * `brand`: on Brand Registry's own host.
 *
 * How the site is built: the first folder names an application (`/messaging`, `/orders-v3`, `/payments`),
 * which owns everything below, so most rows are whole folders. `/gp/` has pages from before about 2016 and
 * `/hz/` those of the years after, under names that later pages kept. `/sw/accountinfo/` has a folder for
 * each view of the account. `/amazonsell/` is the new Seller Central of 2026. Folders that several pages
 * share (`/fba/`, `/apps/`, `/account/`, `/gp/ssof/`, `/mario/`, `/amazonsell/`) are listed by their parts,
 * and the other parts stay unknown.
 *
 * The comment before each group gives the years in which it was seen and how sure we are. Sources (2012 to
 * 2026): public code, help pages, inventories of saved pages and of menus, and a public record of one live
 * account.
 */
/** Pages where a card may appear or the account may change. The content script has only these rows. */
export const shippedPages = {
  'account-switcher':
    // 2022-2026, high; the last one medium
    '/account-switcher/* /merchant-picker/* /global-picker/* /authorization/select-account/*',
  home:
    // 2014-2026, high
    '/home /gp/homepage.html ' +
    // 2026, medium: the bare host leads to /home or to sign-in
    '/ ' +
    // 2025, medium; the new Seller Central, 2026, high
    '/snowdash/* /amazonsell/business/*',
  'account-info':
    // 2014-2026, high
    '/gp/seller/configuration/account-info-page.html /hz/sc/account-information/* ' +
    // 2026, high: every view that has no row of its own; 2020-2026, medium: likewise
    '/sw/accountinfo/* /gp/on-board/configuration/* ' +
    // 2025-2026, medium
    '/global-dashboard /global-dashboard/account-overview/* store-information/* account-management/* ' +
    '/account-information/* /account/management/*',
  'login-settings': {
    // 2014-2021, high
    store: '/gp/seller/configuration/login-settings.html',
    // 2015-2026, high
    both: '/ap/cnep/*',
    // 2024-2026, high
    login: '/ax/account/manage/*',
  },
  'two-step-settings': {
    // 2017-2026, high on the shop's host; 2025, medium on Seller Central
    both: '/a/settings/approval/* otpdevices/*',
  },
  'user-permissions':
    // 2014-2026, high
    '/gp/account-manager/home.html /account/permissions/* ' +
    // 2020-2025, medium: the history; then low: the singular
    '/audit/account/* /account/permission/*',
  'manage-apps':
    // 2026, medium; 2014-2021, high
    '/apps/manage/* /gp/mws/registration/register.html',
  'app-consent':
    // 2019-2026, high
    '/apps/authorize/consent/*',
  'deposit-methods':
    // 2020-2026, high
    '/sw/accountinfo/depositmethodview/* /gp/on-board/configuration/global-bank/* ' +
    // 2024-2026, medium
    '/sw/accountinfo/depositmethod/* managedepositmethods/* ' +
    // 2025, low
    '/global-dashboard/payment-information/* /payments/deposit-methods/*',
  'charge-methods':
    // 2020-2026, high
    '/sw/accountinfo/chargemethod/* charge/* /gp/on-board/configuration/single-section/global-billing.html ' +
    // 2025, low: like the deposit methods' view
    '/sw/accountinfo/chargemethodview/*',
  'payments-dashboard':
    // 2012-2026, high
    '/payments/dashboard/* /gp/payments-account/settlement-summary.html ' +
    // low: by its name
    '/amazonsell/payments/*',
  'payments-reports':
    // 2020-2026, high; from allstatements on medium
    '/payments/reports/* reports-repository/* allstatements/* past-settlements/* event/* ' +
    // 2012-2021, high: transactions, statements and their files
    '/gp/payments-account/*',
  'account-health':
    // 2018-2026, high
    '/performance/dashboard/* account/health/* /performance/report/* detail/* ' +
    // 2026, medium
    'eligibilities/* /ah/eligibility/* ' +
    // 2026, high: a question about the account; without a form number it is the appeal
    '/performance/account/health/contact-us/{form} ' +
    // 2012-2021, high
    '/gp/customer-experience/summary.html /gp/seller-rating/pages/performance-summary.html',
  'policy-compliance':
    // 2021-2026, high
    '/performance/account/health/product-policies/* /performance/detail/product-policies/*',
  'performance-notifications':
    // 2012-2026, high
    '/performance/notifications/* /gp/customer-experience/perf-notifications.html',
  'a-to-z-claims':
    // 2012-2026, high; without /gp 2026, medium
    '/gp/guarantee-claims/* /guarantee-claims/*',
  chargebacks:
    // 2012-2026, high; the others 2024, low
    '/gp/chargebacks/* /chargebacks/* /sc-chargebacks/*',
  'safe-t-claims':
    // 2024-2026, high
    '/safet-claims/*',
  'manage-returns':
    // 2014-2026, high; 2026, medium
    '/gp/returns/* /returns/*',
  'manage-orders':
    // 2012-2026, high
    '/orders-v3/* /gp/orders-v2/* /hz/orders/* ' +
    // 2026, high: the new Seller Central; low: an order's number alone
    '/amazonsell/orders/* order-details/* /orders/{order}',
  'buyer-messages':
    // 2012-2026, high
    '/messaging/* /gp/communication-manager/* /gp/help/contact/contact.html',
  'feedback-manager':
    // 2012-2026, high; the last one medium
    '/feedback-manager/* /gp/feedback-manager/* seller-rating/pages/feedback-manager.html',
  'voice-of-customer':
    // 2024-2026, high; medium
    '/voice-of-the-customer/* /voc/*',
  'manage-inventory':
    // 2012-2026, high
    '/inventory/* /myinventory/* /hz/inventory/* /myi/* ' +
    // 2026, high: the new Seller Central
    '/amazonsell/manage-products/* fba-inventory/* ' +
    // 2012-2016, high
    '/gp/ezdpc-gui/inventory-status/status.html ' +
    // 2012-2026, medium
    '/gp/ssof/manage-afn-inventory.html /inventoryplanning/* /fba/dashboard/*',
  'notification-preferences':
    // 2014-2021, high; 2024-2026, medium; 2026, low
    '/gp/seller/configuration/notificationpreferences.html /notifications/preferences/* /notification-preferences/*',
  'shipping-settings':
    // 2021-2026, high; 2012-2021, high; 2025, medium
    '/sbr/* /gp/shipping/dispatch.html /global-dashboard/shipping-information/*',
  'vacation-settings':
    // 2021, low; medium
    '/hz/sc/vacation-settings/* /hz/account-info/vacation-settings/*',
  'identity-verification':
    // 2021-2026, high
    '/sw/accountinfo/legalentity/* ' +
    // 2025-2026, medium. Of /mario/ only this flow: others are about insurance and the like
    '/mario/seller-verification/* /global-dashboard/business-information/* ' +
    // 2024, low
    '/sw/accountinfo/businessinformation/* businessinformationview/* ' +
    'legalentityview/* /seller-verification/* /hz/sitv/*',
  'brand-tools':
    // 2020-2026, high; from /brand-protection on 2025-2026, medium
    '/brand-analytics/* /brand-customer-reviews/* /brands/* /enhanced-content/* /manage-your-brands/* ' +
    '/brand-protection/* /stores/*',
  'case-log':
    // 2012-2026, high
    '/cu/* /gp/case-dashboard/* /gp/contact-us/* contact-amazon.html /hz/contact-us/*',
  advertising:
    // 2016-2026, high; 2016-2026, medium; 2026, low
    '/hz/cm/* /cm/* /cb/* /gp/advertiser/* /campaign-manager/* /ads/*',
  // No card appears here, but without this row the content script would take the page for account health.
  appeals:
    // 2022-2026, high. /hill/website/form/ has forms on every subject (401 is general contact): unknown.
    '/performance/account/health/contact-us',
} as const satisfies Partial<Record<PageId, Shapes>>

/** Pages where no card appears. */
const quietPages = {
  // Its items appear on other pages: the content script does not run on Brand Registry's host.
  'brand-registry': {
    // 2026, medium
    brand: '/*',
  },
  'sign-in': {
    // 2014-2026, high (a session number may follow); from /ap/sso on medium
    both: '/ap/signin/* /ap/sso/* /gp/sign-in.html sign-in/*',
    // 2026, high; 2020, medium
    store: '/signin/* /sign-in/*',
  },
  'code-challenge': {
    both:
      // 2016-2026, high
      '/ap/mfa/* /ap/cvf/* /ap/challenge/* /ap/pv/* /a/c/r/* ' +
      // 2020-2026, medium
      '/ap/dcq/* /ap/accountfixup/* /errors/validatecaptcha/*',
  },
  'password-reset': {
    // 2014-2026, high; /a/recover 2024, low
    both: '/ap/forgotpassword/* /gp/css/account/forgot-password/* /a/recover/*',
  },
  disbursement:
    // 2020-2026, high
    '/payments/disburse/details/*',
  'tax-settings':
    // 2020-2026, high; 2026, medium
    '/tax/* /gp/tax/* /gp/tax-manager/* /mytax/* /global-dashboard/tax-information/* ' +
    '/tax-interview/* /gc/amazon-business/tax-settings/*',
  registration:
    // 2016-2024, high
    '/gp/on-board/workflow/registration/* /hz/me/sp/signup/* ' +
    // 2026, medium
    '/authorization/failed-global/* ' +
    // 2024, low
    '/ap/register/* /register/* /registration/* /account/onboarding/*',
  reports:
    // 2012-2026, high; the last one medium
    '/reportcentral/* /business-reports/* /gp/site-metrics/* /gp/ssof/reports/* reports.html /analytics/* /sereport/*',
  listings:
    // 2012-2026, high
    '/product-search/* /productsearch/* /abis/* /listing/* /gp/ezdpc-gui/start.html /gp/item-manager/* ' +
    // 2026, high; then medium; the last one low
    '/interactive/listing/* /draft/* /productclassify/* /hz/productclassify/*',
  promotions:
    // 2014-2026, high
    '/promotions/* /mn/promotions/* /merchandising-new/* /promotion-central/* /coupons/* ' +
    // 2026, medium
    '/discounts/* /merchandising/* /seller-promotions/*',
  fulfilment:
    // 2012-2026, high
    '/gp/ssof/shipping-queue.html print-item-labels.html /gp/basic-fulfillment/* ' +
    '/gp/fba/inbound-shipment-workflow/* inbound-queue/* /fba/sendtoamazon/* inbound-shipment/* ' +
    // 2026, high: the new Seller Central; low
    '/amazonsell/shipments/* /fba/shippingqueue/*',
  help:
    // 2012-2026, high
    '/help/* /gp/help/*',
  forums:
    // 2014-2026, high
    '/forums/* /seller-forums/*',
} as const satisfies Partial<Record<PageId, Shapes>>

// A marked call, not a spread: a spread would keep the quiet pages in a script that uses none of this.
export const catalogue = /* @__PURE__ */ Object.assign({}, shippedPages, quietPages) satisfies Record<
  PageId,
  Shapes
>

export type Shapes = string | { readonly [on in 'store' | 'login' | 'both' | 'brand']?: string }
