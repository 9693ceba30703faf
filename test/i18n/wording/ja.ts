import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  {
    wrong: /侵入の対応ガイド|乗っ取りの対応ガイド/,
    instead: 'a guide is called by its title, in 「」: no other name is in the list',
  },
  {
    wrong: /主なログイン|専用のログイン(?!情報)|のログイン(?:は|を|が|と)/,
    instead: 'ログイン情報, or プライマリユーザー: ログイン is an act',
  },
  { wrong: /[^式]版[$：0-9]|この版|別の版|新しい版/, instead: 'バージョン' },
  {
    wrong: /画像に残|の画像（|一覧の画像|ダッシュボードの画像|情報の画像/,
    instead: 'スクリーンショット: 画像 is a picture of goods',
  },
  { wrong: /静かな時間帯|落ち着いた時/, instead: '通知オフの時間帯, 操作の合間に' },
  { wrong: /片付け/, instead: 'アーカイブ, 処理する, 復旧作業' },
  { wrong: /入口|(?<!秘密)鍵(?!、|と思)/, instead: 'アクセス手段, 権限: not a door or a key' },
  { wrong: /予行/, instead: '訓練' },
  {
    wrong: /持ち主(?!のもの)/,
    instead: 'アカウント管理者, プライマリユーザー, 責任者',
  },
  {
    wrong: /(?<!メール|電子)アドレス(?!バー)/,
    instead: 'URL for a page, メールアドレス for mail',
    except: [
      'item_login_email_separate_how_1',
      'item_login_email_separate_how_3',
      'item_one_login_per_person_how_1',
      'incident_intruder_suspected_explain',
      'step_phishing_report_how_1',
    ],
  },
  { wrong: /あなた/, instead: 'ご自身, 出品者, or nothing' },
  { wrong: /ブラウザー/, instead: 'ブラウザ' },
  { wrong: /マーチャントトークン/, instead: '出品者トークン, as Seller Central says' },
  { wrong: /不健全/, instead: '健全でない, as Seller Central says' },
  { wrong: /アプリの管理/, instead: 'アプリを管理, as its menu says' },
  { wrong: /信頼した(?:端末|パソコン)/, instead: '信頼済み, as Amazon says' },
  { wrong: /割り戻し/, instead: 'キャッシュバック（返金）: it is what a reviewer is paid' },
]
