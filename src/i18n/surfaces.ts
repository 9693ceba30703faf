// Which script gets which texts, by patterns of their names; `*` matches one or more words. The build and the
// types follow these lists: using a text that a script doesn't have does not compile.

export type MessageName = Exclude<keyof typeof import('../../assets/_locales/en/messages.json'), 'default'>

/** The reasons and steps of items: half of all texts, which popup and panel load separately. */
const itemDetails = ['item_*_why', 'item_*_why_*', 'item_*_how_*', 'item_*_caveat'] as const

const dashboardOnly = [
  ...([
    'threshold_*',
    'certainty_*',
    'journal_*',
    'settings_*',
    'question_*',
    'profile_*',
    'nav_*',
    'home_*',
  ] as const),
  ...([
    'sort_*',
    'search_*',
    'group_*',
    'elsewhere_*',
    'data_*',
    'report_*',
    'lost_*',
    'files_*',
    'give_*',
  ] as const),
  ...(['list_*', 'own_*', 'template_*', 'news_*', 'set', 'cancel', 'answer_elsewhere'] as const),
  ...(['calendar_*', 'import_*', 'refused_*', 'backup_*', 'backups_*', 'unreadable_*', 'newer_*'] as const),
  ...(['happened_title', 'happened_explain', 'happened_due', 'incident_*_explain'] as const),
  ...(['reset_*', 'without_*', 'whole_*', 'dashboard_*', 'route_*', 'help_*', 'sees_all_*'] as const),
  ...(['welcome_*', 'playbooks_*', 'step_*', 'run_*', 'outcome_*', 'register_*', 'payout_*'] as const),
  ...(['commitment_*', 'appeal_*', 'region_*', 'seen_*', 'rescue_*', 'secret_*', 'letter_*'] as const),
  ...(['note_label', 'note_hint', 'note_save', 'note_password', 'note_code', 'note_key'] as const),
  ...(['note_*_number', 'pace_label', 'pace_days_*', 'pace_off', 'store_name', 'store_fronts'] as const),
  ...(['store_fronts_*', 'store_login', 'store_login_*', 'store_add', 'store_remove'] as const),
  ...(['store_removed', 'store_restore', 'store_restore_*', 'store_last'] as const),
  ...(['stores_*', 'snooze_day', 'snooze_day_*', 'reason_*', 'sources_title'] as const),
  ...(['description', 'card_label', 'card_failed', 'card_when', 'card_returned', 'card_playbook'] as const),
  ...(['card_snooze_*', 'card_which_store', 'card_which_store_*', 'title_*', 'notification_*'] as const),
  ...(['card_steps_*', 'card_beside', 'card_own', 'card_own_*'] as const),
] as const

const addressCheck = [
  ...([
    'address_*',
    'verdict_*',
    'lookalike_*',
    'official_*',
    'amazon_*',
    'unrelated',
    'unrelated_*',
  ] as const),
] as const

/** The message check has its own texts with it, wherever it is shown. */
const onlyInMessageCheck = ['message_*', 'sender_*'] as const

const messageCheck = [
  ...onlyInMessageCheck,
  ...(['lang', 'address_through', 'lookalike_*', 'official_*', 'amazon_*', 'unrelated'] as const),
  ...(['unrelated_*'] as const),
] as const

/** What is sent to Amazon may be in another language than the page, so it is loaded separately. */
const onlyInLetters = ['step_*_say', 'appeal_text_*'] as const

const letters = [
  ...onlyInLetters,
  ...(['lang', 'appeal_unnamed', 'appeal_part_*', 'letter_blank_*'] as const),
] as const

const popupOnly = [
  ...addressCheck,
  ...(['popup_tab_*', 'popup_also_due', 'popup_steps', 'popup_open_dashboard'] as const),
  ...(['popup_whole_checklist', 'popup_answered_today', 'popup_unreadable_title', 'popup_first_*'] as const),
  ...(['popup_page_*', 'popup_minutes_*', 'popup_round_*', 'popup_badge', 'popup_badge_*'] as const),
  ...(['popup_which_store', 'popup_which_store_*', 'popup_waiting_*'] as const),
  ...(['popup_all_stores', 'popup_nothing_here', 'popup_progress', 'deadlines_title'] as const),
] as const

/** What the popup shows only after a press, or on a rare day; it loads these texts a moment after the first ones. */
const afterPress = [
  ...addressCheck,
  ...(['sees_*', 'pause_explain', 'pause_hour'] as const),
  ...(['pause_today', 'pause_told', 'keys_move', 'keys_unfold', 'keys_open', 'keys_close'] as const),
  ...(['keys_explain', 'keys_off', 'store_search', 'store_search_*', 'trouble_*', 'withheld_*'] as const),
  ...(['clock_*', 'deadline_*', 'deadlines_title', 'playbook_*', 'front_*', 'place_*'] as const),
  ...(['check_message_*'] as const),
  ...(['part_*', 'storage_newer', 'storage_unreadable', 'popup_which_store', 'popup_which_store_*'] as const),
] as const

const panelOnly = ['panel_*', 'round_*', 'command_*'] as const

