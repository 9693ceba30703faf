import { describe, expect, test } from 'vitest'
import { readSettings, writeSettings } from '../../src/storage/settings'
import { NewerVersionError } from '../../src/storage/stored'
import { fakePlatform } from '../support/platform'
import { settingsV1 } from './fixtures'

function areaWith(data: Record<string, unknown>) {
  return fakePlatform({ kept: { local: data, session: {}, alarms: new Map() } }).storage
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
    await writeSettings(area, { who: 'Ana' })
    expect(await readSettings(area)).toEqual({ who: 'Ana' })
    await writeSettings(area, { who: '' })
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
    await writeSettings(area, { who: 'Ana' })
    expect(area.writes).toEqual([{ settings: settingsV1, 'damaged/settings': raw }])
  })

  test('what a later version wrote is kept', async () => {
    const area = areaWith({ settings: { version: 2, who: ['Ana', 'Bo'] } })
    expect(await readSettings(area)).toEqual({})
    await expect(writeSettings(area, { who: 'Ana' })).rejects.toThrow(NewerVersionError)
    expect(area.data).toEqual({ settings: { version: 2, who: ['Ana', 'Bo'] } })
  })
})
