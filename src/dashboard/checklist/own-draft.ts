import type { CommitmentId } from '../../domain/commitment'
import { createUnsavedInput } from '../forms/unsaved-input'

export const repeats = ['days', 'weeks', 'months', 'year', 'payouts'] as const
export type Repeat = (typeof repeats)[number]

/** A check of the seller's own while it is written, all fields as they are typed. */
export type OwnDraft = {
  /** Made before sending, so that sending twice adds one check. */
  id: CommitmentId
  title: string
  why: string
  /** One per line. */
  steps: string
  repeat: Repeat
  /** Days or weeks between two checks. */
  count: string
  /** Every n-th month. */
  step: string
  month: string
  day: string
  /** Empty: none. */
  page: string
  isForAll: boolean
  counts: boolean
}

/** By its address, so that typed text is kept while another page is shown. The page asks before it is closed. */
export const { Provider: OwnDraftsProvider, use: useOwnDrafts } = createUnsavedInput<OwnDraft>(() => ({
  isUnsaved: () => true,
  flush: async () => undefined,
}))
