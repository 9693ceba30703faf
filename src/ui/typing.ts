/**
 * For every text field. Some browsers send text to a spelling or completion service, or offer old entries to the next
 * person at the computer, and all our fields may hold names, logins or accounts.
 */
export const unshared = { autocomplete: 'off', spellcheck: false, writingsuggestions: 'false' } as const
