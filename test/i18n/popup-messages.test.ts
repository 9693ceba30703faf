import { expect, test } from 'vitest'
import { languageTags } from '../../src/domain/languages'
import { itemDetails, popupTexts } from '../../src/i18n/popup-messages'
import { english } from '../support/i18n'
import { text } from '../support/messages'

test.each(languageTags)(
  'in %s the popup loads why and how of every item after the other texts',
  async (language) => {
    const details = await itemDetails(language)
    const wanted = Object.keys(english).filter((name) => /^item_.*_(?:why|how_\d+|caveat)$/.test(name))
    expect(Object.keys(details).sort()).toEqual(wanted.sort())
    expect(details.item_two_step_on_why).toBe(text('item_two_step_on_why', {}, language))
    expect(Object.keys(await popupTexts(language))).not.toContain('item_two_step_on_why')
  },
)
