import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languageTags } from '../../src/domain/languages'

/** The classic Seller Central's menus, as our steps name them. The new one has none of them. */
const menus: Record<Language, string> = {
  en: 'Settings|Payments|Performance|Orders|Inventory|Help|Apps and Services',
  de: 'Einstellungen|Zahlungen|Kundenzufriedenheit|Bestellungen|Lagerbestand|Hilfe|Apps und Services',
  es: 'Configuración|Pagos|Performance|Pedidos|Inventario|Ayuda|Aplicaciones y servicios',
  fr: 'Paramètres|Paiements|Performances|Commandes|Stock|Aide|Applications et services',
  it: 'Impostazioni|Pagamenti|Performance|Ordini|Inventario|Aiuto|App e servizi',
  ja: '設定|ペイメント|パフォーマンス|注文|在庫|ヘルプ|アプリとサービス',
  ko: '설정|결제|퍼포먼스|주문|재고|도움말|앱 및 서비스',
  tr: 'Ayarlar|Ödemeler|Performans|Siparişler|Envanter|Yardım|Uygulamalar ve Hizmetler',
  'pt-BR': 'Configurações|Pagamentos|Desempenho|Pedidos|Estoque|Ajuda|Aplicativos e serviços',
  'zh-CN': '设置|付款|绩效|订单|库存|帮助|应用程序和服务',
}

test.each(languageTags)('a step names the page first and the classic menu second, in %s', (language) => {
  const file = new URL(`../../assets/_locales/${language.replace('-', '_')}/messages.json`, import.meta.url)
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>)
  const steps = texts.filter(([name]) => /^(?:item|step)_.*_how_\d+$/.test(name))
  expect(steps.length).toBeGreaterThan(100)
  // `Two-Step Verification (2SV) Settings > Edit` is a page and what is on it.
  const menuFirst = new RegExp(`(?:^|[\\s「“„(，。])(?:${menus[language]}) > `)
  const wrong = steps.filter(([, { message }]) => menuFirst.test(message.replace(/2SV\)\s*\S+ > /, '')))
  expect(wrong.map(([name]) => name)).toEqual([])
  expect(steps.filter(([, { message }]) => new RegExp(menus[language]).test(message)).length).toBeGreaterThan(
    20,
  )
})
