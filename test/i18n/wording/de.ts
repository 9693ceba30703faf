import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /behalten Sie das Guthaben/, instead: 'halten Sie das Guthaben zurück: "behalten" gives it away' },
  { wrong: /\bPapier(?:s|en?)?\b|[Ff]irmenpapier/, instead: 'Dokument, Unterlage, Nachweis' },
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
  { wrong: /Betrifft uns nicht|„Erinnern/, instead: 'Betrifft mich nicht, Später …: as the buttons say' },
  {
    wrong: /Hauptnutzer|primäre[rn]? (?:Konto)?[Ii]nhaber|primäre Konto\b/,
    instead: 'primärer Benutzer, or Hauptzugang for the login',
  },
  { wrong: /Authenticator/, instead: 'Authentifizierungs-App, as Amazon says' },
  { wrong: /Anleitung „|eigene Anleitung/, instead: 'Leitfaden: an Anleitung is an organization’s' },
  { wrong: /Leitfaden für (?!das)/, instead: 'the guide’s title in „“, so that a seller finds it' },
  { wrong: /schlechte[nrm]? Tag|ruhige[rnm]? (?:Moment|Zeit)/, instead: 'bei einem Vorfall, im Ernstfall' },
  { wrong: /[Bb]eiseite/, instead: 'archivieren' },
  { wrong: /Newsletter/, instead: 'Massen-E-Mails: no one subscribed' },
  { wrong: /Vereinigte[ns]? Königreich/, instead: 'Großbritannien: one name' },
  { wrong: /Neu beginnen/, instead: 'Daten löschen: a button says what it does' },
  {
    wrong: /über 10 Tage und über 30/,
    instead: 'im Zeitraum von 10 wie von 30 Tagen: über is also more than',
  },
  { wrong: /\bLogins?\b(?! (?:mit|with|&))/, instead: 'Zugang, Zugangsdaten' },
  {
    wrong: /Markt(?:platz|plätze)/,
    instead: 'Store, as Amazon says of its own',
    except: ['unrelated_other_shop'],
  },
  {
    wrong: /Antworten zu (?:ihren|\$COUNT\$) Aufgabe|Zahlungen: Übersicht/,
    instead: 'Prüfung; Zahlungsübersicht',
  },
  { wrong: /\bseit \d+\. /, instead: 'seit dem' },
  { wrong: /US-Shop\b/, instead: 'US-Store: a Shop is the seller’s own' },
  { wrong: /Keine wesentlichen Prüfungen/, instead: 'Keine wesentliche Prüfung' },
  { wrong: /\p{L}'\p{L}/u, instead: 'a curved apostrophe' },
]
