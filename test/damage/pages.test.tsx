// @vitest-environment jsdom
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { options } from 'preact'
import { beforeEach, expect, test } from 'vitest'
import { parts } from '../../src/dashboard/navigation/router'
import { damages, oneOfEachKind, populated } from '../support/damage'
import { on } from '../support/time'
import { open } from '../support/views'

// The help shows the version.
Object.assign(globalThis, { chrome: { runtime: { getManifest: () => ({ version: '0.1.0' }) } } })
// jsdom has no place for files, and goes to no address.
const files: Blob[] = []
URL.createObjectURL = (blob) => `blob:${files.push(blob as Blob)}`
HTMLAnchorElement.prototype.click = () => undefined

/** Whatever was thrown while something was drawn, also where a page caught it. */
const thrown: unknown[] = []
const hooks = options as { __e?: (error: unknown, ...more: unknown[]) => void }
const { __e: before } = hooks
hooks.__e = (error, ...more) => {
  thrown.push(error)
  before?.(error, ...more)
}
beforeEach(() => {
  thrown.length = 0
  files.length = 0
})

const now = on('2026-03-05')
const places = [
  ...parts.map((part) => `#/${part}`),
  '#/item/two-step-on',
  '#/item/own-2',
  '#/calendar/2026-03',
  '#/playbooks/hijack',
  '#/playbook/run-1',
  '#/registers/people',
  '#/appeal/draft-1',
]
/** Each kind alone as something that cannot be read; and with what can be, in part, all that does not hang on another. */
const states: readonly (readonly [damage: keyof typeof damages & string, keys: readonly string[]])[] = [
  ...oneOfEachKind.map((key) => ['is a text', [key]] as const),
  ...[
    'has objects for its parts',
    'has hostile texts',
    'has hostile texts beside its ids and days',
    'has names of every object',
    'tells of the year 2099',
  ].flatMap((damage) => [
    [damage, ['stores']] as const,
    [damage, Object.keys(populated).filter((key) => key !== 'stores')] as const,
  ]),
]

async function text(blob: Blob | undefined): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsText(blob ?? new Blob())
  })
}

test.each(states)('%s: every page is drawn, and every file made (%j)', async (damage, damaged) => {
  const local = () => ({
    ...structuredClone(populated),
    ...Object.fromEntries(damaged.map((key) => [key, damages[damage]?.(populated[key])])),
  })
  await open('popup', { kept: { local: local() }, now })
  expect(thrown).toEqual([])
  const { settled, screen, i18n, waitFor } = await open('dashboard', { kept: { local: local() }, now })
  for (const place of places) {
    location.hash = place
    dispatchEvent(new HashChangeEvent('hashchange'))
    await settled()
    expect(thrown, place).toEqual([])
    expect(document.querySelector('main')?.textContent?.length, place).toBeGreaterThan(20)
  }
  location.hash = '#/data'
  dispatchEvent(new HashChangeEvent('hashchange'))
  for (const name of ['files_export', 'files_journal', 'files_calendar'] as const) {
    const count = files.length
    ;(await screen.findByRole('button', { name: i18n.translate(name) })).click()
    await waitFor(() => expect(files).toHaveLength(count + 1))
  }
  const [whole = '', table = '', calendar = ''] = await Promise.all(files.map(text))
  expect(Object.keys(JSON.parse(whole).entries)).toContain('journal/2026-03-04')
  const { data, errors } = Papa.parse<string[]>(table, { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data.filter((row) => row.length !== 5)).toEqual([])
  expect(table).not.toMatch(/(?:^|[",;\t\r\n])=/)
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents()
  const names = new Set(events.flatMap((event) => event.getAllProperties().map(({ name }) => name)))
  expect(names).not.toContain('attach')
  expect(events.every((event) => event.name === 'vevent' && event.getAllSubcomponents().length === 0)).toBe(
    true,
  )
  expect(document.querySelector('img[onerror]')).toBeNull()
})
