import { describe, expect, test } from 'vitest'
import type { Settings } from '../../src/domain/settings'
import { contentsOf, rawOf } from '../../src/storage/contents'
import { showingsKind } from '../../src/storage/kinds/card-history'
import { writtenByKind } from '../../src/storage/kinds/installed-version'
import { organizationKind } from '../../src/storage/kinds/organization'
import { settingsKind } from '../../src/storage/kinds/settings'
import { readWhole, sweep, wasApplied } from '../../src/storage/replace-all'
import { fakePlatform } from '../support/platform'
import { organizationV1 } from './fixtures'
import { repositoryOn } from './stored'

// Stored values as they lie in sellers' browsers, written by hand; beside those in fixtures.ts. Never changed.

const settingsV1 = {
  'everything chosen': {
    version: 1,
    who: 'Ana',
    pause: { until: 1772618400000 },
    quietHours: { from: 20, to: 8 },
    badge: false,
    notifications: true,
    loginHosts: ['www.amazon.de', 'www.amazon.com'],
  },
  'dates and times of the seller’s own': { version: 1, dateFormat: 'dd/MM/yyyy', clock: '12-hour' },
  'a corner of the seller’s own': { version: 1, corner: 'bottom-start' },
  'paused until told': { version: 1, pause: { until: 'told' } },
  'nothing chosen': { version: 1 },
}

const showingsV1 = { version: 1, since: 1772600000000, opened: true, shown: [1772611200000, 1772614800000] }

const recordsV1 = {
  'kept off pages': { version: 1, silenced: true, before: { unanswered: 3 }, events: ['e-1'] },
  'shown without an answer': { version: 1, quietUntil: 1772704800000, unanswered: 2, events: ['e-1'] },
}

const appliedV1 = { version: 1, id: 'e-9', gone: ['settings', 'record/store-1/user-list-review'] }

describe('shapes that were shipped are read for ever', () => {
  test.each(Object.entries(settingsV1))('settings of version 1: %s', (_, raw) => {
    const { version: _version, ...settings } = raw
    expect(settingsKind.decode(raw)).toEqual({ kind: 'read', value: settings })
    expect(settingsKind.encode(settings as Settings)).toEqual(raw)
    expect(rawOf(contentsOf({ settings: raw }))).toEqual({ settings: raw })
  })

  test('showings of version 1', () => {
    const { version: _version, ...showings } = showingsV1
    expect(showingsKind.decode(showingsV1)).toEqual({ kind: 'read', value: showings })
    expect(showingsKind.encode(showings)).toEqual(showingsV1)
    expect(rawOf(contentsOf({ showings: showingsV1 }))).toEqual({ showings: showingsV1 })
  })

  test.each(Object.entries(recordsV1))('a record of version 1: %s', (_, raw) => {
    const key = 'record/store-1/user-list-review'
    expect(rawOf(contentsOf({ [key]: raw }))).toEqual({ [key]: raw })
  })

  test('the note of the last change of everything, version 1', async () => {
    const local = {
      applied: appliedV1,
      settings: { gone: true },
      'record/store-1/user-list-review': { version: 1, events: [] },
    }
    const { storage } = fakePlatform({ kept: { local, session: {}, alarms: new Map() } })
    expect(await wasApplied(repositoryOn(storage), 'e-9')).toBe(true)
    expect(await readWhole(repositoryOn(storage))).not.toHaveProperty('settings')
    await sweep(repositoryOn(storage))
    // What was written anew since stays.
    expect(Object.keys(storage.data)).toEqual(['applied', 'record/store-1/user-list-review'])
  })

  test('the copy of a policy, version 1, whole for a version that reads more of it', async () => {
    const { given, stores } = organizationV1
    const { found, organization, ignored } = (() => {
      const found = organizationKind.decode(organizationV1)
      return { found, ...(found.kind === 'read' ? found.value : { organization: {}, ignored: [] }) }
    })()
    expect(organization).toEqual({ cardsPerDay: 3, contact: { phone: '110' } })
    expect(ignored).toEqual([{ key: 'later', why: 'unknown-key' }])
    expect(found).toMatchObject({ value: { given, stores } })
    expect(organizationKind.encode({ given, stores, organization, ignored })).toEqual(organizationV1)
    const { storage } = fakePlatform({ kept: { local: { organization: organizationV1 } } })
    expect(await readWhole(repositoryOn(storage))).toEqual({})
  })

  test('the note of the version that writes, version 1', async () => {
    const raw = { version: 1, extension: '0.1.0' }
    expect(writtenByKind.decode(raw)).toEqual({ kind: 'read', value: { extension: '0.1.0' } })
    expect(writtenByKind.encode({ extension: '0.1.0' })).toEqual(raw)
    const { storage } = fakePlatform({ kept: { local: { [writtenByKind.prefix]: raw } } })
    expect(await readWhole(repositoryOn(storage))).toEqual({})
    expect(rawOf(contentsOf({ [writtenByKind.prefix]: raw }))).toEqual({})
  })
})

test('ids that nobody here knows survive reading and writing everything', () => {
  const raw = {
    'record/store-1/a-chore-of-2031': { version: 1, checked: '2026-03-01', events: [] },
    'journal/2026-03-04': {
      version: 1,
      entries: [
        {
          id: 'e-1',
          at: 1772614800000,
          day: '2026-03-04',
          store: 'store-of-2031',
          what: { kind: 'something-new', with: { parts: [1, null] } },
        },
      ],
    },
    'drawer/of-2031': { version: 4 },
  }
  expect(rawOf(contentsOf(raw))).toEqual(raw)
})
