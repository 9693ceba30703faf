import type { PageId } from '../domain/page'
import { AskError, createAsk } from '../messages/ask'
import type { CardContent } from '../messages/card'
import { isStoreFront } from '../pages/hosts'
import { recognise } from '../pages/recognise'
import { realExtension } from '../platform/extension'
import { type Card, cardTag, drawCard, type Tell } from './card'
import { watchAddress } from './navigation'

const extension = realExtension()
const ask = createAsk(extension)
const stop = new AbortController()
let shown: { page: PageId; card: Card } | undefined
let visits = 0

/** After an update the extension behind this script is gone: take everything away and be silent. */
function leaveIfOrphaned(error: unknown): void {
  if (!(error instanceof AskError) || error.failure !== 'no-answer' || extension.isAlive()) return
  shown?.card.remove()
  stop.abort()
}

async function visit(address: string): Promise<void> {
  visits += 1
  const mine = visits
  const place = recognise(address)
  if (shown && shown.page === place?.page) return
  shown?.card.remove()
  shown = undefined
  if (!place || !isStoreFront(place.host)) return
  const { page, host } = place
  try {
    const content = await ask('visit', { page, host })
    // The seller has gone on while we asked.
    if (content && mine === visits && !stop.signal.aborted) {
      shown = { page, card: drawCard(content, teller(content, address)) }
    }
  } catch (error) {
    leaveIfOrphaned(error)
  }
}

function teller({ about }: CardContent, address: string): Tell {
  return async (press, id) => {
    try {
      if (press.kind === 'answer')
        return about ? await ask('answer-card', { id, ...about, answer: press.answer }) : null
      await ask('choose-store', { store: press.store })
      // With the store known, this page may have a reminder.
      shown?.card.remove()
      shown = undefined
      void visit(address)
      return null
    } catch (error) {
      leaveIfOrphaned(error)
      return undefined
    }
  }
}

// Firefox starts the new version's script in open tabs and leaves the old one's nodes behind.
for (const left of document.querySelectorAll(cardTag)) left.remove()
watchAddress((address) => void visit(address), stop.signal)
