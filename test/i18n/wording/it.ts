import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /conserva(?:re|te) il saldo/, instead: 'bloccare il saldo: "conservare" gives it away' },
  {
    wrong: /metod[oi] di deposito/i,
    instead: 'metodo di accredito: Amazon’s word, also for searches in a mailbox',
  },
  { wrong: /\bestrane[aeio]\b|\bestranei\b/, instead: 'sconosciuto, non suo, non nostro: not a stranger' },
  {
    wrong: /\b(?:[Ii]l|al|dal|del|nel|sul) \$/,
    instead: 'a colon or "il giorno": l’8 and l’11 need another article',
  },
  { wrong: /[Ii]mmagine d(?:el|i )/, instead: 'screenshot: an immagine is a picture of goods' },
  { wrong: /\b[Gg]uardare\b|\bguardi\b|\bguarda(?:no)? \d/, instead: 'controllare, consultare, considerare' },
  {
    wrong: /\b(?:una|ogni|[Ll]e|altre|delle|apre) port[ae]\b|la porta è/,
    instead: 'accesso: not a door',
  },
  {
    wrong: /[Dd]imentic(?:a|ano|at[aeio])\b|\bDimenticare tutt/,
    instead: 'cancellare: what is deleted is not forgotten',
  },
  {
    wrong: /account (?:\p{L}+ ){0,3}chius|chiudere (?:un |l’)account/u,
    instead: 'disattivato: a closed account is ended for good',
  },
  { wrong: /negozio USA/, instead: 'store USA: a negozio is the seller’s own' },
  {
    wrong: /(?<!Gestisci (?:le|i) )\b(?:tu[aeo]|tuoi)\b|(?<![Nn]on )\b[Hh]ai\b|\bSei su\b/,
    instead: 'lei, suo: the seller is not addressed as tu',
  },
  { wrong: /\b[Pp]rem(?:a|ere)\b/, instead: 'cliccare' },
  { wrong: /\b[Oo]gni tot\b/, instead: 'a intervalli di: "ogni tot" is slang' },
  { wrong: /«Ricordamelo/, instead: 'Più tardi…: as the button says' },
  { wrong: /controll[oi] in attesa|essenziale in attesa/, instead: 'da fare: nothing waits' },
  { wrong: /\bemail\b/, instead: 'e-mail' },
  { wrong: /newsletter/, instead: 'e-mail di massa: no one subscribed' },
  { wrong: /giorno difficile|momento tranquillo|tempi tranquilli/, instead: 'in caso di incidente' },
  { wrong: /(?:mess[aeo] da parte|[Mm]ett(?:i|a) da parte)/, instead: 'archiviare' },
  {
    wrong: /procedura (?:per (?:il|un|i|chi)|dedicata)/,
    instead: 'the procedure’s title in «», so that a seller finds it',
  },
  { wrong: /super user\b|account primario/, instead: 'super utente, utente primario' },
  { wrong: /Pannello pagamenti/, instead: 'Pannello dei pagamenti: one name' },
  {
    wrong: /conto per negozio|accredito per negozio|[Nn]egozi Amazon/,
    instead: 'store Amazon: a negozio is the seller’s own',
  },
  { wrong: /\p{L}'\p{L}/u, instead: 'a curved apostrophe' },
  { wrong: /\bpass[io]\b(?! alla volta)/i, instead: 'passaggio: one word for a step' },
  { wrong: /OTP su (?:tutti|questo)/, instead: 'codici: as the new buttons say' },
  { wrong: /«È sicuro»/, instead: 'al sicuro: sicuro is "certain"' },
  { wrong: /\b[Cc]hiedere dal giorno/, instead: 'chiedere il denaro: the verb needs its object' },
  { wrong: /trattenere il nostro saldo/, instead: 'bloccare: Amazon withholds as a sanction' },
]
