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
  { wrong: /予行|訓練/, instead: 'テスト: it is one sign-in' },
  {
    wrong: /持ち主(?!のもの)/,
    instead: 'アカウント管理者, プライマリユーザー, 責任者',
  },
  {
    wrong: /(?<!メール|電子)アドレス(?!バー)/,
    instead: 'URL for a page, メールアドレス for mail',
  },
  { wrong: /あなた/, instead: 'ご自身, 出品者, or nothing' },
  { wrong: /ブラウザー/, instead: 'ブラウザ' },
  { wrong: /マーチャントトークン/, instead: '出品者トークン, as Seller Central says' },
  { wrong: /不健全/, instead: '健全でない, as Seller Central says' },
  { wrong: /アプリの管理/, instead: 'アプリを管理, as its menu says' },
  { wrong: /信頼した(?:端末|パソコン)/, instead: '信頼済み, as Amazon says' },
  { wrong: /割り戻し/, instead: 'キャッシュバック（返金）: it is what a reviewer is paid' },
  { wrong: /[ぁ-んァ-ヶ一-鿿][,;:!?()]|[,;:!?()][ぁ-んァ-ヶ一-鿿]/, instead: 'full-width punctuation' },
  {
    wrong: /[A-Za-z0-9] [ぁ-んァ-ヶ一-鿿]|[ぁ-んァ-ヶ一-鿿] [A-Za-z0-9]/,
    instead: 'no space between Japanese and Latin',
  },
  { wrong: /(?:^|\n)[、。」』）？ー]/, instead: 'no line begins with a closing sign' },
  { wrong: /(?<!その)他(?=[のでにも])/, instead: 'ほか: one spelling' },
  { wrong: /わか[るりられ]/, instead: '分かる: one spelling' },
  { wrong: /既に/, instead: 'すでに: one spelling' },
  { wrong: /ケース番号/, instead: 'ケースID, as Seller Central says' },
  { wrong: /仕入れ先|仕入元/, instead: '仕入先: one spelling' },
  { wrong: /OTPを要求/, instead: 'コードを要求, as the new button says' },
  { wrong: /返答/, instead: '回答 to Amazon, 返信 to a buyer' },
  { wrong: /予備(?!の銀行口座)/, instead: 'バックアップ管理者: one word for one thing' },
  { wrong: /メインのアカウント/, instead: 'プライマリユーザー, as Seller Central says' },
  {
    wrong: /売上金が見当たらない|偽のメッセージが届いた/,
    instead: 'a guide is called by its title, and these were the old ones',
  },
  { wrong: /パスワード保管庫|身分証/, instead: 'パスワード管理ツール, 本人確認書類' },
  { wrong: /決して|いざという/, instead: 'calm: plain ください, トラブルのとき' },
  { wrong: /この振込の追跡/, instead: '照会番号（trace number）: 追跡番号 is a parcel’s' },
  { wrong: /(?<!試験)報告書/, instead: 'レポート: one word for one thing' },
]
