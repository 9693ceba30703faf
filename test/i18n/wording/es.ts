import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /conserv(?:e|en|ar) el saldo/, instead: 'retengan el saldo: "conserven" gives it away' },
  { wrong: /relojes distintos/, instead: 'plazos: a reloj is a watch' },
  { wrong: /\b[Tt]oca(?:n|rá|rán)?\b/, instead: 'pendiente, vence: "toca" is spoken Spanish of Spain' },
  { wrong: /bitácora/, instead: 'historial: a bitácora is a ship’s log in Spain' },
  { wrong: /\b[Cc]omunicado\b/, instead: 'indicado: a comunicado is a press release' },
  {
    wrong: /\b[Mm]ire\b|\b[Vv]ea (?:si|que|qué|quién|el|la)\b/,
    instead: 'revise, consulte, compruebe',
  },
  {
    wrong: /\bnombra(?:n|d[oa]s?)?\b/,
    instead: 'indicar, mencionar: a notice does not name',
  },
  { wrong: /\bpuertas?\b|\bllave de su\b|una llave\b/, instead: 'acceso: not a door or a key' },
  {
    wrong: /[Oo]lvid/,
    instead: 'borrar: what is deleted is not forgotten',
    except: ['playbooks_avoid_offboarding_2'],
  },
  { wrong: /\bajen[ao]s?\b/, instead: 'desconocido, no es suyo, no es nuestro' },
  {
    wrong: /cuenta (?:está |sigue )?cerrada|se cerr(?:ó|aba) la cuenta|cerrar (?:la|una) cuenta/,
    instead: 'desactivada: a closed account is ended for good',
  },
  { wrong: /tienda de EE\./, instead: 'tienda de Amazon en EE. UU.: a tienda is the seller’s own' },
  {
    wrong:
      /(?<!\p{L})(?:tú|tus?|tuy[oa]s?|puedes|tienes|quieres|necesitas|hayas|puedas|debas|veas|entras|necesites|añadas|recibas|supieras|mantén|cobrarte|preguntarte|Rellénalos?|Abre|Elige|Anota|Haz|Pon|Escribe)(?!\p{L})/u,
    instead: 'usted: the seller is not addressed as tú',
  },
  { wrong: /«Recordármelo/, instead: 'Más tarde…: as the button says' },
  { wrong: /[Nn]ada esencial/, instead: 'ninguna comprobación esencial' },
  { wrong: /boletines/, instead: 'correos masivos: no one subscribed' },
  { wrong: /mal día|momento tranquilo|con calma/, instead: 'ante un incidente' },
  { wrong: /\b[Aa]part(?:ar|ad[oa]s?)\b|apártelo/, instead: 'archivar, conservar aparte' },
  {
    wrong: /guía (?:para quien|propia)|propia guía/,
    instead: 'the guide’s title in «», so that a seller finds it',
  },
  { wrong: /aplicación de autenticación/, instead: 'app de autenticación: one name' },
  { wrong: /cuenta principal/, instead: 'usuario principal' },
  { wrong: /\bordenador(?:es)?\b/, instead: 'equipo: the word of Spain alone' },
  { wrong: /reseñas?\b/, instead: 'opiniones: Amazon’s word' },
  { wrong: /(?:página|mensaje) dudos[oa]/, instead: 'sospechoso' },
  {
    wrong: /(?:cuenta bancaria|depósito) por tienda(?! de Amazon)|cada tienda en la que/,
    instead: 'tienda de Amazon: a tienda is the seller’s own',
  },
  { wrong: /\p{L}'\p{L}/u, instead: 'a curved apostrophe' },
]
