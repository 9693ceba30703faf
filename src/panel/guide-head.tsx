import { ArrowLeft } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Button } from '../ui/button'
import { useGuideApp } from '../ui/guide-app'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keyboard-shortcuts'
import { useApp } from './app'
import type { KeptState } from './kept-state'

/** Above a guide or the list of them: which it is, and the ways out of it. */
export function GuideHead({ state, children }: { state: KeptState; children?: ComponentChildren }) {
  const { translate } = useApp()
  const { translate: guideText } = useGuideApp()
  const { back } = useKeys()
  return (
    <div class="round-head guide-head">
      {children}
      <div class="choices">
        {state.guide.value && (
          <Button class="quiet" aria-keyshortcuts={back} onPress={() => (state.guide.value = undefined)}>
            <Icon of={ArrowLeft} />
            {guideText('run_all')}
          </Button>
        )}
        <Button class="quiet" onPress={() => (state.view.value = 'page')}>
          {translate('round_to_page')}
        </Button>
      </div>
    </div>
  )
}
