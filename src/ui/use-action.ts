import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type AskError, failureOf } from '../messages/ask'
import { useApp } from './app'
import { failureText } from './snackbar'

type Words = {
  /** Shown while it runs. */
  meanwhile?: string
  /** The error text, if the general one does not fit. */
  failed?: Partial<Record<AskError['failure'], string>> | string
}

/** Runs one action at a time and returns the message to show next to its button. */
export function useAction() {
  const { translate } = useApp()
  const said = useSignal('')
  const isBusy = useRef(false)
  /** @param task returns the message. */
  async function act(task: () => Promise<string | undefined>, words: Words = {}): Promise<void> {
    if (isBusy.current) return
    isBusy.current = true
    said.value = words.meanwhile ?? ''
    try {
      said.value = (await task()) ?? ''
    } catch (error) {
      const failure = failureOf(error)
      const { failed = {} } = words
      const own = typeof failed === 'string' ? failed : failed[failure]
      said.value = own ?? translate(failureText[failure])
    } finally {
      isBusy.current = false
    }
  }
  return { said, act }
}
