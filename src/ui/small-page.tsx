import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useApp } from './app'
import { Boundary } from './boundary'
import { Broken } from './broken'
import { SingleKeys } from './keyboard-shortcuts'
import { StatePage } from './loading-page'

type Props = {
  /** Links that need nothing stored. They stand there while nothing is read, and if drawing fails. */
  links: ComponentChildren
  isReady?: boolean
  /** Shown until the checklist is read. */
  known?: ReadonlySignal<string | undefined> | undefined
  children: ComponentChildren
}

/** The popup or the panel, around what it shows. */
export function SmallPage(props: Props) {
  const { translate } = useApp()
  return (
    <Boundary
      on=""
      fallback={(again) => (
        <main class="state">
          <h1>{translate('brand')}</h1>
          <Broken again={again}>
            <p class="bar">{props.links}</p>
          </Broken>
        </main>
      )}
    >
      <Read {...props} />
    </Boundary>
  )
}

function Read({ links, isReady = true, known, children }: Props) {
  const { overviewIfRead: overview } = useApp()
  if (!overview || !isReady)
    return (
      <>
        <StatePage known={known?.value} />
        <footer class="bar">{links}</footer>
      </>
    )
  return <SingleKeys.Provider value={overview.settings.singleKeys !== false}>{children}</SingleKeys.Provider>
}
