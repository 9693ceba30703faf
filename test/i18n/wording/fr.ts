import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /conserver le solde/, instead: 'bloquer le solde: "conserver" gives it away' },
  {
    wrong: /[^\u202f][:;?!»](?:\s|$)|«[^\u202f]/u,
    instead: 'a narrow no-break space before : ; ? ! » and after «',
  },
  { wrong: /'/, instead: 'the apostrophe ’' },
  {
    wrong: /modes? de versement/i,
    instead: 'méthode de dépôt, as Amazon says: a search for anything else finds nothing',
  },
  { wrong: /identifiant principal|titulaire principal|compte principal/, instead: 'utilisateur principal' },
  {
    wrong: /(?:supprimez|déconnectez|retirez|fermez) l’identifiant/i,
    instead: 'l’utilisateur, l’accès: an identifiant is a name',
  },
  { wrong: /\bpapiers?\b/i, instead: 'document, justificatif' },
  { wrong: /\bautrui\b/, instead: 'quelqu’un d’autre' },
  { wrong: /téléverse/i, instead: 'importer: Amazon says it so' },
  {
    wrong: /(?:^|[.!?…:] )Qui (?:prend|lit|est|a|vend) [^?]*\.$/u,
    instead: 'Quiconque, Celui qui, Une personne …',
  },
  { wrong: /(?:^|[.:;] )(?:Regardez|Voyez)\b/u, instead: 'Vérifiez, Consultez' },
  { wrong: /\b(?:notification|guide|motif)s? nomme /, instead: 'indiquer, donner' },
  { wrong: /boutique américaine/, instead: 'site américain: a boutique is the seller’s own' },
  {
    wrong: /compte (?:est |a été )?fermé(?!e? définitivement)/,
    instead: 'désactivé: a closed account is one that ended',
  },
  { wrong: /Quelqu’un est entré|compte détourné|guide de l’intrusion/, instead: 'Compte piraté' },
  { wrong: /Pas pour moi|Me le rappeler…/, instead: 'Ne me concerne pas, Plus tard…' },
  { wrong: /[Mm]ise? de côté/, instead: 'archivé, conservé à part' },
  { wrong: /contrôles? .*en attente/, instead: 'à faire: nothing waits' },
  { wrong: /\btournée\b|\bfiches?\b/, instead: 'série, registre' },
  {
    wrong: /\boubli(?:er|é|ée|és)\b.*(?:boutique|réponses)/i,
    instead: 'supprimer: what is forgotten is an oversight',
  },
  { wrong: /appli Seller/, instead: 'appli Amazon Vendeur, as Amazon calls it' },
  { wrong: /newsletter/, instead: 'e-mails de masse' },
  { wrong: /certitude/, instead: 'fiabilité' },
  { wrong: /\bremises\b/, instead: 'remboursements: a discount is allowed' },
  { wrong: /est dit différemment/, instead: 'les sources divergent' },
  { wrong: /guère|clé de votre boutique|porte est ouverte/, instead: 'plain words, no metaphor' },
  { wrong: /^Revoir\b/, instead: 'Passer en revue, Vérifier' },
  { wrong: /\ble 1 \b/, instead: '1er' },
  {
    wrong: /(?:compte bancaire|dépôt) par boutique/,
    instead: 'par site Amazon: a boutique is the seller’s own',
  },
  { wrong: /numéro de dossier|dossier \$/, instead: 'numéro de demande: one name' },
  { wrong: /(?:ou|passer la) vérification(?: précédente|$)/, instead: 'contrôle' },
  { wrong: /l’infraction (?:reste|\.)|efface pas l’infraction/, instead: 'le manquement: one name' },
  {
    wrong: /(?:^|[.:,] )[Pp]lus (?:à faire|dans la série)/u,
    instead: 'n’est plus, ne fait plus partie: without a verb, plus is "more"',
  },
  { wrong: /C’est sûr/, instead: 'en sécurité: sûr is "certain"' },
  { wrong: /demander à partir du/, instead: 'demander l’argent: the verb needs its object' },
]
