/** A word or form that readers of a language stumbled over. */
export type Wording = {
  wrong: RegExp
  /** What to write, and why. */
  instead: string
  /** Texts in which it is right. */
  except?: readonly string[]
  /** Names of the texts that it is about; all of them if this is missing. */
  of?: RegExp
}
