import type { Platform } from '../browser/platform'
import { isSaid } from '../domain/item-record'
import { languageFor } from '../domain/languages'
import { badgeText, type Overview, overview, type StoreOverview } from '../domain/overview'
import { deadlinesOf } from '../domain/playbooks/run'
import { presentStores } from '../domain/present-stores'
import type { Settings } from '../domain/settings'
import { roundView } from '../domain/started-round'
import { createI18n, type I18n } from '../i18n/i18n'
import { itemOfDetail } from '../i18n/item-text'
import type { BackgroundText } from '../i18n/surfaces'
import { troubleText } from '../i18n/trouble-text'
import { storeFronts } from '../pages/hosts'
import type { Kind } from '../storage/format/kind'
import { showingsKind } from '../storage/kinds/card-history'
import { organizationKind } from '../storage/kinds/organization'
import { ownChecksKind } from '../storage/kinds/own-checks'
import { recordKind, recordPrefix } from '../storage/kinds/record'
import { payoutAccountKey, rowKind } from '../storage/kinds/register-row'
import { roundKind } from '../storage/kinds/round'
import { runKind } from '../storage/kinds/run'
import { settingsKind } from '../storage/kinds/settings'
import { storesKind } from '../storage/kinds/stores'
import { foundIn, partedIn, type Slots, type Snapshot, valueIn } from '../storage/repository'
import { runsIn } from './playbook-runs'
import type { Repository } from './repository'

const injectedHosts = storeFronts.map(({ host }) => host)

/** What an overview is made of. Unreadable values of these kinds are listed in it. */
const shownKinds: readonly Kind[] = [
  ...[storesKind, recordKind, ownChecksKind],
  ...[settingsKind, showingsKind, roundKind, runKind],
]

type Look = { view: StoreOverview; trouble: Overview['trouble'] }

export type Views = ReturnType<typeof createViews>

function organizationViewIn(slots: Slots): Pick<Overview, 'organization'> {
  const found = valueIn(slots, organizationKind, organizationKind.prefix)
  if (!found) return {}
  const { stores: _stores, intervals: _intervals, ownChecks: _checks, ...shown } = found.organization
  return { organization: { ...shown, ignored: found.ignored } }
}

/** Draws the badge and builds the overview from a snapshot. */
export function createViews(platform: Platform, repository: Repository) {
  /** The last look, so that the overview reuses what the badge of the same snapshot computed. */
  let drawn: { of: Snapshot; look: Look } | undefined

  function i18n(settings: Settings): I18n<BackgroundText> {
    const languages = platform.languages()
    const language = languageFor(settings.language, languages)
    const english = () => platform.texts('en')
    const own = createI18n<BackgroundText>(platform.texts(language), {
      timeZone: platform.now().timeZoneId,
      languages,
      settings,
      english,
    })
    const detail = (name: string) => {
      const item = itemOfDetail(name)
      return item === undefined ? undefined : platform.steps(language, item)[name]
    }
    return {
      ...own,
      textOf: (name) => own.textOf(name) ?? detail(name),
      // The title of a check has no placeholders.
      translate: (name, ...values) => detail(name) ?? own.translate(name, ...values),
    }
  }

  /** The problem shown on the toolbar and above the checklist, if any. */
  async function troubleOf({ checklist }: Snapshot): Promise<Overview['trouble']> {
    if (await repository.isUnsaved()) return { kind: 'unsaved' }
    const used = presentStores(checklist).flatMap(({ fronts }) => fronts)
    const wanted = used.length > 0 ? used : injectedHosts
    // If the browser cannot tell, assume that nothing is withheld.
    const [host, ...others] = await platform.withheld(wanted).catch(() => [])
    // Before the first visit we don't know which host the seller needs.
    const isLost = host !== undefined && (used.length > 0 || others.length + 1 === wanted.length)
    return isLost ? { kind: 'withheld', host } : undefined
  }

  async function lookAt(snapshot: Snapshot): Promise<Look> {
    if (drawn?.of === snapshot) return drawn.look
    const trouble = await troubleOf(snapshot)
    const look = { view: overview(snapshot.checklist, platform.now(), snapshot.settings), trouble }
    drawn = { of: snapshot, look }
    return look
  }

  async function showBadge(snapshot: Snapshot): Promise<void> {
    const { checklist, settings } = snapshot
    const { translate, plural } = i18n(settings)
    try {
      const { trouble, view } = await lookAt(snapshot)
      const { counted, unreadable } = view
      if (trouble) await platform.badge.show('!', troubleText(i18n(settings), trouble))
      else if (checklist.unread?.stores) await showUnreadable()
      else {
        const waiting = presentStores(checklist).length === 1 ? 'title_waiting' : 'title_waiting_stores'
        const said = counted > 0 ? plural(waiting, counted) : translate('title_nothing_waits')
        const titles = [
          counted > 0 || unreadable === 0 ? said : translate('brand'),
          ...(unreadable === 0 ? [] : [plural('title_unreadable', unreadable)]),
        ]
        await platform.badge.show(settings.badge === false ? '' : badgeText(counted), titles.join(' – '))
      }
    } catch {
      // The badge only shows what is stored; an answer must not fail because it could not be drawn.
    }
  }

  async function showUnreadable(): Promise<void> {
    await platform.badge.show('!', i18n({}).translate('title_could_not_read')).catch(() => undefined)
  }

  return {
    i18n,
    showBadge,
    showUnreadable,

    /** Redraws the badge from what is stored now; never fails. */
    async drawBadge(): Promise<void> {
      const snapshot = await repository.read({ stores: [] }).catch(() => undefined)
      await (snapshot ? showBadge(snapshot) : showUnreadable())
    },

    /** @param snapshot read with its runs. */
    async overviewOf(snapshot: Snapshot): Promise<Overview> {
      const { checklist, slots, others } = snapshot
      const { view, trouble } = await lookAt(snapshot)
      const present = presentStores(checklist).map(({ id }) => id)
      const deadlines =
        snapshot.hasRuns &&
        deadlinesOf(runsIn(slots).runs, platform.now()).filter(
          ({ met, store }) => !met && present.includes(store),
        )
      const account = payoutAccountKey(view.store.id)
      const tail = valueIn(slots, rowKind, account)?.values.digits
      const found = shownKinds.map((kind) => partedIn(slots, kind))
      const started = valueIn(slots, roundKind, roundKind.prefix)
      const round = started && roundView(started, checklist, platform.now())
      const isUnknown = foundIn(slots, rowKind, account).kind === 'damaged'
      const unreadOf = (why: 'damaged' | 'newer') =>
        [...(others?.unread ?? [])].flatMap(([name, one]) => (one === why ? [recordPrefix + name] : []))
      return {
        ...view,
        ...(deadlines ? { deadlines } : {}),
        ...(tail ? { payout: { ...view.payout, tail } } : {}),
        ...(round ? { round } : {}),
        ...organizationViewIn(slots),
        ...(trouble ? { trouble } : {}),
        storage: {
          newer: [...new Set([...found.flatMap(({ newer }) => newer), ...unreadOf('newer')])],
          unreadable: [
            ...new Set([...found.flatMap(({ unreadable }) => unreadable), ...unreadOf('damaged')]),
            ...(isUnknown ? [account] : []),
          ],
          empty: !checklist.unread && !others?.isSaid && !Object.values(checklist.records).some(isSaid),
        },
      }
    },
  }
}
