import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /Central do Vendedor/i, instead: 'Seller Central: Amazon writes it so in Portuguese' },
  {
    wrong:
      /(?<!\p{L})(?:ecrãs?|ficheiros?|utilizador(?:es)?|palavras?-passe|telemóve(?:l|is)|registos?|guardar como|eliminar|definições)(?!\p{L})/iu,
    instead: 'tela, arquivo, usuário, senha, celular, registro, salvar, excluir, ajustes: words of Brazil',
  },
  { wrong: /[«»]/, instead: '“ ”' },
  { wrong: /\p{L}'(?!t )\p{L}/u, instead: 'no straight apostrophe, but in Amazon’s English names' },
  {
    wrong: /(?<!\p{L})(?:tu|teus?|tuas?|voss[oa]s?|o senhor|a senhora)(?!\p{L})/iu,
    instead: 'você',
  },
  {
    wrong:
      /(?<!\p{L})(?:de|do|da|em|no|na|a|ao|à|por|pelo|pela) \$(?:NAME|STORE|WHAT|TITLE|REGISTER|PAGE)\$/u,
    instead: 'a colon, or a noun before: a preposition takes the article of a name in it',
  },
  { wrong: /\d %/, instead: '2,5% without a space' },
  { wrong: /\d\.\d%/, instead: '2,5%: a decimal comma' },
  {
    wrong: /verificaç(?:ão|ões)(?! (?:em duas etapas|de identidade))/i,
    instead: 'checagem, conferir: a verificação is in two steps or of identity',
    of: /^(?!item_business_info_|step_)/,
  },
  {
    wrong: /(?<!\p{L})(?:vocês?|por favor|fiquem|conservem)(?!\p{L})/iu,
    instead: 'Solicitamos …: a letter is formal',
    of: /_say$/,
  },
  { wrong: /A-a-Z|A à Z|A-to-z/, instead: 'A a Z: without hyphen or accent' },
  { wrong: /\bcartão (?:de lembrete|na página)|(?<!\$)\bcards?\b/i, instead: 'lembrete: a cartão pays' },
  { wrong: /fiquem com o saldo|manter o saldo/, instead: 'bloqueio ou retenção do saldo' },
  { wrong: /conta (?:foi |está )?(?:fechada|cancelada)/, instead: 'desativada, encerrada' },
  { wrong: /(?<!\p{L})1 de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto)/u, instead: '1º' },
  { wrong: /\p{L}\(a\)|\p{L}\(as?\)/u, instead: 'a pessoa, quem: not two genders at once' },
  { wrong: /(?:item|itens|ele) [^.]*\bcobrad[oa]/, instead: 'a conferir: what is cobrado costs money' },
  { wrong: /hackead|sequestrad/i, instead: 'invadida' },
]
