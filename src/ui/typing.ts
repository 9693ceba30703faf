/**
 * For every field in which something is typed. Some browsers send what they check for spelling, or complete, to a service
 * of theirs, and offer old entries to whoever sits at the computer next; names, logins and accounts are typed in them all.
 */
export const unshared = { autocomplete: 'off', spellcheck: false, writingsuggestions: 'false' } as const
