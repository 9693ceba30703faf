/** This computer's current time zone, which changes when the seller travels. */
export function timeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string }
  // Browsers report this for a setting they don't know. No time can be computed in it.
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone
}
