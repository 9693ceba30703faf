import { type BlankId, type LetterPart, letterLines, openBlanks } from '../../domain/letters'
import type { StoreView } from '../../domain/overview'
import type { RunView, Step } from '../../domain/playbooks/playbook'
import type { I18n } from '../../i18n/i18n'
import { blankText, letterText } from '../../i18n/playbook-text'
import type { LetterText } from '../../i18n/surfaces'
import { Button } from '../button'
import { Checkbox } from '../forms/field'
import { useGuideApp } from '../guide-app'
import { useResource } from '../use-resource'
import { valueIn } from './known-values'
import { InLetterLanguage } from './letter-language'

type Props = {
  playbook: string
  step: Step
  store: StoreView | undefined
  run: RunView | undefined
  heading: 'h2' | 'h3' | 'h5'
}

/** The letter of a step, for the seller to copy. Nightlatch sends nothing. */
export function Letter(props: Props) {
  const { step, store, heading: Heading } = props
  const { session, overviewIfRead: overview, translate } = useGuideApp()
  const isFilled = overview?.settings.fillLetters === true
  return (
    // Without a name of its own: a guide has several letters, and two landmarks of one name confuse.
    <section class="letter">
      <Heading>{translate('run_say')}</Heading>
      {overview && (
        <Checkbox
          label={translate('letter_fill')}
          checked={isFilled}
          onChange={(isWanted) => void session.choose({ fillLetters: isWanted })}
        />
      )}
      <InLetterLanguage id={`letter-language-${step.id}`} store={store}>
        {(letters) =>
          isFilled ? <Filled {...props} letters={letters} /> : <Text {...props} letters={letters} />
        }
      </InLetterLanguage>
    </section>
  )
}

function Filled(props: Props & { letters: I18n<LetterText> }) {
  const { store, run, letters } = props
  const { session, overview, translate } = useGuideApp()
  const resource = useResource(() => session.ask('registers', null), ['put-row', 'remove-row'])
  const rows = resource.kind === 'loading' ? undefined : resource.value?.rows
  const known = store && {
    today: overview.today,
    store,
    run,
    rows: rows ?? [],
    who: overview.settings.who,
  }
  return (
    <>
      {resource.kind === 'failed' && <p class="problem">{translate('letter_records_unread')}</p>}
      <Text {...props} fill={(source) => known && valueIn(known, letters, source)} />
    </>
  )
}

function Text(props: Props & { letters: I18n<LetterText>; fill?: Parameters<typeof letterLines>[1] }) {
  const { playbook, step, letters, fill = () => undefined } = props
  const { i18n, session, translate, plural, list } = useGuideApp()
  const lines = letterLines(letterText(letters, playbook, step.id) ?? '', fill)
  const open = openBlanks(lines)
  const bracketed = (blank: BlankId) => `[${blankText(letters, blank)}]`
  const plain = (part: LetterPart) => ('blank' in part ? (part.value ?? bracketed(part.blank)) : part.text)
  async function copy(): Promise<string> {
    try {
      await navigator.clipboard.writeText(lines.map((line) => line.map(plain).join('')).join('\n'))
      return open.length === 0 ? translate('appeal_copied') : plural('letter_copied_open', open.length)
    } catch {
      return translate('letter_copy_failed')
    }
  }
  return (
    <>
      <blockquote lang={letters.lang} dir={letters.dir}>
        {lines.map((line, index) => (
          <p key={index}>
            {line.map((part, index) =>
              'blank' in part && part.value === undefined ? (
                <mark key={index}>{plain(part)}</mark>
              ) : (
                plain(part)
              ),
            )}
          </p>
        ))}
      </blockquote>
      <p class="soft">
        {open.length === 0
          ? translate('letter_complete')
          : plural('letter_open', open.length, { blanks: list(open.map((blank) => blankText(i18n, blank))) })}
      </p>
      <p class="answers">
        <Button onPress={async () => session.tell({ kind: 'told', text: await copy(), undo: undefined })}>
          {translate('letter_copy')}
        </Button>
      </p>
    </>
  )
}
