import type { Wording } from './wording'

/** What a seller sends to Amazon. */
const letters = /^step_\w+_say$|^appeal_text_|^letter_blank_/
/** What Nightlatch says to the seller. */
const interfaceTexts = /^(?!step_\w+_say$|appeal_text_|letter_blank_)/

export const wording: readonly Wording[] = [
  { wrong: /conserv(?:e|en|ar) el saldo/, instead: 'retengan el saldo: "conserven" gives it away' },
  { wrong: /relojes distintos/, instead: 'plazos: a reloj is a watch' },
  { wrong: /\b[Tt]oca(?:n|rá|rán)?\b/, instead: 'pendiente, vence: "toca" is spoken Spanish of Spain' },
  { wrong: /bitácora/, instead: 'historial: a bitácora is a ship’s log in Spain' },
  { wrong: /\b[Cc]omunicado\b/, instead: 'indicado: a comunicado is a press release' },
  {
    wrong: /\b[Mm]ire\b|\b[Vv]ea (?:si|que|qué|quién|el|la)\b/,
    instead: 'revisa, consulta, comprueba',
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
  { wrong: /\bajen[ao]s?\b/, instead: 'desconocido, no es tuyo, no es nuestro' },
  {
    wrong: /cuenta (?:está |sigue )?cerrada|se cerr(?:ó|aba) la cuenta|cerrar (?:la|una) cuenta/,
    instead: 'desactivada: a closed account is ended for good',
  },
  { wrong: /tienda de EE\./, instead: 'tienda de Amazon en EE. UU.: a tienda is the seller’s own' },
  {
    wrong:
      /(?<!\p{L})(?:tú|tus?|tuy[oa]s?|puedes|tienes|quieres|necesitas|hayas|puedas|debas|veas|entras|necesites|añadas|recibas|supieras|mantén|cobrarte|preguntarte|Rellénalos?|Abre|Elige|Anota|Haz|Pon|Escribe)(?!\p{L})/u,
    instead: 'usted, ustedes: a letter addresses Amazon as a company',
    of: letters,
  },
  {
    wrong: /\busted(?:es)?\b/i,
    instead: 'tú: as Amazon writes to sellers in Spain and Mexico',
    of: interfaceTexts,
  },
  {
    wrong:
      /(?:^|[.:;?!(«¿¡] ?)(?:(?:No|Nunca|no|nunca) (?:l[aeo]s? )?)?(?:Abra|Actualice|Actúe|Anote|Apele|Archive|Averigüe|Avise|Añada|Borre|Busque|Cambie|Cancele|Cierre|Compare|Compruebe|Confirme|Consulte|Copie|Corrija|Cuente|Decida|Dé|Deje|Desactive|Diga|Elija|Elimine|Empiece|Envíe|Escriba|Espere|Guarde|Haga|Incluya|Indique|Inicie|Introduzca|Lea|Llame|Mantenga|Marque|Pague|Pegue|Pida|Ponga|Pregunte|Prepare|Pruebe|Pulse|Quite|Recuerde|Reembolse|Renueve|Responda|Restablezca|Revise|Reúna|Seleccione|Siga|Solicite|Suba|Tenga|Use|Vuelva)(?!\p{L})/iu,
    instead: 'the tú form of the imperative: Abre, Comprueba, Guarda',
    of: interfaceTexts,
  },
  {
    wrong:
      /(?:ábra|añáda|anóte|averígüe|búsque|cámbie|ciérre|compáre|compruébe|cópie|corríja|denúncie|desactíve|elíja|elimíne|envíe|escríba|guárde|hága|indíque|inténte|introdúzca|léa|pída|pónga|quíte|respónda|revíse|tráte)(?:l[ao]s?|se)(?!\p{L})/iu,
    instead: 'the tú form: guárdalo, compruébalo',
    of: interfaceTexts,
  },
  {
    wrong:
      /(?<!\p{L})sus? (?:propi[ao]s? )?(?:navegador|marcador|buzón|dinero|banco|apelación|contraseñas?|desembolsos?|registros?|tiendas?|copias|respuestas|datos|documentos|negocio|empresa)(?!\p{L})/iu,
    instead: 'tu, tus, where it is the seller’s own',
    of: interfaceTexts,
    except: [
      'store_removed',
      'item_mailbox_secured_how_1',
      'item_backup_super_user_created_how_3',
      'give_explain',
      'reset_explain',
      'own_where_all',
      'help_does_checklist',
    ],
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
  { wrong: /método de cobro/, instead: 'método de cargo: where Amazon charges, not where it pays' },
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
