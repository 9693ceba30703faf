import type { Language } from '../../src/domain/languages'

type Words = {
  nav: readonly [string, string, string, string, string, string]
  title: string
  tiles: readonly [string, string, string, string]
  columns: readonly [string, string, string, string]
  goods: readonly [string, string, string, string, string, string]
  states: readonly [string, string, string]
  week: string
}

/** Words of any shop's office, none of them Amazon's. */
const words: Record<Language, Words> = {
  en: {
    nav: ['Today', 'Orders', 'Stock', 'Messages', 'Payments', 'Account'],
    title: 'Today',
    tiles: ['To ship', 'Messages', 'Returns', 'Sales this week'],
    columns: ['Order', 'Item', 'Amount', 'State'],
    goods: [
      'Blue kettle, 1.2 l',
      'Garden chair, oak',
      'Reading lamp, small',
      'Linen towel, set of 4',
      'Bread tin',
      'Wool blanket',
    ],
    states: ['To pack', 'Ready', 'Shipped'],
    week: 'Sales by day',
  },
  'zh-CN': {
    nav: ['今天', '订单', '库存', '消息', '收款', '账户'],
    title: '今天',
    tiles: ['待发货', '消息', '退货', '本周销售额'],
    columns: ['订单', '商品', '金额', '状态'],
    goods: ['蓝色水壶 1.2 升', '橡木花园椅', '小台灯', '亚麻毛巾四条装', '面包盒', '羊毛毯'],
    states: ['待打包', '已备好', '已发货'],
    week: '每日销售额',
  },
  de: {
    nav: ['Heute', 'Bestellungen', 'Lager', 'Nachrichten', 'Zahlungen', 'Konto'],
    title: 'Heute',
    tiles: ['Zu versenden', 'Nachrichten', 'Rücksendungen', 'Umsatz diese Woche'],
    columns: ['Bestellung', 'Artikel', 'Betrag', 'Stand'],
    goods: [
      'Wasserkessel, blau, 1,2 l',
      'Gartenstuhl, Eiche',
      'Leselampe, klein',
      'Leinentücher, 4 Stück',
      'Brotkasten',
      'Wolldecke',
    ],
    states: ['Zu packen', 'Bereit', 'Versandt'],
    week: 'Umsatz pro Tag',
  },
  es: {
    nav: ['Hoy', 'Pedidos', 'Existencias', 'Mensajes', 'Pagos', 'Cuenta'],
    title: 'Hoy',
    tiles: ['Por enviar', 'Mensajes', 'Devoluciones', 'Ventas de la semana'],
    columns: ['Pedido', 'Artículo', 'Importe', 'Estado'],
    goods: [
      'Hervidor azul, 1,2 l',
      'Silla de jardín, roble',
      'Lámpara de lectura',
      'Toallas de lino, 4 uds.',
      'Panera',
      'Manta de lana',
    ],
    states: ['Por embalar', 'Listo', 'Enviado'],
    week: 'Ventas por día',
  },
  fr: {
    nav: ['Aujourd’hui', 'Commandes', 'Stock', 'Messages', 'Paiements', 'Compte'],
    title: 'Aujourd’hui',
    tiles: ['À expédier', 'Messages', 'Retours', 'Ventes de la semaine'],
    columns: ['Commande', 'Article', 'Montant', 'État'],
    goods: [
      'Bouilloire bleue, 1,2 l',
      'Chaise de jardin, chêne',
      'Petite lampe de lecture',
      'Torchons en lin, lot de 4',
      'Boîte à pain',
      'Plaid en laine',
    ],
    states: ['À emballer', 'Prête', 'Expédiée'],
    week: 'Ventes par jour',
  },
  it: {
    nav: ['Oggi', 'Ordini', 'Magazzino', 'Messaggi', 'Pagamenti', 'Account'],
    title: 'Oggi',
    tiles: ['Da spedire', 'Messaggi', 'Resi', 'Vendite della settimana'],
    columns: ['Ordine', 'Articolo', 'Importo', 'Stato'],
    goods: [
      'Bollitore blu, 1,2 l',
      'Sedia da giardino, rovere',
      'Lampada da lettura',
      'Asciugamani di lino, 4 pezzi',
      'Portapane',
      'Coperta di lana',
    ],
    states: ['Da imballare', 'Pronto', 'Spedito'],
    week: 'Vendite per giorno',
  },
  'pt-BR': {
    nav: ['Hoje', 'Pedidos', 'Estoque', 'Mensagens', 'Pagamentos', 'Conta'],
    title: 'Hoje',
    tiles: ['A enviar', 'Mensagens', 'Devoluções', 'Vendas da semana'],
    columns: ['Pedido', 'Produto', 'Valor', 'Situação'],
    goods: [
      'Chaleira azul, 1,2 l',
      'Cadeira de jardim',
      'Luminária de leitura',
      'Toalhas de linho, 4 un.',
      'Porta-pão',
      'Manta de lã',
    ],
    states: ['A embalar', 'Pronto', 'Enviado'],
    week: 'Vendas por dia',
  },
  ja: {
    nav: ['今日', '注文', '在庫', 'メッセージ', '入金', 'アカウント'],
    title: '今日',
    tiles: ['出荷待ち', 'メッセージ', '返品', '今週の売上'],
    columns: ['注文', '商品', '金額', '状況'],
    goods: [
      'やかん 青 1.2 L',
      'ガーデンチェア オーク材',
      '読書灯 小',
      'リネンタオル 4枚組',
      'ブレッドケース',
      'ウールブランケット',
    ],
    states: ['梱包待ち', '準備済み', '出荷済み'],
    week: '日別の売上',
  },
  ko: {
    nav: ['오늘', '주문', '재고', '메시지', '입금', '계정'],
    title: '오늘',
    tiles: ['발송할 주문', '메시지', '반품', '이번 주 매출'],
    columns: ['주문', '상품', '금액', '상태'],
    goods: ['파란 주전자 1.2 L', '참나무 정원 의자', '독서등 소형', '리넨 수건 4장', '빵 보관함', '울 담요'],
    states: ['포장 전', '준비됨', '발송됨'],
    week: '날짜별 매출',
  },
  tr: {
    nav: ['Bugün', 'Siparişler', 'Stok', 'Mesajlar', 'Ödemeler', 'Hesap'],
    title: 'Bugün',
    tiles: ['Gönderilecek', 'Mesajlar', 'İadeler', 'Bu haftanın satışı'],
    columns: ['Sipariş', 'Ürün', 'Tutar', 'Durum'],
    goods: [
      'Mavi çaydanlık, 1,2 l',
      'Bahçe sandalyesi, meşe',
      'Okuma lambası, küçük',
      'Keten havlu, 4’lü',
      'Ekmek kutusu',
      'Yün battaniye',
    ],
    states: ['Paketlenecek', 'Hazır', 'Gönderildi'],
    week: 'Günlük satış',
  },
}

