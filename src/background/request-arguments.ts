import { type Answer, longestName, longestNote, longestReason, questions, snoozes } from '../domain/answer'
import { type Draft, longestLine, longestPart, longestTitle, mostLines } from '../domain/appeals/draft'
import { mostStores, type SellerEvent } from '../domain/checklist'
import { type CommitmentId, longestCommitment } from '../domain/commitment'
import { incidentIds } from '../domain/incidents'
import { type ItemId, itemIds } from '../domain/items'
import { isMonth } from '../domain/journal/month'
import { languageTags } from '../domain/languages'
import { longestOwnStep, mostOwnChecks, mostOwnSteps } from '../domain/own-check'
import { isPace } from '../domain/pace'
import { pageIds } from '../domain/page'
import { lineKinds, outcomes, playbookIds, type RunEvent } from '../domain/playbooks/playbook'
import { fieldNames, type RowValues, registerIds } from '../domain/registers/register'
import { minutesChoices } from '../domain/round'
import { roundOrders } from '../domain/round-view'
import {
  cardGapHoursChoices,
  cardsPerDayChoices,
  clockFormats,
  corners,
  dateFormats,
  pauses,
} from '../domain/settings'
import { mostSteps, type RoundEvent } from '../domain/started-round'
import { importModes, mostPieces, pieceSize } from '../domain/stored-data/import-report'
import { certainSecret } from '../domain/text/secrets'
import { isDisguised, visible, visibleLine } from '../domain/text/visible'
import type { CardAnswer } from '../messages/card'
import type { Argument, Request } from '../messages/protocol'
import { amazonLogin, storeFronts } from '../pages/hosts'
import {
  commitmentId,
  day,
  dayOrNone,
  hour,
  id,
  paceDays,
  payoutDays,
  rowIdPattern,
  z,
} from '../storage/format/schema'
import { panelFields } from './memory'

// The shape of what each request brings. src/background/authorize.ts checks the sender and the size before it.

const storeFront = z.lazy(() => z.enum(storeFronts.map(({ host }) => host)))
const login = z.lazy(() => z.enum(amazonLogin.map(({ host }) => host)))
const place = () => ({ page: z.enum(pageIds), host: z.union([storeFront, login]) })
/** One line that the seller typed, trimmed and without invisible characters. */
const line = (longest: number) =>
  z.string().check(
    z.refine((typed) => !isDisguised(typed)),
    z.overwrite(visibleLine),
    z.maxLength(longest),
  )
const lines = (longest: number) =>
  z.string().check(
    z.refine((typed) => !isDisguised(typed, true)),
    z.overwrite(visible),
    z.maxLength(longest),
  )
const text = lines(longestNote)
/**
 * Rejects passwords and the like in a text that is a request on its own. The views explain why; this check
 * applies to every sender. For drafts and rows the domain removes the secret and stores the rest. A text
 * longer than any note is refused for its length alone.
 */
const withoutSecret = z.refine<string>(
  (typed) => typed.length > longestNote || certainSecret(typed) === undefined,
)

const checked = z.lazy(() => z.strictObject({ kind: z.literal('checked') }))
const dismissed = z.lazy(() =>
  z.strictObject({
    kind: z.literal('dismissed'),
    reason: z.exactOptional(line(longestReason).check(withoutSecret)),
  }),
)
const closed = z.lazy(() => z.strictObject({ kind: z.literal('closed') }))
const undone = z.lazy(() => z.strictObject({ kind: z.literal('undone'), of: id }))
const snoozed = z.lazy(() =>
  z.strictObject({
    kind: z.literal('snoozed'),
    for: z.union([z.enum(snoozes), z.strictObject({ day })]),
  }),
)

/** Excludes the seller's own words: a page's script could send anything in a content script's name. */
const cardAnswer = z.lazy(() =>
  z.discriminatedUnion('kind', [
    checked,
    z.strictObject({ kind: z.literal('snoozed'), for: z.enum(snoozes) }),
    z.strictObject({ kind: z.literal('dismissed') }),
    closed,
    undone,
    z.strictObject({ kind: z.literal('playbook') }),
  ]),
) satisfies z.ZodMiniType<CardAnswer>

const steps = z.lazy(() =>
  z.array(line(longestOwnStep).check(z.minLength(1), withoutSecret)).check(z.maxLength(mostOwnSteps)),
)
const answer = z.lazy(() =>
  z.discriminatedUnion('kind', [
    checked,
    snoozed,
    dismissed,
    closed,
    undone,
    z.strictObject({
      kind: z.literal('handled-elsewhere'),
      by: line(longestName).check(z.minLength(1), withoutSecret),
    }),
    z.strictObject({ kind: z.literal('restored') }),
    z.strictObject({ kind: z.literal('noted'), note: text.check(withoutSecret) }),
    z.strictObject({ kind: z.literal('kept') }),
    z.strictObject({ kind: z.literal('silenced') }),
    z.strictObject({
      kind: z.literal('paced'),
      every: z.union([paceDays, z.enum(['off', 'default'])]),
    }),
    z.strictObject({ kind: z.literal('assigned'), who: line(longestName).check(withoutSecret) }),
    z.strictObject({ kind: z.literal('own-steps'), steps }),
    z.strictObject({ kind: z.literal('original') }),
  ]),
) satisfies z.ZodMiniType<Answer>

