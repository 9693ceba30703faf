/** The time zone this computer is set to now; it changes when the seller travels. */
export function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
