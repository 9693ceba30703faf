import { expect, test } from 'vitest'
import { languageTags } from '../../src/domain/languages'
import { itemDetails } from '../../src/i18n/item-details'
import { popupTexts } from '../../src/i18n/popup-messages'
import { english } from '../support/i18n'
import { text } from '../support/messages'

test.each(languageTags)(
  'in %s the popup loads why and how of every item, and what a press shows, after the other texts',
  async (language) => {
    const details = await itemDetails(language)
    const wanted = Object.keys(english).filter((name) =>
      /^item_.*_(?:why|how_\d+|caveat)(?:_in|_usual)?$/.test(name),
    )
    const isAfterPress =
      /^(?:(?:address|verdict|lookalike|official|amazon|unrelated|sees|keys|pause|store_search|trouble|withheld|part|storage|clock|deadline|deadlines|playbook|popup_which_store|front|place)(?:_|$)|check_message_(?:title|practice)$)/
    const others = Object.keys(details).filter((name) => !wanted.includes(name))
    expect(wanted.filter((name) => !(name in details))).toEqual([])
    expect(others.filter((name) => !isAfterPress.test(name))).toEqual([])
    expect(others).toContain('verdict_official')
    const first = await popupTexts(language)
    expect(Object.keys(details).filter((name) => name in first)).toEqual([])
    expect(details.item_two_step_on_why).toBe(text('item_two_step_on_why', {}, language))
    expect(Object.keys(await popupTexts(language))).not.toContain('item_two_step_on_why')
  },
)

test.each(languageTags)(
  'in %s the circle before a check is named by the words that its tooltip shows',
  (language) => {
    const name = text('popup_tick', { title: '…' }, language)
    expect(name.startsWith(text('answer_checked', {}, language))).toBe(true)
  },
)
