import { afterEach, expect, test, vi } from 'vitest'
import { timeZone } from '../../src/browser/time-zone'
import { nowAt } from '../support/time'

afterEach(() => vi.restoreAllMocks())

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['Etc/Unknown', 'UTC'],
  [undefined, 'UTC'],
])('a computer that says %s is in %s', (said, zone) => {
  const options = new Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...options,
    timeZone: said as string,
  })
  const found = timeZone()
  expect(found).toBe(zone)
  vi.restoreAllMocks()
  expect(nowAt(0, found).timeZoneId).toBe(zone)
})
