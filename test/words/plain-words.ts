/** A word that is not used, and the one that is. */
export type Rule = {
  not: RegExp
  use: string
  /** The code's own word, so the developers' docs use it too. */
  inCode?: true
}

/** One word for one thing. */
export const oneWordForOneThing: readonly Rule[] = [
  { not: /\bchores?\b/i, use: 'check' },
  { not: /(?<!preventive )\bmeasures?\b/i, use: 'check; of an appeal “preventive measure”', inCode: true },
  { not: /\bwait(?:s|ing)\b/i, use: 'due' },
  { not: /\bnot for me\b/i, use: 'Doesn’t apply' },
  {
    not: /\bset(?:s|ting)? (?:\w+ )?aside\b|\bput(?:s|ting)? (?:\w+ )?aside\b|\bkept aside\b|\bshelved\b/i,
    use: 'doesn’t apply; archived; kept separately',
  },
  { not: /\bpromised\b/i, use: 'planned; of an appeal “committed to”' },
  { not: /\bplaybooks?\b/i, use: 'guide', inCode: true },
  { not: /\bthe way\b(?! you\b)/i, use: 'guide, or the step itself' },
  { not: /\bbad days?\b|\bsomething happened\b/i, use: 'incident, “Something’s wrong”' },
  { not: /\bregisters?\b/i, use: 'records', inCode: true },
  { not: /\bpapers?\b/i, use: 'document' },
  { not: /\bpictures?\b/i, use: 'screenshot, image' },
  { not: /\bsomebody\b|\banybody\b|\bnobody\b/i, use: 'someone, anyone, no one' },
  { not: /\bforeign\b/i, use: 'unknown, not yours' },
  { not: /\b(?:main|primary) (?:log-?in|owner)\b|\bmain user\b/i, use: 'primary user' },
  { not: /\bdoors?\b/i, use: 'user, permission' },
  { not: /\baccount (?:was|is|has been) closed\b|\bclosed account\b/i, use: 'deactivated' },
  { not: /\bgot in\b|\baccount was entered\b/i, use: 'account hacked, accessed without authorization' },
  { not: /\bbeg[aiu]n\b|\bbegins\b/i, use: 'start' },
  { not: /\bforg[eo]t(?:ten|s)?\b/i, use: 'delete' },
  { not: /\b(?:br(?:ing|ings|ought)|t(?:ake|akes|ook|aken)) back\b/i, use: 'restore, undo' },
  { not: /\bstruck\b/i, use: 'undone' },
  { not: /\bmoney account\b/i, use: 'payout account' },
  { not: /\bbanners?\b|\bbutton number\b/i, use: 'card, toolbar number' },
  { not: /\bcannot (?:see|know)\b/i, use: 'can’t see' },
  {
    not: /(?<!\b(?:web|email|business|home|return|billing|IP) )\baddress(?:es)?\b(?! (?:bar|check))/i,
    use: 'web address, email address',
    inCode: true,
  },
  { not: /\bpaces?\b/i, use: 'interval', inCode: true },
]

/** Words that no one says aloud. */
export const notSpoken: readonly Rule[] = [
  { not: /\banew\b/i, use: 'again' },
  { not: /\bbeside\b/i, use: 'next to' },
  { not: /\bby itself\b/i, use: 'automatically' },
  { not: /\bso many\b/i, use: 'the number itself' },
  { not: /(?:^|[.:;] )Else\b/, use: 'Otherwise' },
  { not: /\bshall\b/i, use: 'should, will' },
  { not: /\bwhilst\b|\bmeanwhile\b/i, use: 'while, in the meantime' },
  { not: /\bat leisure\b|\bhand(?:ed)? (?:it )?in\b/i, use: 'submit' },
  {
    not: /\b\w*(?:colour|behaviour|favour|authoris|recognis|organis|synchronis|summaris|apologis|fulfilment|programme|cheque|judgement)\w*|\bcentre\b|\blicence\b|\bcatalogue\b|\benrol\b/i,
    use: 'American spelling',
  },
]

export const rules: readonly Rule[] = [...oneWordForOneThing, ...notSpoken]
