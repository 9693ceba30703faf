import type { ComponentChildren, RefObject } from 'preact'
import type { StoreView } from '../../domain/overview'
import { type Branch, following, type RunView, type Step } from '../../domain/playbooks/playbook'
import { sourcesOfStep } from '../../domain/playbooks/step-sources'
import { pageTitle } from '../../i18n/item-text'
import { stepText } from '../../i18n/playbook-text'
import { addressOf } from '../../pages/page-urls'
import { useGuideApp } from '../guide-app'
import { List } from '../list'
import { frontOf } from '../store-label'
import { Letter } from './letter'
import { Facts } from './thresholds'

/** The id of the heading that gets the focus for the step. */
export const stepHeadingId = ({ id }: Step): string => `step-${id}`

/** The heading of a step, and those in it. */
const headings = { 1: ['h1', 'h2'], 2: ['h2', 'h3'], 4: ['h4', 'h5'] } as const

/** The content of a step: reason, instructions, Amazon's pages, letter, evidence to keep, and uncertainties. */
export function StepText(props: {
  playbook: string
  step: Step
  /** The store for links and letters. Undefined if stores can't be read. */
  store: StoreView | undefined
  /** If given, letters may be filled from it. */
  run?: RunView
  level: keyof typeof headings
  /** Gets its heading, which takes the focus. */
  heading?: RefObject<HTMLHeadingElement | null>
  /** Links to Amazon's pages, if the plain ones don't fit. */
  links?: ComponentChildren
  /** If given, the answers to its question are listed, each with the step it leads to. */
  steps?: readonly Step[]
}) {
  const { playbook, step, store, run, level, heading = null, links, steps } = props
  const { i18n, translate, number } = useGuideApp()
  const { title, why, how, evidence, caveat, answer } = stepText(i18n, playbook, step.id)
  const { figures = [], minutes, answers = [] } = step
  const [Heading, Part] = headings[level]
  function leadsTo(branch: Branch): string {
    const said = answer(branch.answer)
    const next = branch.to && steps ? following(steps, step, branch) : undefined
    return next
      ? translate('run_leads_to', { answer: said, step: stepText(i18n, playbook, next.id).title })
      : said
  }
  return (
    <>
      <Heading id={stepHeadingId(step)} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {minutes && (
        <p class="soft">{translate('run_minutes', { from: number(minutes[0]), to: number(minutes[1]) })}</p>
      )}
      {links}
      <p>{why}</p>
      <List of={how} numbered />
      {steps && answers.length > 0 && (
        <ul class="bullets">
          {answers.map((one) => (
            <li key={one.answer}>{leadsTo(one)}</li>
          ))}
        </ul>
      )}
      {links === undefined && store && <PageLinks step={step} store={store} />}
      {step.contact && <Letter playbook={playbook} step={step} store={store} run={run} heading={Part} />}
      {evidence.length > 0 && (
        <>
          <Part>{translate('run_evidence')}</Part>
          <List class="bullets" of={evidence} />
        </>
      )}
      {caveat !== undefined && (
        <>
          <Part>{translate('run_caveat')}</Part>
          <p class="caveat">{caveat}</p>
        </>
      )}
      <Facts title={translate('run_figures')} figures={figures} from={sourcesOfStep(playbook, step.id)} />
    </>
  )
}

function PageLinks({ step: { pages = [] }, store }: { step: Step; store: StoreView }) {
  const { i18n, translate } = useGuideApp()
  const front = frontOf(store)
  if (!front || pages.length === 0) return null
  return (
    <ul>
      {pages.map((page) => (
        <li key={page}>
          <a class="target" href={addressOf(page, front)} target="_blank" rel="noopener noreferrer">
            {translate('open_page', { page: pageTitle(i18n, page) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
