import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  { wrong: /约好/, instead: '设定 or 计划: 约好 needs a second person' },
  { wrong: /已约定/, instead: '已计划: an agreement needs two parties' },
  { wrong: /所有人/, instead: '店主, 主账号持有人, 法定代表人 or 股东: 所有人 is read as "everybody"' },
  {
    wrong: /(?:页面|网站|站点|标签页|卖家平台|通知)的?地址|(?:粘贴|读取|看到|由|此)地址|以 http 开头的地址/,
    instead: '网址 for a page, 邮箱 for mail: 地址 is where goods are sent',
  },
  { wrong: /搁置/, instead: '不适用 or 归档: 搁置 is put off' },
  { wrong: /未到期/, instead: '已完成且未过期: 未到期 reads as still to come' },
  { wrong: /次要用户/, instead: '次级用户, as Seller Central says' },
  { wrong: /业绩通知/, instead: '绩效通知, as its menu says' },
  { wrong: /回款账户|回款信息/, instead: '收款账户, 收款信息: one word for where payouts go' },
  { wrong: /放回/, instead: '恢复: nothing is put anywhere by hand' },
  { wrong: /你们|你的/, instead: '您, and 贵方 in letters' },
  { wrong: /被他人进入|有人进来过/, instead: '被盗用, 入侵: not a door' },
  { wrong: /[一-鿿]\([^)]*\)/, instead: 'full-width brackets' },
  {
    wrong: /Seller Central/,
    instead: '卖家平台, as Amazon says, but for the name of a menu entry or of the product',
    except: [
      'name',
      'item_new_seller_central_how_1',
      'item_new_seller_central_how_3',
      'lookalike_data',
      'lookalike_seller_central_in_host',
      'help_find_explain',
    ],
  },
]
