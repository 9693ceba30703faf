import type { Platform, Sender } from '../browser/platform'
import { isCommitmentId } from '../domain/commitment'
import { presentStores } from '../domain/present-stores'
import { isQuietHour } from '../domain/silence'
import { statusesOf } from '../domain/status'
import { dayOf } from '../domain/time/time'
import type { Request } from '../messages/protocol'
import { entry } from '../storage/format/kind'
import { showingsKind } from '../storage/kinds/card-history'
import { writtenByKind } from '../storage/kinds/installed-version'
import { ownChecksKind } from '../storage/kinds/own-checks'
import { recordKind } from '../storage/kinds/record'
import { settingsKind } from '../storage/kinds/settings'
import { storesKind } from '../storage/kinds/stores'
import type { Remembering } from '../storage/remembering'
import type { Commit, Snapshot } from '../storage/repository'
import { answeredFace, overtakenFace } from './card-content'
import { askerOf, type Cards } from './cards'
import { changeOf, frontNoted, startNoted, wishFor } from './checklist'
import { draft, drafts, forgetDraft, saveDraft, setDraftAside } from './drafts'
import type { Act, Handler, Lookup } from './handler'
import { calendar, createJournalHandlers, report } from './journal'
import type { LoginPages } from './login-pages'
import type { Memory } from './memory'
import type { Notifier } from './notifications'
import type { Views } from './overview'
import { createPanelHandlers, forgetNotes } from './panel'
import { changeRun, runs, startPlaybook } from './playbook-runs'
import type { Allowance } from './rate-limit'
import { createRegisterHandlers, registers } from './registers'
import type { Repository } from './repository'
import { RequestError, undefinedOn } from './request-error'
import { createRoundHandlers } from './rounds'
import { createPause, nameSelf, settingsEntry, shownWish, withChoice } from './settings'
import type { Data } from './stored-data'

/** The badge is drawn from these kinds. */
const drawn: readonly unknown[] = [storesKind, recordKind, ownChecksKind, settingsKind, showingsKind]

export type Parts = {
  platform: Platform & { storage: Remembering }
  repository: Repository
  views: Views
  cards: Cards
  allowance: Allowance
  notifier: Notifier
  data: Data
  loginPages: LoginPages
  memory: Memory
}

const welcomePlace = '#/welcome'

/** `tab.url` is the current address; `sender.url` is the one the page was loaded from. */
function isAtWelcome({ tab, url }: Sender): boolean {
  return (tab?.url ?? url)?.endsWith(welcomePlace) === true
}