const language = z.lazy(() => z.enum(languageTags))

function hasSoundPace({ item, answer }: { item: ItemId | CommitmentId; answer: Answer }): boolean {
  return answer.kind !== 'paced' || typeof answer.every !== 'number' || isPace(item, answer.every)
}

const by = { id, store: id }
const item = z.lazy(() => z.enum(itemIds))
const check = z.lazy(() => z.union([item, commitmentId]))
const measure = z.lazy(() =>
  z.strictObject({
    id: commitmentId,
    title: line(longestCommitment).check(z.minLength(1), withoutSecret),
    every: paceDays,
    origin: z.strictObject({
      name: line(longestTitle).check(withoutSecret),
      on: day,
      draft: z.exactOptional(id),
    }),
  }),
)
const count = z.lazy(() => z.int().check(z.positive()))
const ownCheck = z.lazy(() =>
  z.strictObject({
    id: commitmentId,
    title: line(longestCommitment).check(z.minLength(1), withoutSecret),
    why: text.check(withoutSecret),
    steps,
    // The domain checks the numbers.
    recurs: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['days', 'weeks']), every: count }),
      z.strictObject({ kind: z.literal('months'), every: count, month: count, day: count }),
      z.strictObject({ kind: z.literal('payouts') }),
    ]),
    page: z.exactOptional(z.enum(pageIds)),
    store: z.exactOptional(id),
    counts: z.boolean(),
  }),
)
const rhythm = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('every'),
      days: payoutDays,
      from: day,
    }),
    z.strictObject({ kind: z.literal('on-request') }),
  ]),
)
const fronts = z.lazy(() => z.array(storeFront).check(z.maxLength(50)))
const event = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...by, kind: z.literal('answered'), item: check, answer }).check(z.refine(hasSoundPace)),
    z.strictObject({ ...by, kind: z.literal('happened'), what: z.enum(incidentIds) }),
    z.strictObject({ ...by, kind: z.literal('report-taken-back'), of: id }),
    z.strictObject({
      ...by,
      kind: z.literal('store-added'),
      name: line(longestName).check(withoutSecret),
      login: id,
    }),
    z.strictObject({
      ...by,
      kind: z.literal('stores-added'),
      stores: z
        .array(
          z.strictObject({
            id,
            name: line(longestName).check(withoutSecret),
            login: id,
            fronts,
            group: z.exactOptional(line(longestName).check(withoutSecret)),
          }),
        )
        .check(z.maxLength(mostStores)),
    }),
    z.strictObject({
      ...by,
      kind: z.literal('stores-changed'),
      stores: z.array(id).check(z.minLength(1), z.maxLength(mostStores)),
      change: z.strictObject({
        group: z.exactOptional(line(longestName).check(withoutSecret)),
        who: z.exactOptional(line(longestName).check(withoutSecret)),
        login: z.exactOptional(id),
      }),
    }),
    z.strictObject({ ...by, kind: z.literal('store-named'), name: line(longestName).check(withoutSecret) }),
    z.strictObject({ ...by, kind: z.literal('store-removed') }),
    z.strictObject({ ...by, kind: z.literal('store-restored') }),
    z.strictObject({ ...by, kind: z.literal('store-shown') }),
    z.strictObject({
      ...by,
      kind: z.literal('fronts-chosen'),
      fronts,
    }),
    z.strictObject({ ...by, kind: z.literal('login-chosen'), login: id }),
    z.strictObject({
      ...by,
      kind: z.literal('profile-answered'),
      profile: z.strictObject({
        plan: z.exactOptional(z.enum(questions.plan)),
        team: z.exactOptional(z.enum(questions.team)),
        ships: z.exactOptional(z.enum(questions.ships)),
        help: z.exactOptional(z.enum(questions.help)),
      }),
    }),
    z.strictObject({ ...by, kind: z.literal('payouts-told'), rhythm: z.nullable(rhythm) }),
    z.strictObject({ ...by, kind: z.literal('measure-promised'), measure }),
    z.strictObject({ ...by, kind: z.literal('measure-dropped'), measure: commitmentId }),
    z.strictObject({ ...by, kind: z.literal('own-check-put'), check: ownCheck }),
    z.strictObject({
      ...by,
      kind: z.enum(['own-check-archived', 'own-check-restored']),
      check: commitmentId,
    }),
    z.strictObject({
      ...by,
      kind: z.literal('own-check-moved'),
      check: commitmentId,
      before: z.nullable(commitmentId),
    }),
    z.strictObject({
      ...by,
      kind: z.literal('store-assigned'),
      who: line(longestName).check(withoutSecret),
    }),
  ]),
) satisfies z.ZodMiniType<SellerEvent>

