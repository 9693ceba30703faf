import { describe, expect, test } from 'vitest'
import type { Settings } from '../../../src/domain/settings'
import { NewerVersionError } from '../../../src/storage/format/codec'
import { fakePlatform } from '../../support/platform'
import { settingsFullV1, settingsV1 } from '../fixtures'
import { readSettings, writeSettings } from '../stored'

const named = (who: string) => (before: Settings) => ({ ...before, who })

function areaWith(data: Record<string, unknown>) {
  return fakePlatform({ kept: { local: data } }).storage
}

describe('settings', () => {
  test('version 1 is read for ever', async () => {
    expect(await readSettings(areaWith({ settings: settingsV1 }))).toEqual({ who: 'Ana' })
  })

  test('nothing chosen is nothing', async () => {
    expect(await readSettings(areaWith({}))).toEqual({})
  })

  test('what is chosen is read again', async () => {
    const area = areaWith({})
    await writeSettings(area, named('Ana'))
    expect(await readSettings(area)).toEqual({ who: 'Ana' })
    await writeSettings(area, named(''))
    expect(await readSettings(area)).toEqual({ who: '' })
  })

  test.each([
    ['null', null],
    ['a text', 'Ana'],
    ['a list', ['Ana']],
    ['a name that is no text', { version: 1, who: 7 }],
    ['no version', { who: 'Ana' }],
  ])('%s counts as not chosen, and is set aside when something is chosen again', async (_, raw) => {
    const area = areaWith({ settings: raw })
    expect(await readSettings(area)).toEqual({})
    expect(area.writes).toEqual([])
    await writeSettings(area, named('Ana'))
    expect(area.writes).toEqual([{ settings: settingsV1, 'damaged/settings': raw }])
  })

  test('what a later version wrote is kept', async () => {
    const area = areaWith({ settings: { version: 2, who: ['Ana', 'Bo'] } })
    expect(await readSettings(area)).toEqual({})
    await expect(writeSettings(area, named('Ana'))).rejects.toThrow(NewerVersionError)
    expect(area.data).toEqual({ settings: { version: 2, who: ['Ana', 'Bo'] } })
  })

  test('the caps are read again, and go with their default', async () => {
    const area = areaWith({})
    await writeSettings(area, () => ({ cardsPerDay: 3, cardGapHours: 8 }))
    expect(area.data).toEqual({ settings: { version: 1, cardsPerDay: 3, cardGapHours: 8 } })
    expect(await readSettings(area)).toEqual({ cardsPerDay: 3, cardGapHours: 8 })
    await writeSettings(area, () => ({}))
    expect(await readSettings(area)).toEqual({})
  })

  test('the choices for letters are read again, and go with their default', async () => {
    const area = areaWith({})
    await writeSettings(area, () => ({ letterLanguage: 'de', fillLetters: true }))
    expect(await readSettings(area)).toEqual({ letterLanguage: 'de', fillLetters: true })
    await writeSettings(area, () => ({}))
    expect(await readSettings(area)).toEqual({})
  })

  test('everything that can be chosen is read as it was written', async () => {
    expect(await readSettings(areaWith({ settings: settingsFullV1 }))).toEqual({
      who: 'Ana',
      pause: { until: 1772704800000 },
      quietHours: { from: 20, to: 8 },
      badge: false,
      notifications: false,
      loginHosts: ['www.amazon.com', 'www.amazon.de'],
      language: 'zh-CN',
    })
    expect(await readSettings(areaWith({ settings: { version: 1, pause: { until: 'told' } } }))).toEqual({
      pause: { until: 'told' },
    })
  })

  test('a language that only a later version has is kept', async () => {
    const area = areaWith({ settings: { version: 1, language: 'nl' } })
    await writeSettings(area, named('Ana'))
    expect(area.data).toEqual({ settings: { version: 1, who: 'Ana', language: 'nl' } })
  })

  test('a date format and a clock are read again, and go with their default', async () => {
    const area = areaWith({})
    await writeSettings(area, () => ({ dateFormat: 'yyyy-MM-dd', clock: '24-hour' }))
    expect(area.data).toEqual({ settings: { version: 1, dateFormat: 'yyyy-MM-dd', clock: '24-hour' } })
    expect(await readSettings(area)).toEqual({ dateFormat: 'yyyy-MM-dd', clock: '24-hour' })
    await writeSettings(area, () => ({}))
    expect(area.data).toEqual({ settings: { version: 1 } })
  })

  test('a date format and a clock that only a later version has are kept', async () => {
    const later = { dateFormat: 'd MMM yyyy', clock: 'decimal' }
    const area = areaWith({ settings: { version: 1, ...later } })
    await writeSettings(area, named('Ana'))
    expect(area.data).toEqual({ settings: { version: 1, who: 'Ana', ...later } })
  })

  test('a choice leaves every other one as it was', async () => {
    const area = areaWith({ settings: structuredClone(settingsFullV1) })
    await writeSettings(area, named('Bo'))
    expect(area.data).toEqual({ settings: { ...settingsFullV1, who: 'Bo' } })
  })

  test('what was given up is gone, and counts as its default', async () => {
    const area = areaWith({ settings: structuredClone(settingsFullV1) })
    await writeSettings(area, ({ pause: _pause, quietHours: _hours, ...rest }) => rest)
    expect(await readSettings(area)).not.toHaveProperty('pause')
    expect(await readSettings(area)).not.toHaveProperty('quietHours')
    expect(await readSettings(area)).toMatchObject({ badge: false, notifications: false })
  })

  test.each([
    ['an hour of 24', { quietHours: { from: 24, to: 8 } }],
    ['half an hour', { quietHours: { from: 20.5, to: 8 } }],
    ['a badge that is a word', { badge: 'off' }],
    ['a pause without an end', { pause: {} }],
    ['a login that is no list', { loginHosts: 'www.amazon.com' }],
    ['a language that is no tag', { language: 7 }],
    ['a date format that is a figure', { dateFormat: 1 }],
    ['a clock that is a figure', { clock: 24 }],
    ['a corner that is a figure', { corner: 1 }],
  ])('%s cannot be read, and is kept aside', async (_, part) => {
    const area = areaWith({ settings: { version: 1, ...part } })
    expect(await readSettings(area)).toEqual({})
    await writeSettings(area, named('Ana'))
    expect(area.data['damaged/settings']).toEqual({ version: 1, ...part })
  })

  test('a choice that cannot be stored is none', async () => {
    const area = areaWith({ settings: structuredClone(settingsFullV1) })
    area.reject('set')
    await expect(writeSettings(area, named('Bo'))).rejects.toThrow()
    expect(area.data).toEqual({ settings: settingsFullV1 })
  })
})
