import type { RunId } from '../domain/ids'
import type { PageId } from '../domain/page'
import { currentStep } from '../domain/playbooks/playbook'
import { playbookOf } from '../domain/playbooks/playbooks'
import { playbookTitle } from '../i18n/playbook-text'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { useResource } from '../ui/use-resource'
import { useApp } from './app'

/** More are in the list of all guides. */
const most = 3

/** The guides that are open for this store, to go on with: first those that belong to the page, with their next step. */
export function OpenGuides({ page, show }: { page: PageId | undefined; show: (run: RunId) => void }) {
  const { i18n, session, overview, translate } = useApp()
  const runs = useResource(() => session.ask('runs', null))
  // The home and the guides say so if they can't be read.
  const open = (runs.kind === 'loading' ? [] : (runs.value?.runs ?? []))
    .flatMap((run) => {
      const playbook = playbookOf(run.playbook)
      if (!playbook || run.closed || run.store !== overview.store.id) return []
      const step = currentStep(playbook, run.done)
      const belongs = page && (playbook.pages.includes(page) || step?.pages?.includes(page))
      return [{ run, step: belongs ? step : undefined }]
    })
    .sort((a, b) => Number(b.step !== undefined) - Number(a.step !== undefined))
    .slice(0, most)
  if (open.length === 0) return null
  return (
    <Section class="area" id="guide" title={translate('panel_guide')} level={2}>
      {open.map(({ run, step }) => (
        <div key={run.id} class="box">
          <Button class="link" onPress={() => show(run.id)}>
            {translate('panel_guide_continue', {
              playbook: playbookTitle(i18n, run.playbook) ?? run.playbook,
            })}
          </Button>
          {step && (
            <p>
              {translate('panel_guide_step', {
                step: i18n.textOf(`step_${run.playbook}_${step.id}_title`) ?? step.id,
              })}
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}