const inRun = { id, run: id }
/** Steps, answers and clocks come from the page that shows them, which may be older than this worker. */
const name = id
const runEvent = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...inRun, kind: z.literal('stepped'), step: name, answer: z.exactOptional(name) }),
    z.strictObject({ ...inRun, kind: z.literal('undone'), step: name }),
    z.strictObject({
      ...inRun,
      kind: z.literal('wrote'),
      step: name,
      what: z.enum(lineKinds),
      text: text.check(z.minLength(1)),
    }),
    z.strictObject({ ...inRun, kind: z.literal('struck'), of: id }),
    z.strictObject({ ...inRun, kind: z.literal('clock-started'), clock: name, on: day }),
    z.strictObject({ ...inRun, kind: z.literal('told'), clock: name, day }),
    z.strictObject({ ...inRun, kind: z.literal('met'), clock: name }),
    z.strictObject({ ...inRun, kind: z.literal('closed'), outcome: z.enum(outcomes) }),
    z.strictObject({ ...inRun, kind: z.literal('resumed') }),
  ]),
) satisfies z.ZodMiniType<RunEvent>

const inRound = { id, round: id }
const step = z.lazy(() => z.int().check(z.minimum(0), z.maximum(mostSteps)))
const roundEvent = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...inRound, kind: z.enum(['skipped', 'back']), step }),
    z.strictObject({ ...inRound, kind: z.enum(['ended', 'closed', 'resumed']) }),
  ]),
) satisfies z.ZodMiniType<RoundEvent>

/** A storage key; a damaged value may have any name. */
const key = z.lazy(() => z.string().check(z.maxLength(300)))
const importedFile = () => ({ file: id, pieces: z.int().check(z.minimum(0), z.maximum(mostPieces)) })
const change = () => ({ id, withoutBackup: z.boolean() })

const rowId = z.lazy(() => z.string().check(z.regex(rowIdPattern)))
const rowPlace = () => ({ register: z.enum(registerIds), owner: id, row: rowId })
const values = z.lazy(
  () =>
    z.strictObject(
      Object.fromEntries(fieldNames.map((name) => [name, z.exactOptional(text)])),
    ) as z.ZodMiniType<RowValues>,
)

const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(mostLines))
const draft = z.lazy(() =>
  z.strictObject({
    title: lines(longestTitle),
    noticed: dayOrNone,
    reference: lines(longestLine),
    happened: lines(longestPart),
    cause: lines(longestPart),
    done: some(z.strictObject({ what: lines(longestLine), on: dayOrNone })),
    measures: some(
      z.strictObject({
        id: commitmentId,
        what: lines(longestCommitment),
        who: lines(longestName),
        every: z.union([paceDays, z.literal('')]),
      }),
    ),
    evidence: some(z.strictObject({ name: lines(longestLine), on: dayOrNone })),
  }),
) satisfies z.ZodMiniType<Draft>
const version = z.lazy(() => z.int().check(z.minimum(1), z.maximum(999_999)))

/** As many as all registers may have rows. */
const mostGiven = 5000

