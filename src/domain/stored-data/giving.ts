import type { CommitmentId } from '../commitment'
import type { StoreId } from '../ids'
import type { RegisterId } from '../registers/register'

/** What the seller chose to give to someone else. Nothing else goes into the file. */
export type Giving = {
  stores: readonly StoreId[]
  own: readonly CommitmentId[]
  /** The keys of rows of registers. */
  rows: readonly string[]
  /** Names that are not in a chosen row, as they are written. */
  names: readonly string[]
  notes: boolean
  /** What belongs to the logins of these stores, such as two-step verification. */
  login: boolean
}

/** What can be chosen besides stores and own checks. An owner is a store or a login. */
export type GivingChoices = {
  rows: readonly { key: string; register: RegisterId; owner: string; name: string; isPerson: boolean }[]
  /** The people responsible, those who handle a check elsewhere, and those who use a computer or phone. */
  names: readonly { name: string; owners: readonly string[] }[]
}

/** A text in the file that may name someone who was not chosen. */
export type NamingText = { key: string; text: string; names: readonly string[] }

/** What a file brings that was made to be given. */
export type Brought = {
  stores: readonly string[]
  answers: number
  /** Checks with an interval, steps or a person responsible of the giver's. */
  adapted: number
  own: number
  rows: number
  hasNotes: boolean
}
