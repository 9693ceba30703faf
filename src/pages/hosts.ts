/**
 * Marketplace and host of each store front, by region. Only the Amazon hosts that the content script needs
 * are here; lookalike/amazon-hosts.ts has the others. Sources: public code and help pages up to 2026; nothing
 * was checked in a live account. Hosts are always compared as a whole. `sellercentral-japan` is of medium
 * certainty, every other row of high certainty.
 */
const rows = {
  'north-america': [
    'US sellercentral.amazon.com',
    'CA sellercentral.amazon.ca',
    'MX sellercentral.amazon.com.mx',
    'BR sellercentral.amazon.com.br',
  ],
  europe: [
    'GB sellercentral.amazon.co.uk',
    'DE sellercentral.amazon.de',
    'FR sellercentral.amazon.fr',
    'IT sellercentral.amazon.it',
    'ES sellercentral.amazon.es',
    'NL sellercentral.amazon.nl',
    'SE sellercentral.amazon.se',
    'PL sellercentral.amazon.pl',
    'BE sellercentral.amazon.com.be',
    'IE sellercentral.amazon.ie',
    'TR sellercentral.amazon.com.tr',
    'AE sellercentral.amazon.ae',
    'SA sellercentral.amazon.sa',
    'EG sellercentral.amazon.eg',
    'IN sellercentral.amazon.in',
    'ZA sellercentral.amazon.co.za',
    'EU sellercentral-europe.amazon.com',
  ],
  'far-east': [
    'SG sellercentral.amazon.sg',
    'AU sellercentral.amazon.com.au',
    'JP sellercentral.amazon.co.jp',
    'JP sellercentral-japan.amazon.com',
  ],
} as const

export type Region = keyof typeof rows
type Row = (typeof rows)[Region][number]
type Part<R, At extends 0 | 1> = R extends `${infer Marketplace} ${infer Host}`
  ? [Marketplace, Host][At]
  : never
/** ISO country, or EU for the regional host. */
export type Marketplace = Part<Row, 0>
export type StoreFrontHost = Part<Row, 1>
type ShopOf<H> = H extends `sellercentral.${infer Shop}` ? `www.${Shop}` : never
type OwnHost = Extract<StoreFrontHost, `sellercentral.${string}`>
/** The host of a login's own settings: the shop of the same marketplace. */
export type LoginHost = ShopOf<OwnHost>

export type StoreFront = {
  readonly host: StoreFrontHost
  readonly marketplace: Marketplace
  readonly region: Region
}

export const storeFronts: readonly StoreFront[] = Object.entries(rows).flatMap(([region, list]) =>
  list.map((row) => ({
    host: row.slice(3) as StoreFrontHost,
    marketplace: row.slice(0, 2) as Marketplace,
    region: region as Region,
  })),
)

const isOwn = (host: StoreFrontHost): host is OwnHost => host.startsWith('sellercentral.')
const shopOf = (host: OwnHost) => host.replace('sellercentral', 'www') as LoginHost

/** Only sign-in, challenge and login pages count here. The script runs only if the seller asked for it. */
export const amazonLogin = storeFronts.flatMap(({ host, marketplace }) =>
  isOwn(host) ? [{ host: shopOf(host), marketplace }] : [],
)

export const brandRegistry = ['brandregistry.amazon.com', 'brandregistry.amazon.in'] as const

export type HostKind = 'store' | 'login' | 'brand'

const kinds = new Map<string, HostKind>([
  ...storeFronts.map(({ host }) => [host, 'store'] as const),
  ...amazonLogin.map(({ host }) => [host, 'login'] as const),
  ...brandRegistry.map((host) => [host, 'brand'] as const),
])

export const hostKind = (host: string): HostKind | undefined => kinds.get(host)

/** The store front that links on a login page go to: the one of the same marketplace. */
export const storeFrontOf = (host: StoreFrontHost | LoginHost): StoreFrontHost =>
  isStoreFront(host) ? host : (host.replace('www', 'sellercentral') as StoreFrontHost)

const marketplaces = new Map(storeFronts.map(({ host, marketplace }) => [host, marketplace]))

export function marketplaceOf(host: StoreFrontHost): Marketplace {
  const marketplace = marketplaces.get(host)
  if (!marketplace) throw new RangeError(`no store front ${host}`)
  return marketplace
}

export const isLoginHost = (host: string): host is LoginHost => kinds.get(host) === 'login'

export const isStoreFront = (host: string): host is StoreFrontHost => kinds.get(host) === 'store'

/**
 * The shop where the login of a store front is managed. All of Europe has no shop of its own: its regional
 * host is part of amazon.com and shares its session.
 */
export const loginHost = (host: StoreFrontHost): LoginHost =>
  isOwn(host)
    ? shopOf(host)
    : host === 'sellercentral-japan.amazon.com'
      ? 'www.amazon.co.jp'
      : 'www.amazon.com'
