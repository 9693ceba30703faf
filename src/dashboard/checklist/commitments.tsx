import { useSignal } from '@preact/signals'
import { type Answer, paceBounds } from '../../domain/answer'
import { longestMeasure, type MeasureId } from '../../domain/commitment'
import type { StoreId } from '../../domain/ids'
import type { ItemId } from '../../domain/items'
import type { MeasureView } from '../../domain/overview'
import { visible } from '../../domain/text/visible'
import { useApp } from '../../ui/app'
import { nextRow } from '../../ui/focus-next-row'
import { MeasureRow } from '../../ui/item-row'
import { unshared } from '../../ui/typing'
import { focusInstead } from '../focus/restore-focus'
import { lineProblem, SecretHint } from '../forms/field'
import { wholeNumber } from '../forms/parse-number'
import { linkTo } from '../navigation/router'

/** What the seller has promised to Amazon, kept up like an item. */
export function MeasuresSection(props: {
  measures: readonly MeasureView[]
  open: ItemId | MeasureId | undefined
  onAnswer: (measure: MeasureId, answer: Answer) => void
  onUndo: (measure: MeasureView) => (() => void) | undefined
}) {
  const { measures, open, onAnswer, onUndo } = props
  const { i18n, overview } = useApp()
  if (measures.length === 0) return null
  const title = i18n.translate('promised_title')
  return (
    <section class="area" aria-label={title}>
      <h3>{title}</h3>
      {measures.map((measure) => (
        <MeasureRow
          key={`${overview.store.id} ${measure.id}`}
          measure={measure}
          level={4}
          open={measure.id === open}
          onAnswer={(answer) => onAnswer(measure.id, answer)}
          onUndo={onUndo(measure)}
        >
          <MeasureMore measure={measure} store={overview.store.id} />
        </MeasureRow>
      ))}
    </section>
  )
}

function MeasureMore({ measure, store }: { measure: MeasureView; store: StoreId }) {
  const { i18n, session } = useApp()
  const { translate, number } = i18n
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
          days === undefined && translate('measure_every_bad', { least: number(least), most: number(most) })
        const wrongWords =
          words === '' ? translate('measure_empty') : lineProblem(i18n, words, longestMeasure)
        problem.value = wrongWords || wrongDays || ''
        if (problem.value !== '' || days === undefined) return
        const promise = { id, title: words, every: days, origin }
        void session.change({ kind: 'measure-promised', measure: promise }, store)
      }}
    >
      <label for={`${id}-title`}>{translate('measure_title')}</label>
      <div class="entry">
        <input
          id={`${id}-title`}
          {...unshared}
          aria-describedby={`${id}-help`}
          value={title.value}
          onInput={({ currentTarget }) => {
            title.value = visible(currentTarget.value)
          }}
        />
      </div>
      <label for={`${id}-every`}>{translate('measure_every')}</label>
      <div class="entry">
        <input
          id={`${id}-every`}
          {...unshared}
          class="digits"
          inputMode="numeric"
          aria-describedby={`${id}-help`}
          value={every.value}
          onInput={({ currentTarget }) => {
            every.value = currentTarget.value
          }}
        />
        <button type="submit">{translate('set')}</button>
        <button
          type="button"
          onClick={async () => {
            const next = nextRow(id)
            if (!(await session.change({ kind: 'measure-dropped', measure: id }, store))) return
            focusInstead(next)
            const promise = { id, title: measure.title, every: measure.every, origin }
            session.tell({
              kind: 'told',
              text: translate('measure_dropped'),
              undo: () => void session.change({ kind: 'measure-promised', measure: promise }, store),
            })
          }}
        >
          {translate('measure_drop')}
        </button>
      </div>
      <p id={`${id}-help`} class="problem" role="alert">
        {problem}
      </p>
      <SecretHint
        text={title.value}
        onTakeOut={(text) => {
          title.value = text
        }}
      />
      {origin.draft !== undefined && (
        <p>
          <a href={linkTo({ part: 'appeal', draft: origin.draft })}>{translate('measure_origin')}</a>
        </p>
      )}
    </form>
  )
}
