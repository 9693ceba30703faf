import { type Branch, following, type Step } from '../../domain/playbooks/playbook'
import { pageTitle } from '../../i18n/item-text'
import { stepText } from '../../i18n/playbook-text'
import type { StoreFrontHost } from '../../pages/hosts'
import { addressOf } from '../../pages/page-urls'
import { useApp } from '../../ui/app'
import { Figures } from '../sources/thresholds'

/** Of what takes the focus for the whole step. */
export const stepHeadingId = ({ id }: Step): string => `step-${id}`

/** What a step says: why, how, Amazon's pages for it, what to write, what to keep, and what is not certain. */
export function StepText(props: {
  playbook: string
  step: Step
  /** Where Amazon's pages are opened; undefined while no store front is known. */
  front: StoreFrontHost | undefined
  /** Given: also what its question can be answered with, and to which of these that leads. */
  steps?: readonly Step[]
}) {
  const { playbook, step, front, steps } = props
  const { i18n } = useApp()
  const { translate, number } = i18n
  const { title, why, how, evidence, say, caveat, answer } = stepText(i18n, playbook, step.id)
  const { figures = [], pages = [], minutes, answers = [] } = step
  function leadsTo(branch: Branch): string {
    const said = answer(branch.answer)
    const next = branch.to && steps ? following(steps, step, branch) : undefined
    return next
      ? translate('run_leads_to', { answer: said, step: stepText(i18n, playbook, next.id).title })
      : said
  }
  return (
    <>
      <h4 id={stepHeadingId(step)} tabIndex={-1}>
        {title}
      </h4>
      {minutes && (
        <p class="soft">{translate('run_minutes', { from: number(minutes[0]), to: number(minutes[1]) })}</p>
      )}
      <p>{why}</p>
      <ol>
        {how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {steps && answers.length > 0 && (
        <ul class="plain">
          {answers.map((one) => (
            <li key={one.answer}>{leadsTo(one)}</li>
          ))}
        </ul>
      )}
      {front && pages.length > 0 && (
        <ul>
          {pages.map((page) => (
            <li key={page}>
              <a class="target" href={addressOf(page, front)} target="_blank" rel="noopener noreferrer">
                {translate('open_page', { page: pageTitle(i18n, page) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {say !== undefined && (
        <>
          <h5>{translate('run_say')}</h5>
          <blockquote>{say}</blockquote>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <h5>{translate('run_evidence')}</h5>
          <ul class="plain">
            {evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {caveat !== undefined && (
        <>
          <h5>{translate('run_caveat')}</h5>
          <p class="caveat">{caveat}</p>
        </>
      )}
      {figures.length > 0 && (
        <details class="facts">
          <summary>{translate('run_figures')}</summary>
          <Figures ids={figures} />
        </details>
      )}
    </>
  )
}
