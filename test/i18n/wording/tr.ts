import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  {
    wrong: /\$[A-Z_]+\$(?:[’']|(?=\p{L}))|\{\w+\}(?:[’']|(?=\p{L}))/u,
    instead: 'a noun behind the placeholder, such as “$DAY$ tarihinde”: a suffix follows the last sound',
  },
  { wrong: /(?:\d|\$) ?%/, instead: '%95: the percent sign stands in front' },
  { wrong: /'|"/, instead: 'the apostrophe ’ and the quotation marks “ ”' },
  { wrong: /[«»„]/, instead: '“ ”' },
  { wrong: /Satıcı Merkezi/, instead: 'Seller Central, as Amazon says' },
  {
    wrong: /(?<!\p{L})(?:[Ss]en|[Ss]eni|[Ss]ana|[Ss]enin|[Ss]ende|[Ss]enden)(?!\p{L})/u,
    instead: 'siz: the seller is not addressed as sen',
  },
  { wrong: /(?<!\p{L})[Hh]ala(?!\p{L})/u, instead: 'hâlâ: a hala is an aunt' },
  {
    wrong: /\$COUNT\$ (?:temel |eski )?(?:kontrol|kayıt|gün|mağaza|satır|sürüm|rehber|kart|saat)l[ae]r/u,
    instead: 'a noun after a number stays singular',
  },
  { wrong: /(?<!\p{L})[Pp]arola(?! yönetici)/u, instead: 'şifre: Amazon’s word' },
  { wrong: /(?<![\p{L}-])(?:e-?mail|mail)(?!\p{L})/iu, instead: 'e-posta' },
  {
    wrong: /[Hh]esa(?:p|bı|bınız|bımız) kapatıl/,
    instead: 'devre dışı bırakıldı: a closed account is ended for good',
  },
  {
    wrong: /(?<!\p{L})askıya al/u,
    instead: 'devre dışı bırak: Amazon’s word',
    except: ['threshold_inform_days_meaning'],
  },
  { wrong: /ödeme yöntemi/i, instead: 'ödeme alma yöntemi or tahsilat yöntemi: the two are easily mixed up' },
  {
    wrong: /bakiye\p{L}* (?:saklan|sakla|korun)/u,
    instead: 'bakiyenin bloke edilmesi: it stays with Amazon',
  },
  { wrong: /[Ll]istelem(?:e|eniz|eler)(?!diğ|de)(?!\p{L})/u, instead: 'liste kaydı, as Amazon says' },
  {
    wrong: /çeklist|checklist|(?<!Payments )dashboard|popup/i,
    instead: 'kontrol listesi, pano, açılır pencere',
  },
  { wrong: /Amazon’un yardım(?:ı[ ,]|ına|ında)/, instead: 'yardım sayfası: yardım alone is aid' },
  { wrong: /(?:^|[.:] )Sorun:/, instead: 'kendinize sorun, şunu da sorun: alone it is a noun, a problem' },
  { wrong: /istemediğ(?:i|iniz) bir (?:kod|SIM)/, instead: 'talep etmediği: a code no one wants is another' },
  {
    wrong: /gönderdiğiniz teklif/,
    instead: 'satıcı gönderimli teklifler: they would be offers that were sent',
  },
  { wrong: /(?<!\p{L})[Ii]çeri giren/u, instead: 'hesaba giren kişi' },
]
