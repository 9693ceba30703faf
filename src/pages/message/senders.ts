/**
 * Domains that Amazon writes mail from. A sender's domain is compared whole. Evidence: `A` Amazon's own page or
 * several genuine mails, `B` one genuine mail or several programs that read such mail, `C` one mention. As of
 * November 2026. Amazon publishes no complete list, so a domain that is missing is unknown, not false.
 */
type Row = {
  domains: readonly string[]
  /** `amazon`: Amazon writes. `relay`: Amazon passes on what a buyer or seller wrote. `alarm`: a customer of AWS may have written it. */
  kind: 'amazon' | 'relay' | 'alarm'
  certainty: 'A' | 'B' | 'C'
  source: string
}

/** The shops whose mail has been seen. */
const shops = [
  ...['com', 'ca', 'com.mx', 'com.br', 'co.uk', 'de', 'fr', 'it', 'es', 'nl', 'se', 'pl'],
  ...['com.be', 'ie', 'com.tr', 'ae', 'sa', 'eg', 'in', 'sg', 'com.au', 'co.jp'],
].map((ending) => `amazon.${ending}`)

const rows: readonly Row[] = [
  {
    domains: shops,
    kind: 'amazon',
    certainty: 'A',
    source: 'Seller Central help, item 32261; genuine mails 2015-2026; public mail filters',
  },
  {
    domains: ['amazon.lu', 'amazonsellerservices.com', 'sell.amazon.com', 'sell.amazon.ca'],
    kind: 'amazon',
    certainty: 'A',
    source: 'Seller Central help, item 32261',
  },
  {
    domains: ['sell.amazon.com.au', 'gs.amazon.cn'],
    kind: 'amazon',
    certainty: 'A',
    source: 'Seller Central help, item 32261',
  },
  {
    domains: ['amazon.co.za', 'amazon.com.sg', 'amazon.cn'],
    kind: 'amazon',
    certainty: 'C',
    source: 'shops of Amazon; no mail seen',
  },
  {
    domains: ['business', 'gift-cards', 'certificates', 'kdp-support', 'email'].map(
      (name) => `${name}.amazon.com`,
    ),
    kind: 'amazon',
    certainty: 'B',
    source:
      'genuine mails; public mail filters: purchasing, vouchers, certificates, publishing, AWS invoices',
  },
  {
    domains: shops.map((shop) => `marketplace.${shop}`),
    kind: 'relay',
    certainty: 'A',
    source: 'programs of five help desks; mail exchangers found in August 2026',
  },
  {
    domains: [...shops.map((shop) => `bounces.${shop}`), 'bounces.gift-cards.amazon.com'],
    kind: 'amazon',
    certainty: 'A',
    source: 'genuine mails: return addresses, as a sender only in automatic answers',
  },
  {
    domains: ['amazonaws.com', 'costalerts.amazonaws.com'],
    kind: 'amazon',
    certainty: 'B',
    source: 'public mail filters, 2026: AWS accounts and budgets',
  },
  {
    domains: ['sns.amazonaws.com'],
    kind: 'alarm',
    certainty: 'B',
    source: 'public mail filters, 2026: alarms in the words of AWS customers',
  },
  {
    domains: ['aws.com', 'support.aws.com'],
    kind: 'amazon',
    certainty: 'A',
    source: 'AWS User Notifications guide, from 25 March 2026; public mail filters',
  },
  {
    domains: ['signin.aws', 'signup.aws', 'marketplace.aws', 'login.awsapps.com'],
    kind: 'amazon',
    certainty: 'B',
    source: 'tutorials; public mail filters: sign-in codes, invitations',
  },
  {
    domains: ['amazonpay.in', 'primevideo.com', 'audible.com'],
    kind: 'amazon',
    certainty: 'B',
    source: 'programs that read mail: companies of Amazon under names of their own',
  },
]

const kinds = new Map(rows.flatMap(({ domains, kind }) => domains.map((domain) => [domain, kind] as const)))

/** What Amazon sends from this domain, if it is in the table. */
export const senderKind = (domain: string): Row['kind'] | undefined => kinds.get(domain)
