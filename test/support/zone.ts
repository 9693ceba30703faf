// Runs before each file of a project with a time zone: tests running in another zone would prove nothing.
const zone = process.env['TZ'] ?? ''
const newYear = Date.UTC(2026, 0, 1)
const wallClock = (timeZone?: string) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(newYear)
if (wallClock() !== wallClock(zone)) throw new Error(`${zone}: these tests run in another time zone`)