/** Creates a handler for each request. Each runs inside the one queue, except `unqueued` (start.ts). */
export function createHandlers(parts: Parts): { [R in Request]: Act<R> } {
  const { platform, repository, views, cards, allowance, notifier, data, loginPages, memory } = parts
  const { i18n, overviewOf } = views
  const { putRow, removeRow } = createRegisterHandlers(views)
  const panels = createPanelHandlers(memory)
  const { beginRound, changeRound } = createRoundHandlers(views)

  /** Writes, and redraws the badge if what it shows has changed. */
  async function commit(snapshot: Snapshot, change: Commit): Promise<Snapshot> {
    const after = await repository.commit(snapshot, change)
    if (change.put?.some(({ kind }) => drawn.includes(kind))) await views.showBadge(after)
    return after
  }

  function act<R extends Request>({ reads, answer }: Handler<R>): Act<R> {
    return async (argument) => {
      const now = platform.now()
      const snapshot = await repository.read(reads(argument, now))
      const { commit: change, afterwards, reply } = answer(snapshot, argument, now)
      const after = change ? await commit(snapshot, change) : snapshot
      await afterwards?.(after).catch(() => undefined)
      return reply(after)
    }
  }

  function look<R extends Request>({ finds, answer }: Lookup<R>): Act<R> {
    return async (argument) => answer(await repository.find(finds(argument)), argument, platform.now())
  }

  const change: Handler<'change'> = {
    reads: wishFor,
    answer: (snapshot, event, now) => ({
      commit: changeOf(snapshot, event, 'own-page', now),
      async afterwards(after) {
        await cards.tellAnswered(after).catch(() => undefined)
        await notifier.keep(after)
      },
      reply: overviewOf,
    }),
  }

  const sayStore: Handler<'say-store'> = {
    reads: () => ({ stores: [] }),
    answer({ checklist }, { store, tab }) {
      if (!presentStores(checklist).some(({ id }) => id === store)) throw new RequestError('refused')
      return { reply: () => cards.sayStore(store, tab) }
    },
  }

  return {
    async visit(place, sender) {
      const snapshot = await repository.read({ stores: [] })
      const noted = frontNoted(snapshot, place.host, platform.now())
      return cards.visit(noted ? await commit(snapshot, noted) : snapshot, place, askerOf(sender))
    },
    ...cards.handlers,
    ...panels,
    async 'show-beside'({ id, ...about }, sender) {
      await cards.hold(about, askerOf(sender))
      const window = sender.tab?.windowId
      if (window === undefined) throw new RequestError('refused')
      return panels['show-in-panel']({ id, window, view: 'page' })
    },
    'say-store': act(sayStore),
    async 'answer-card'({ id, store, item, answer }, sender) {
      const asker = askerOf(sender)
      const { tab } = asker
      const given = { id, answer, store, item }
      const now = platform.now()
      const isNew = (await cards.check(given, asker)) === 'new'
      const counted = isNew && (await allowance.oneMoreAnswer(dayOf(now)))
      if (isNew && !counted) throw new RequestError('refused')
      // Marked after storing. A stored answer is reported as stored even if marking it fails.
      const take = async () => counted && cards.take(given, asker, counted).catch(() => undefined)
      const snapshot = await repository.read(wishFor(given, now))
      const change = (said: Exclude<typeof answer, { kind: 'playbook' }>) =>
        changeOf(snapshot, { id, kind: 'answered', store, item, answer: said }, 'card', now)
      if (answer.kind === 'playbook') {
        if (!isNew) return null
        await cards.openPlaybook(snapshot, given, tab)
        await take()
        // This does not answer the item: its card returns as after closing.
        await commit(snapshot, change({ kind: 'closed' }))
        await cards.noteGone(tab).catch(() => undefined)
        return null
      }
      const state = await (async () => commit(snapshot, change(answer)))().catch(
        undefinedOn('answered-since'),
      )
      await take()
      // It could only be closed.
      if (isCommitmentId(item)) {
        await cards.noteGone(tab).catch(() => undefined)
        return null
      }
      const about = { store, item }
      const { checklist, settings } = state ?? snapshot
      const letter = await cards.letterOn(checklist, tab).catch(() => undefined)
      if (!state) return overtakenFace(about, i18n(settings), letter)
      await cards.noteGone(tab).catch(() => undefined)
      if (answer.kind === 'snoozed') await notifier.keep(state)
      const owner = checklist.stores.find((one) => one.id === store)
      const found = owner && statusesOf(checklist, owner, now).find((one) => one.item.id === item)
      return found ? answeredFace(about, id, answer, found.status, i18n(settings), letter) : null
    },
    async overview(_, sender) {
      const snapshot = await repository.read(shownWish)
      // The welcome page opened automatically: it does not count as the seller opening one of our pages.
      const noted = startNoted(snapshot, !isAtWelcome(sender), platform.now())
      // A full disk must not hide the checklist; the overview itself reports that nothing can be stored.
      const after = noted && (await repository.commit(snapshot, noted).catch(undefinedOn('could-not-store')))
      await views.showBadge(after ?? snapshot)
      return overviewOf(after ?? snapshot)
    },
    change: act(change),
    ...createJournalHandlers(platform.storage, repository, platform.now),
    'name-self': act(nameSelf),
    pause: act(createPause(views, cards)),
    async choose({ unreadNews, ...chosen }) {
      // If the browser doesn't say what is granted, store nothing and report that.
      const granted = chosen.loginHosts && {
        loginHosts: await loginPages.sync(chosen.loginHosts).catch(() => {
          throw new RequestError('could-not-store')
        }),
      }
      const snapshot = await repository.read(shownWish)
      const settings = { ...withChoice(snapshot.ownSettings, chosen), ...granted }
      const areNewsRead = unreadNews === null
      const version = entry(writtenByKind, writtenByKind.prefix, { extension: platform.version })
      const put = [settingsEntry(settings), ...(areNewsRead ? [version] : [])]
      const after = await commit(snapshot, { put })
      // Better no card than one in the language or formats that the seller has just changed.
      const isReworded = (['language', 'dateFormat', 'clock'] as const).some((name) => name in chosen)
      if (isReworded || isQuietHour(after.settings, platform.now()))
        await cards.withdraw().catch(() => undefined)
      await notifier.keep(after)
      return overviewOf(after)
    },
    ...data.handlers,
    async reset(argument) {
      const changed = await data.handlers.reset(argument)
      await forgetNotes(memory, argument.store, argument.id).catch(() => undefined)
      return changed
    },
    calendar: act(calendar),
    report: act(report),
    runs: look(runs),
    'start-playbook': act(startPlaybook),
    'change-run': act(changeRun),
    'begin-round': act(beginRound),
    'change-round': act(changeRound),
    registers: look(registers),
    'put-row': act(putRow),
    'remove-row': act(removeRow),
    drafts: look(drafts),
    draft: look(draft),
    'save-draft': act(saveDraft),
    'set-draft-aside': act(setDraftAside),
    'forget-draft': act(forgetDraft),
  }
}
