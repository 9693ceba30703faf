// Whoever creates a thing makes its id, which never changes.

/** A store, such as `store-1`. */
export type StoreId = string
/** One thing the seller did, so that a request that arrives twice counts once. */
export type EventId = string
/** One run of a playbook. */
export type RunId = string
/** An appeal draft, the same for all its versions. */
export type DraftId = string
export type BackupId = string

/**
 * Whether a text has the shape of our ids. Everything that is stored or addressed needs one. Names that every
 * object has, such as `constructor`, are not ids.
 */
export function isId(text: string): boolean {
  return /^[\w-]{1,40}$/.test(text) && !(text in Object.prototype)
}
