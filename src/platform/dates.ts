/** "3 March 2026". */
export function dayFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
}

/** "20:00" or "8:00 pm". */
export function timeFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...timeOptions(locale), timeZone })
}

/** "Tue 3 Mar, 09:00". */
export function momentFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat(locale, { ...day, ...timeOptions(locale), timeZone })
}

/** As watches show it: 09:00, but 9:00 am. */
function timeOptions(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return { hour: hourCycle === 'h23' ? '2-digit' : 'numeric', minute: '2-digit' }
}
