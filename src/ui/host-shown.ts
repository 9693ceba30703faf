/** The host as the network sees it: letters of other alphabets as `xn--…`, so that a disguise shows. Empty without one. */
export function hostShown(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}
