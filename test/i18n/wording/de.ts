import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /behalten Sie das Guthaben/, instead: 'halten Sie das Guthaben zurück: "behalten" gives it away' },
  { wrong: /\bPapiere?n?\b/, instead: 'Dokument, Unterlage, Nachweis', except: ['playbooks_no_answer'] },
  {
    wrong: /(?:\bein|^|einem) Bild d|ein Bild (?:der|davon)/,
    instead: 'Screenshot: a Bild is a picture of goods',
  },
  {
    wrong: /Sicherheit: \$/,
    instead: 'Verlässlichkeit: in a security product, "Sicherheit: gering" is an alarm',
  },
  { wrong: /Rabatt/, instead: 'Rückzahlungen gegen Rezension: discounts are allowed' },
  { wrong: /[Dd]rückt? (?:nichts|Sie)/, instead: 'klicken' },
  { wrong: /\bTür(?:en)?\b/, instead: 'Zugang: not a door' },
  {
    wrong: /\bVergessen\b|vergessen werden soll|werden vergessen/,
    instead: 'Löschen: what is deleted is not forgotten',
  },
  { wrong: /ankreuz|Kreuzen Sie/, instead: 'auswählen, aktivieren, ein Häkchen setzen' },
  { wrong: /freiwillig/, instead: 'optional' },
  {
    wrong: /(?:wie|fast|nicht) Amazons\b(?! \p{L})/u,
    instead: 'wie die von Amazon: no genitive without its noun',
  },
  { wrong: /\p{L}'\p{L}/u, instead: 'a curved apostrophe' },
]
