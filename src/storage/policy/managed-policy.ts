import { longestName, longestNote } from '../../domain/answer'
import { mostStores } from '../../domain/checklist'
import { longestCommitment } from '../../domain/commitment'
import { itemOf, items } from '../../domain/items'
import { isLanguage } from '../../domain/languages'
import { leastCardGap } from '../../domain/nudge-policy'
import {
  type IgnoredSetting,
  type Intervals,
  type Organization,
  type OrganizationKey,
  type OrganizationStore,
  organizationCheck,
  organizationKeys,
  organizationStore,
  type WhyIgnored,
} from '../../domain/organization'
import { longestOwnStep, mostOwnChecks, mostOwnSteps, type OwnCheck } from '../../domain/own-check'
import { isPace } from '../../domain/pace'
import { pageIds } from '../../domain/page'
import { cardsPerDayChoices } from '../../domain/settings'
import { isDisguised, visibleLine } from '../../domain/text/visible'
import { isDay } from '../../domain/time/day'
import { hour } from '../../domain/time/length'
import { isRecurrence, type Recurrence } from '../../domain/time/recurrence'
import { isStoreFront } from '../../pages/hosts'

export type ReadPolicy = { organization: Organization; ignored: readonly IgnoredSetting[] }

/** What a part of a policy says, or why it is ignored. */
type Read<T> = { value: T } | { why: WhyIgnored }

const longestLine = 500
/** A link, or all steps of a check. */
const longestOfAll = 2000
const mostIgnored = 100

/**
 * Reads an administrator's policy, which may be anything: Chrome has checked the types of its parts, Firefox
 * nothing. Each part, and each line of a list, stands for itself.
 */
export function readPolicy(given: Readonly<Record<string, unknown>>): ReadPolicy {
  const ignored: IgnoredSetting[] = []
  const ignore = (key: string, why: WhyIgnored, line?: string) =>
    ignored.push({ key: shortened(key), why, ...(line === undefined ? {} : { line: shortened(line) }) })

  function taken<T>(key: string, read: Read<T>, line?: string): T | undefined {
    if ('value' in read) return read.value
    ignore(key, read.why, line)
    return undefined
  }

  /** One value, if the policy has it. */
  function one<T>(key: OrganizationKey, read: (value: unknown) => Read<T>): T | undefined {
    return Object.hasOwn(given, key) ? taken(key, read(given[key])) : undefined
  }

  /** The lines of a list that can be read, each thing once. */
  function list<T>(
    key: OrganizationKey,
    most: number,
    idOf: (value: T) => string,
    read: (line: string) => Read<T>,
    longest = longestLine,
  ): readonly T[] | undefined {
    const lines = one(key, (value) => (Array.isArray(value) ? { value } : wrong))
    const found = new Map<string, T>()
    for (const [at, line] of (lines ?? []).entries()) {
      const shown = typeof line === 'string' ? line : (JSON.stringify(line) ?? '')
      const value = taken(key, at < most ? readLine(line, longest, read) : beyond, shown)
      if (value === undefined) continue
      if (found.has(idOf(value))) ignore(key, 'twice', shown)
      else found.set(idOf(value), value)
    }
    return found.size === 0 ? undefined : [...found.values()]
  }

  for (const key of Object.keys(given)) if (!Object.hasOwn(organizationKeys, key)) ignore(key, 'unknown-key')

  const name = (key: OrganizationKey) => one(key, (value) => readLine(value, longestName))
  const [from, to] = [one('quietHoursFrom', within(0, 23)), one('quietHoursTo', within(0, 23))]
  const hasQuiet = from !== undefined && to !== undefined && from !== to
  if (!hasQuiet && from !== undefined) ignore('quietHoursFrom', from === to ? 'out-of-range' : 'half')
  if (!hasQuiet && to !== undefined && from !== to) ignore('quietHoursTo', 'half')
  const contact = present({
    name: name('contactName'),
    phone: one('contactPhone', (value) => readLine(value, longestName, phone)),
    email: one('contactEmail', (value) => readLine(value, longestLine, email)),
  })
  const intervals = list('intervals', items.length, ([item]) => item, interval)
  const checks = list('ownChecks', mostOwnChecks, ({ id }) => id, ownCheck)
  const steps = list('ownCheckSteps', mostOwnChecks, ({ id }) => id, stepsAmong(checks), longestOfAll)
  const organization: Organization = present({
    language: one('language', (value) => (typeof value === 'string' ? language(value) : wrong)),
    quietHours: hasQuiet ? { from, to } : undefined,
    cardsPerDay: one('cardsPerDay', within(1, Math.max(...cardsPerDayChoices))),
    cardGapHours: one('hoursBetweenCards', within(leastCardGap / hour, 24)),
    hidesWelcome:
      one('hideWelcome', (value) => (typeof value === 'boolean' ? { value } : wrong)) || undefined,
    contact: Object.keys(contact).length > 0 ? contact : undefined,
    instructions: one('instructions', (value) => readLine(value, longestOfAll, instructions)),
    intervals: intervals && (Object.fromEntries(intervals) as Intervals),
    stores: list('stores', mostStores, ({ id }) => id, store),
    ownChecks: checks?.map((check) => ({ ...check, ...steps?.find(({ id }) => id === check.id) })),
  })
  return { organization, ignored: ignored.slice(0, mostIgnored) }
}

