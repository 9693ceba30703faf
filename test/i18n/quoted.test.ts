import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageTags } from '../../src/domain/languages'

/** Texts that send the seller to something by its name, and where that name is. */
const quotes: readonly (readonly [text: string, named: string])[] = [
  ['appeal_check_no_happened', 'appeal_part_happened'],
  ['done_dismissed', 'answer_dismiss'],
  ['give_new_computer', 'files_export'],
  ['help_pause_explain', 'answer_dismiss'],
  ['item_liability_insurance_caveat', 'answer_dismiss'],
  ['item_passkey_add_caveat', 'answer_dismiss'],
  ['item_safe_t_window_caveat', 'answer_dismiss'],
  ['item_spare_deposit_method_caveat', 'answer_dismiss'],
  ['list_none_mine', 'nav_journal'],
  ['list_none_not_for_me', 'answer_dismiss'],
  ['list_none_planned', 'answer_remind'],
  ['playbooks_unreadable_other', 'nav_data'],
  ['status_not_for_me', 'answer_dismiss'],
  ['welcome_questions_explain', 'nav_stores'],
]

describe.each(languageTags)('in %s, what a text names is called that on the screen', (tag) => {
  const file = `assets/_locales/${tag.replace('-', '_')}/messages.json`
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>

  test.each(quotes)('%s names %s', (text, named) => {
    expect(texts[text]?.message).toContain(texts[named]?.message ?? named)
  })
})