/** Each is made for the message that needs it: most times the worker starts for one, there is only that. */
export const argumentOf = {
  visit: () => z.strictObject(place()),
  claim: () => z.strictObject({ ...place(), again: z.nullable(z.strictObject({ store: id, item: check })) }),
  free: () => z.null(),
  'not-calm': () => z.nullable(z.literal('altered')),
  'answer-card': () => z.strictObject({ ...by, item: check, answer: cardAnswer }),
  'show-beside': () => z.strictObject({ ...by, item: check }),
  'choose-store': () => z.strictObject({ store: z.null() }),
  'account-may-differ': () => z.null(),
  'say-store': () => z.strictObject({ tab: z.int(), store: id }),
  overview: () => z.null(),
  change: () => event,
  journal: () => z.strictObject({ before: z.nullable(day) }),
  'name-self': () => z.strictObject({ who: line(longestName).check(withoutSecret) }),
  pause: () => z.strictObject({ for: z.nullable(z.enum(pauses)) }),
  choose: () =>
    z.strictObject({
      quietHours: z.exactOptional(z.nullable(z.strictObject({ from: hour, to: hour }))),
      badge: z.exactOptional(z.boolean()),
      notifications: z.exactOptional(z.boolean()),
      longDueNotifications: z.exactOptional(z.boolean()),
      singleKeys: z.exactOptional(z.boolean()),
      roundOpensPages: z.exactOptional(z.nullable(z.boolean())),
      unreadNews: z.exactOptional(z.null()),
      cardsPerDay: z.exactOptional(z.nullable(z.literal(cardsPerDayChoices))),
      cardGapHours: z.exactOptional(z.nullable(z.literal(cardGapHoursChoices))),
      loginHosts: z.exactOptional(z.array(login).check(z.maxLength(amazonLogin.length))),
      language: z.exactOptional(z.nullable(language)),
      letterLanguage: z.exactOptional(z.nullable(language)),
      fillLetters: z.exactOptional(z.nullable(z.boolean())),
      dateFormat: z.exactOptional(z.nullable(z.enum(dateFormats))),
      clock: z.exactOptional(z.nullable(z.enum(clockFormats))),
      corner: z.exactOptional(z.nullable(z.enum(corners))),
    }),
  data: () => z.null(),
  raw: () => z.null(),
  backups: () => z.null(),
  'backup-file': () => z.strictObject({ backup: id }),
  'read-raw': () => z.strictObject({ key }),
  'put-back': () => z.strictObject({ id, key }),
  'backup-parts': () => z.strictObject({ backup: id }),
  'restore-part': () => z.strictObject({ id, backup: id, key }),
  export: () => z.strictObject({ after: z.nullable(key) }),
  'giving-choices': () => z.null(),
  give: () =>
    z.strictObject({
      stores: z.array(id).check(z.minLength(1), z.maxLength(mostStores)),
      own: z.array(commitmentId).check(z.maxLength(mostOwnChecks)),
      rows: z.array(key).check(z.maxLength(mostGiven)),
      // Only compared with stored names.
      names: z.array(z.string().check(z.maxLength(longestNote))).check(z.maxLength(mostGiven)),
      notes: z.boolean(),
      login: z.boolean(),
    }),
  'import-piece': () =>
    z.strictObject({
      file: id,
      index: z.int().check(z.minimum(0), z.maximum(mostPieces - 1)),
      text: z.string().check(z.maxLength(pieceSize + 1)),
    }),
  'import-preview': () => z.strictObject(importedFile()),
  import: () => z.strictObject({ ...importedFile(), ...change(), mode: z.enum(importModes) }),
  'restore-backup': () => z.strictObject({ ...change(), backup: id }),
  reset: () => z.strictObject({ ...change(), store: z.nullable(id) }),
  'delete-backups': () => z.null(),
  calendar: () => z.null(),
  month: () => z.strictObject({ month: z.string().check(z.refine(isMonth)) }),
  'year-of-checks': () => z.null(),
  report: () => z.null(),
  runs: () => z.null(),
  'start-playbook': () =>
    z.strictObject({
      run: id,
      playbook: z.enum(playbookIds),
      store: id,
      from: z.exactOptional(day),
    }),
  'change-run': () => runEvent,
  'begin-round': () =>
    z.strictObject({
      round: id,
      minutes: z.exactOptional(z.literal(minutesChoices)),
      stores: z.exactOptional(z.array(id).check(z.minLength(1), z.maxLength(mostStores))),
      order: z.exactOptional(z.enum(roundOrders)),
    }),
  'change-round': () => roundEvent,
  registers: () => z.null(),
  'put-row': () => z.strictObject({ ...rowPlace(), values }),
  'remove-row': () => z.strictObject(rowPlace()),
  drafts: () => z.null(),
  draft: () => z.strictObject({ draft: id, version }),
  'save-draft': () =>
    z.strictObject({
      id,
      draft: id,
      version,
      base: z.nullable(id),
      store: id,
      run: z.exactOptional(id),
      content: draft,
    }),
  'set-draft-aside': () => z.strictObject({ draft: id, aside: z.boolean() }),
  'forget-draft': () => z.strictObject({ draft: id }),
  panel: () => z.strictObject({ window: z.int() }),
  'keep-panel': () =>
    z.strictObject({
      window: z.int(),
      view: panelFields().view,
      place: panelFields().place,
      draft: panelFields().draft.check(
        z.refine((draft) => draft === undefined || certainSecret(draft.note) === undefined),
      ),
      scroll: panelFields().scroll,
      guide: panelFields().guide,
      typed: panelFields().typed.check(
        z.refine((typed) => !typed?.some(({ text }) => certainSecret(text) !== undefined)),
      ),
      asked: panelFields().asked,
    }),
  'show-in-panel': () =>
    z.strictObject({
      id,
      window: z.int(),
      view: panelFields().view,
      guide: panelFields().guide,
      opens: panelFields().opens,
    }),
  sees: () => z.strictObject({ tab: z.int() }),
  'sees-in': () => z.strictObject({ tabs: z.array(z.int()).check(z.maxLength(10_000)) }),
} satisfies { [R in Request]: () => z.ZodMiniType<Argument<R>> }