const wrong = { why: 'wrong-type' } as const
const malformed = { why: 'malformed' } as const
const unknown = { why: 'not-known' } as const
const beyond = { why: 'out-of-range' } as const

type Present<T> = { [N in keyof T]?: Exclude<T[N], undefined> }

function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<T>
}

/** For a line that tells the administrator which part is meant. */
function shortened(text: string): string {
  const shown = visibleLine(text)
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown
}

/** A text of one line that shows all it has. */
function readLine<T = string>(
  value: unknown,
  longest: number,
  read: (line: string) => Read<T> = (line) => ({ value: line as T }),
): Read<T> {
  if (typeof value !== 'string') return wrong
  if (isDisguised(value)) return { why: 'disguised' }
  const line = visibleLine(value)
  if (line.length > longest) return { why: 'too-long' }
  return line === '' ? malformed : read(line)
}

function within(least: number, most: number) {
  return (value: unknown): Read<number> => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return wrong
    return value >= least && value <= most ? { value } : beyond
  }
}

function language(tag: string): Read<NonNullable<Organization['language']>> {
  return isLanguage(tag) ? { value: tag } : unknown
}

function phone(line: string): Read<string> {
  return /^\+?[\d\s().,/#*x-]+$/i.test(line) && /\d/.test(line) ? { value: line } : malformed
}

function email(line: string): Read<string> {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(line) ? { value: line } : malformed
}

function instructions(line: string): Read<NonNullable<Organization['instructions']>> {
  if (!URL.canParse(line)) return malformed
  const { protocol, username, password, host, href } = new URL(line)
  if (protocol !== 'https:') return { why: 'not-https' }
  // A name before the host is there to be mistaken for it.
  return username === '' && password === '' ? { value: { address: href, host } } : malformed
}

/** `trusted-device-review: 14` */
function interval(line: string): Read<readonly [item: string, days: number]> {
  const [, id = '', number = ''] = /^([^:\s]+)\s*:\s*(\d+)$/.exec(line) ?? []
  const item = items.find((one) => one.id === id)
  if (id === '') return malformed
  if (!item) return unknown
  const { cadence } = itemOf(item.id)
  const days = Number(number)
  if (cadence.kind !== 'every') return { why: 'not-recurring' }
  if (days > cadence.days) return { why: 'longer' }
  return isPace(item.id, days) ? { value: [item.id, days] } : beyond
}

/** `Acme Europe | sellercentral.amazon.de, sellercentral.amazon.fr | Office login`; only the name must be there. */
function store(line: string): Read<OrganizationStore> {
  const [name = '', hosts = '', login = '', ...more] = line.split('|').map((part) => part.trim())
  if (name === '' || more.length > 0) return malformed
  if (name.length > longestName || login.length > longestName) return { why: 'too-long' }
  const fronts = [...new Set(hosts.split(/[\s,]+/).filter((host) => host !== ''))]
  if (!fronts.every(isStoreFront)) return unknown
  return {
    value: {
      id: idFrom(organizationStore, name),
      name,
      ...(fronts.length === 0 ? {} : { fronts }),
      ...(login === '' ? {} : { login: idFrom('org-login-', login) }),
    },
  }
}

/** `Renew the insurance | every 12 months from 2026-04-30 | account-info | Why`; the first two parts must be there. */
function ownCheck(line: string): Read<OwnCheck> {
  const [title = '', often = '', named = '', why = '', ...more] = line.split('|').map((part) => part.trim())
  if (title === '' || often === '' || more.length > 0) return malformed
  if (title.length > longestCommitment || why.length > longestNote) return { why: 'too-long' }
  const page = pageIds.find((id) => id === named)
  if (named !== '' && page === undefined) return unknown
  const from = / from (\d{4}-\d\d-\d\d)$/.exec(often)?.[1]
  const recurs = recurrence(often, from)
  if (!recurs) return malformed
  if (!isRecurrence(recurs)) return beyond
  return {
    value: {
      ...{ id: idFrom(organizationCheck, title), title, why, steps: [], recurs, counts: true },
      ...(page && { page }),
      ...{ began: from ?? longAgo, at: 0, set: true },
    },
  }
}

/** `Renew the insurance | Ask for offers | Sign one`: what to do, as in the list of checks, and its steps. */
function stepsAmong(checks: readonly OwnCheck[] = []) {
  return (line: string): Read<Pick<OwnCheck, 'id' | 'steps'>> => {
    const [title = '', ...parts] = line.split('|').map((part) => part.trim())
    const steps = parts.filter((part) => part !== '')
    if (title === '' || steps.length === 0) return malformed
    const id = idFrom(organizationCheck, title)
    if (!checks.some((check) => check.id === id)) return unknown
    if (steps.length > mostOwnSteps) return beyond
    return steps.some((step) => step.length > longestOwnStep) ? { why: 'too-long' } : { value: { id, steps } }
  }
}

/** For checks that are due as soon as they are there. */
const longAgo = '2000-01-01'

/** `every 30 days`, `every 2 weeks`, `every 3 months from 2026-04-30`, `every year from 2026-04-30` or `before payouts`. */
function recurrence(text: string, from: string | undefined): Recurrence | undefined {
  if (text === 'before payouts') return { kind: 'payouts' }
  const [, number = '1', unit] =
    /^every(?: (\d{1,4}))? (day|week|month|year)s?(?: from [\d-]+)?$/.exec(text) ?? []
  const every = Number(number)
  if (unit === 'day' || unit === 'week') return from === undefined ? { kind: `${unit}s`, every } : undefined
  if (unit === undefined || from === undefined || !isDay(from)) return undefined
  const [month, day] = [Number(from.slice(5, 7)), Number(from.slice(8))]
  return { kind: 'months', every: unit === 'year' ? every * 12 : every, month, day }
}

/** The same id for the same name on every computer (FNV-1a, twice). */
function idFrom<K extends string>(kind: K, name: string): `${K}${string}` {
  const hash = (seed: number) =>
    [...new TextEncoder().encode(name.normalize('NFC'))].reduce(
      (sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0,
      seed,
    )
  return `${kind}${[0x811c9dc5, 0x2f0b4c47].map((seed) => hash(seed).toString(36)).join('-')}`
}
