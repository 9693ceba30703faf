import { useSignal } from '@preact/signals'
import { paceBounds } from '../../domain/answer'
import { type Commitment, longestCommitment } from '../../domain/commitment'
import type { StoreId } from '../../domain/ids'
import { Button } from '../../ui/button'
import { nextRow } from '../../ui/focus-next-row'
import { Input } from '../../ui/forms/field'
import { lineProblem } from '../../ui/forms/text-problem'
import { focusInstead } from '../../ui/restore-focus'
import { SecretHint } from '../../ui/secret-hint'
import { useApp } from '../app/app'
import { wholeNumber } from '../forms/parse-number'
import { linkTo } from '../navigation/router'

/** Words and interval of a measure that is as it was promised. */
export function CommitmentMore({ measure, store }: { measure: Commitment; store: StoreId }) {
  const { i18n, session, translate, number } = useApp()
  const { id, origin } = measure
  const title = useSignal(measure.title)
  const every = useSignal(String(measure.every))
  const problem = useSignal('')
  const { least, most } = paceBounds
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault()
        const days = wholeNumber(every.value, paceBounds)
        const words = title.value.trim()
        const wrongDays =
          days === undefined &&
          translate('commitment_every_bad', { least: number(least), most: number(most) })
        const wrongWords =
          words === '' ? translate('commitment_empty') : lineProblem(i18n, words, longestCommitment)
        problem.value = wrongWords || wrongDays || ''
        if (problem.value !== '' || days === undefined) return
        const promise = { id, title: words, every: days, origin }
        void session.change({ kind: 'measure-promised', measure: promise }, store)
      }}
    >
      <label for={`${id}-title`}>{translate('commitment_title')}</label>
      <div class="entry">
        <Input id={`${id}-title`} of={title} isRequired aria-describedby={`${id}-help`} />
      </div>
      <label for={`${id}-every`}>{translate('commitment_every')}</label>
      <div class="entry">
        <Input id={`${id}-every`} kind="digits" of={every} isRequired aria-describedby={`${id}-help`} />
        <button type="submit">{translate('set')}</button>
        <Button
          onPress={async () => {
            const next = nextRow(id)
            if (!(await session.change({ kind: 'measure-dropped', measure: id }, store))) return
            focusInstead(next)
            const promise = { id, title: measure.title, every: measure.every, origin }
            session.tell({
              kind: 'told',
              text: translate('commitment_dropped'),
              undo: () => void session.change({ kind: 'measure-promised', measure: promise }, store),
            })
          }}
        >
          {translate('commitment_drop')}
        </Button>
      </div>
      <p id={`${id}-help`} class="problem" role="alert">
        {problem}
      </p>
      <SecretHint of={title} i18n={i18n} />
      {origin.draft !== undefined && (
        <p>
          <a href={linkTo({ part: 'appeal', draft: origin.draft })}>{translate('commitment_origin')}</a>
        </p>
      )}
    </form>
  )
}