/** What a note's field says. */
const noted = [
  ...(['note_label', 'note_hint', 'note_save', 'note_password', 'note_code', 'note_key'] as const),
  ...(['note_*_number', 'secret_*'] as const),
] as const

/** What a guide says, and the fields in it. The dashboard always has it, the panel once it shows a guide. */
const guides = [
  ...noted,
  ...(['playbooks_*', 'step_*', 'run_*', 'outcome_*', 'letter_*', 'threshold_*', 'certainty_*'] as const),
  ...(['region_*', 'seen_*', 'calendar_day_in_figures', 'appeal_copied'] as const),
] as const

/** Texts of the dashboard that the panel shows too. */
const alsoPanel = [
  ...noted,
  ...(['home_due_one', 'home_due_other', 'home_round_*'] as const),
  ...(['threshold_figure', 'threshold_*_name', 'threshold_*_figure', 'register_*_title'] as const),
  ...(['register_kind_*', 'register_masked', 'step_*_title'] as const),
] as const

/** What a card says of its check: the background asks the browser for it (`itemOfDetail`), which has it in every language. */
const onCards = ['item_*_title'] as const

/** The texts of cards, toolbar button and notifications. */
const background = [
  ...(['lang', 'brand', 'undo', 'retry', 'back', 'moment_in_figures', 'open_page', 'store_letter'] as const),
  ...(['page_*', 'card_*', 'title_*', 'done_*'] as const),
  ...(['minutes_*', 'notification_*', 'trouble_*', 'answer_checked', 'answer_remind'] as const),
  ...(['answer_dismiss', 'answer_close'] as const),
] as const

type Pattern<P extends string> = P extends `${infer A}*${infer B}` ? `${A}${string}${Pattern<B>}` : P
type Named<L extends readonly string[]> = Extract<MessageName, Pattern<L[number]>>

export type PopupText = Exclude<
  MessageName,
  | Named<typeof dashboardOnly>
  | Named<typeof itemDetails>
  | Named<typeof panelOnly>
  | Named<typeof onlyInMessageCheck>
>
export type PanelText =
  | Exclude<
      MessageName,
      | Named<typeof dashboardOnly>
      | Named<typeof itemDetails>
      | Named<typeof popupOnly>
      | Named<typeof onlyInMessageCheck>
    >
  | Named<typeof alsoPanel>
export type DashboardText = Exclude<
  MessageName,
  | Named<typeof popupOnly>
  | Named<typeof onlyInLetters>
  | Named<typeof panelOnly>
  | Named<typeof onlyInMessageCheck>
>
/** Code that the dashboard and the panel share for notes may use only these. */
export type NotedText = Named<typeof noted>
/** Code that the dashboard and the panel share for guides may use only these. */
export type GuideText = PageText | Exclude<Named<typeof guides>, Named<typeof onlyInLetters>>
export type LetterText = Named<typeof letters>
export type MessageCheckText = Named<typeof messageCheck>
export type BackgroundText = Named<typeof background> | Named<typeof onCards>
/** Code that popup, panel and dashboard share may use only texts that all have. */
export type PageText = Extract<Extract<PopupText, DashboardText>, PanelText>
/** Code that cards share with them may use only texts that the background has too. */
export type CommonText = Extract<PageText, BackgroundText>

function fits(patterns: readonly string[]): (name: string) => boolean {
  const pattern = new RegExp(`^(?:${patterns.join('|').replaceAll('*', '\\w+')})$`)
  return (name) => pattern.test(name)
}

const isDetail = fits(itemDetails)
const isDashboardOnly = fits(dashboardOnly)
const isPopupOnly = fits(popupOnly)
const isAfterPress = fits(afterPress)
const isOnlyInLetters = fits(onlyInLetters)
const isPanelOnly = fits(panelOnly)
const isOnlyInMessageCheck = fits(onlyInMessageCheck)
const isAlsoPanel = fits(alsoPanel)
const isGuide = fits(guides)
const isPanel = (name: string) =>
  isAlsoPanel(name) ||
  !(isDashboardOnly(name) || isDetail(name) || isPopupOnly(name) || isOnlyInMessageCheck(name))

/**
 * The same rules for the build. `details` are the texts that popup and panel load once they are shown, `guides` those
 * that the panel loads for its first guide.
 */
export const carried = {
  popup: (name) =>
    !isDashboardOnly(name) &&
    !isDetail(name) &&
    !isAfterPress(name) &&
    !isPanelOnly(name) &&
    !isOnlyInMessageCheck(name),
  panel: isPanel,
  dashboard: (name) =>
    !isPopupOnly(name) && !isOnlyInLetters(name) && !isPanelOnly(name) && !isOnlyInMessageCheck(name),
  message: fits(messageCheck),
  guides: (name) => isGuide(name) && !isPanel(name) && !isOnlyInLetters(name),
  letters: fits(letters),
  details: (name) => isDetail(name) || (isAfterPress(name) && !isDashboardOnly(name)),
  background: fits(background),
} satisfies Record<string, (name: string) => boolean>
