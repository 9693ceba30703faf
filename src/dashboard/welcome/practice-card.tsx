import { useSignal } from '@preact/signals'
import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import cardCss from '../../content/card.css?inline'
import { type ItemId, itemOf } from '../../domain/items'
import { itemText } from '../../i18n/item-text'
import { Button } from '../../ui/button'
import { type I18n, useApp } from '../app/app'

/** Where the real card floats, this one stands in the text. */
const inPlace =
  ':host { position: static !important } section { position: relative; inset: auto; width: auto; max-width: 22rem }'

const styles = [cardCss, inPlace].map((css) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
})

const answers = ['answer_checked', 'answer_remind', 'answer_dismiss'] as const

/** A card as it looks on a page, to be pressed without any harm: nothing of it is kept. */
export function PracticeCard({ item }: { item: ItemId }) {
  const { i18n, translate } = useApp()
  const host = useRef<HTMLDivElement>(null)
  const pressed = useSignal({ count: 0, answer: '' })
  useLayoutEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = styles
    const press = (label: string) => {
      pressed.value = { count: pressed.value.count + 1, answer: label }
    }
    render(<Face item={item} i18n={i18n} onPress={press} />, root)
  }, [item, i18n])
  const { count, answer } = pressed.value
  return (
    // The card's own sheet allows its host no margin.
    <div class="practice">
      <div ref={host} class="practice-card" />
      <p role="status">
        {/* Made anew with each press: what does not change is not read out. */}
        {count > 0 && <span key={count}>{translate('welcome_card_pressed', { answer })}</span>}
      </p>
    </div>
  )
}

function Face({ item, i18n, onPress }: { item: ItemId; i18n: I18n; onPress: (label: string) => void }) {
  const { translate, plural } = i18n
  const isUnfolded = useSignal(false)
  const close = translate('answer_close')
  const { title, why, steps } = itemText(i18n, item)
  return (
    <section aria-label={translate('welcome_card_label')} lang={i18n.lang} dir={i18n.dir}>
      <p class="brand">{translate('brand')}</p>
      <div>
        <h2>{title}</h2>
        <p>{why}</p>
        <ol id="steps" hidden={!isUnfolded.value}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div class="actions">
          {answers.map((name) => (
            <Button key={name} onPress={() => onPress(translate(name))}>
              {translate(name)}
            </Button>
          ))}
        </div>
        <div class="more">
          <Button
            aria-controls="steps"
            aria-expanded={isUnfolded.value}
            onPress={() => {
              isUnfolded.value = !isUnfolded.value
            }}
          >
            {isUnfolded.value ? translate('card_steps_hide') : plural('card_steps', steps.length)}
          </Button>
          <small>{plural('minutes', itemOf(item).minutes)}</small>
        </div>
      </div>
      <Button class="close" aria-label={close} onPress={() => onPress(close)} />
    </section>
  )
}