/**
 * A page as a seller may have it open: a shop's office of our own design, on an ordinary day. A store's
 * pictures must not show Amazon's pages.
 */
export function backOffice(language: Language, store: string): string {
  const { nav, title, tiles, columns, goods, states, week } = words[language]
  const currency =
    { 'zh-CN': 'USD', en: 'USD', ja: 'JPY', ko: 'USD', 'pt-BR': 'BRL' }[language as string] ?? 'EUR'
  const money = new Intl.NumberFormat(language, { style: 'currency', currency })
  const amount = (cents: number) => money.format(currency === 'JPY' ? cents : cents / 100)
  const prices = [3490, 12900, 4250, 2800, 3990, 8900]
  const sales = [21, 34, 28, 45, 39, 52, 30]
  const figures = ['6', '3', '2', amount(184_260)]
  return `
<style>
  body { margin: 0; background: #f4f3f0; color: #2b2a27; font: 14px/1.45 system-ui, sans-serif }
  .office { display: grid; grid-template: 52px 1fr / 168px 1fr; min-height: 100vh }
  .office > header { grid-column: 1 / -1; display: flex; align-items: center; gap: 12px; padding: 0 20px; background: #fff; border-bottom: 1px solid #dedcd6 }
  .office > header b { font-size: 15px }
  .office > header i { width: 22px; height: 22px; border-radius: 50%; background: #b9a88a }
  .office nav { padding: 16px 12px; background: #ebe9e4 }
  .office nav p { margin: 0 0 4px; padding: 7px 10px; border-radius: 6px }
  .office nav p:first-child { background: #fff; font-weight: 600 }
  .office main { padding: 20px 24px; min-width: 0 }
  .office h1 { margin: 0 0 14px; font-size: 20px }
  .office .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin-bottom: 16px }
  .office .tiles p, .office table, .office figure { margin: 0; background: #fff; border: 1px solid #dedcd6; border-radius: 8px }
  .office .tiles p { padding: 12px 14px; color: #6a675f }
  .office .tiles b { display: block; color: #2b2a27; font-size: 20px; font-variant-numeric: tabular-nums }
  .office table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
  .office td, .office th { padding: 9px 14px; border-top: 1px solid #ebe9e4; text-align: start }
  .office th { border: 0; color: #6a675f; font-weight: 500 }
  .office figure { margin-top: 16px; padding: 14px; color: #6a675f }
  .office figure div { display: flex; align-items: end; gap: 14px; height: 150px }
  .office figure i { flex: 1; border-radius: 4px 4px 0 0; background: #b9a88a }
</style>
<div class="office">
  <header><i></i><b>${store}</b></header>
  <nav>${nav.map((one) => `<p>${one}</p>`).join('')}</nav>
  <main>
    <h1>${title}</h1>
    <div class="tiles">${tiles.map((one, at) => `<p>${one}<b>${figures[at]}</b></p>`).join('')}</div>
    <table>
      <tr>${columns.map((one) => `<th>${one}</th>`).join('')}</tr>
      ${goods
        .map(
          (one, at) =>
            `<tr><td>${1204 - at}</td><td>${one}</td><td>${amount(prices[at] ?? 0)}</td><td>${states[Math.floor(at / 2)]}</td></tr>`,
        )
        .join('')}
    </table>
    <figure>${week}<div>${sales.map((one) => `<i style="height: ${one * 2}px"></i>`).join('')}</div></figure>
  </main>
</div>`
}
