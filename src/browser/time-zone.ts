/** The time zone this computer is set to now; it changes when the seller travels. */
export function timeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string }
  // What a browser says of a setting that it does not know; nothing can count in it.
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone
}
