import type { Settings } from '../domain/settings'
import { pauseFor } from '../domain/silence'
import type { Argument } from '../messages/protocol'
import { type Entry, entry } from '../storage/format/kind'
import { settingsKind } from '../storage/kinds/settings'
import type { Wish } from '../storage/repository'
import type { Cards } from './cards'
import type { Handler } from './handler'
import type { Views } from './overview'

/** What every change of the settings must read, for the overview after it. */
export const shownWish: Wish = { stores: [], runs: true }

/** Takes the seller's own settings, never those in force. */
export function settingsEntry(settings: Settings & { alsoQuiet?: never }): Entry {
  return entry(settingsKind, settingsKind.prefix, settings)
}

/** A null value restores the default by removing the setting. */
export function withChoice(settings: Settings, chosen: Argument<'choose'>): Settings {
  const all = Object.entries({ ...settings, ...chosen })
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Settings
}

export const nameSelf: Handler<'name-self'> = {
  reads: () => shownWish,
  answer: ({ ownSettings }, { who }) => ({
    commit: { put: [settingsEntry({ ...ownSettings, who })] },
    reply: () => ({ who }),
  }),
}

export function createPause({ overviewOf }: Views, { withdraw }: Cards): Handler<'pause'> {
  return {
    reads: () => shownWish,
    answer({ ownSettings: { pause: _pause, ...settings } }, argument, now) {
      const pause = argument.for === null ? {} : { pause: pauseFor(argument.for, now) }
      return {
        commit: { put: [settingsEntry({ ...settings, ...pause })] },
        afterwards: async () => argument.for !== null && withdraw(),
        reply: overviewOf,
      }
    },
  }
}
