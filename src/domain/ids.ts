// Ids are made once, by whoever makes the thing, and never change.

/** Of a store, as the seller named it or not: `store-1`. */
export type StoreId = string
/** Of one thing the seller did: a request that arrives twice counts once. */
export type EventId = string
/** Of a playbook that was begun. */
export type RunId = string
/** Of an appeal draft, over all its versions. */
export type DraftId = string
export type BackupId = string

/**
 * The shape of the ids that we make. Whatever is stored or addressed must have one; a name that every object knows, such
 * as `constructor`, is none.
 */
export function isId(text: string): boolean {
  return /^[\w-]{1,40}$/.test(text) && !(text in Object.prototype)
}
