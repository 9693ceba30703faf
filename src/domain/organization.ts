import type { StoreId } from './ids'
import type { ItemId } from './items'
import type { Language } from './languages'
import type { OwnCheck } from './own-check'
import type { Hours, Settings, SettingsInForce } from './settings'

/** What an organization sets for its sellers, in the browser's policies. Parts that it doesn't set are missing. */
export type Organization = {
  language?: Language
  /** No cards between these hours, whatever the seller's own are. */
  quietHours?: Hours
  /** The most cards a day, and the fewest hours between two. */
  cardsPerDay?: number
  cardGapHours?: number
  hidesWelcome?: true
  /** Whom to call when something is wrong. At least one part is there. */
  contact?: Contact
  instructions?: Instructions
  /** The longest interval of a check, in days. */
  intervals?: Intervals
  stores?: readonly OrganizationStore[]
  /** Checks that every store has besides those of the catalog. */
  ownChecks?: readonly OwnCheck[]
}

/** What the ids of stores start with that an organization lists, and no id that Nightlatch makes. */
export const organizationStore = 'org-'

/** The same for the checks that it sets. */
export const organizationCheck = 'own-org-'

/** A store that an organization lists. Its name makes its id, so that it is the same store on every computer. */
export type OrganizationStore = {
  id: StoreId
  name: string
  /** Missing: the seller chooses. */
  fronts?: readonly string[]
  /** Missing: the seller chooses. Stores with the same one share the checks of a login. */
  login?: string
}

export type Contact = { name?: string; phone?: string; email?: string }

/** Its own instructions: an https address, and its host as it is shown. */
export type Instructions = { address: string; host: string }

export type Intervals = { readonly [Id in ItemId]?: number }

/** The names of the settings in a policy, with their types: `managed_schema.json` has the same. */
export const organizationKeys = {
  stores: 'array',
  language: 'string',
  quietHoursFrom: 'integer',
  quietHoursTo: 'integer',
  cardsPerDay: 'integer',
  hoursBetweenCards: 'integer',
  intervals: 'array',
  ownChecks: 'array',
  ownCheckSteps: 'array',
  hideWelcome: 'boolean',
  contactName: 'string',
  contactPhone: 'string',
  contactEmail: 'string',
  instructions: 'string',
} as const
export type OrganizationKey = keyof typeof organizationKeys

/** A part of a policy that has no effect. */
export type IgnoredSetting = {
  /** As it stands in the policy, which may be any text. */
  key: string
  /** The line of a list that it is about. */
  line?: string
  why: WhyIgnored
}

export const whyIgnored = [
  'unknown-key',
  'wrong-type',
  'out-of-range',
  'not-known',
  'malformed',
  'too-long',
  'disguised',
  'half',
  'twice',
  'longer',
  'not-recurring',
  'not-https',
] as const
export type WhyIgnored = (typeof whyIgnored)[number]

/** What counts: of two limits the stricter one. The seller's own settings stay as they are. */
export function inForce(own: Settings, organization: Organization): SettingsInForce {
  const { language, quietHours, cardsPerDay, cardGapHours } = organization
  return {
    ...own,
    ...(language === undefined ? {} : { language }),
    ...(quietHours === undefined ? {} : { alsoQuiet: quietHours }),
    ...(cardsPerDay === undefined
      ? {}
      : { cardsPerDay: Math.min(cardsPerDay, own.cardsPerDay ?? cardsPerDay) }),
    ...(cardGapHours === undefined
      ? {}
      : { cardGapHours: Math.max(cardGapHours, own.cardGapHours ?? cardGapHours) }),
  }
}

export type SetOfStore = 'name' | 'fronts' | 'login'

/** What the organization has set of a store, so that the seller can't change it. */
export function setOf(
  id: StoreId,
  { stores = [] }: Pick<Organization, 'stores'> = {},
): readonly SetOfStore[] {
  const set = stores.find((store) => store.id === id)
  if (!set) return []
  return ['name', ...(set.fronts ? (['fronts'] as const) : []), ...(set.login ? (['login'] as const) : [])]
}
