// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

const { translate: text } = inEnglish('UTC')
const titled = (part: string) => text('dashboard_title_part', { part })

test('whoever goes to another place hears its heading, and the tab is called by it', async () => {
  const { screen, waitFor } = await open('dashboard', { at: '#/welcome' })
  await screen.findByRole('heading', { name: text('welcome_title') })
  const goesTo = async (hash: string, heading: string) => {
    location.hash = hash
    await waitFor(() => expect(document.activeElement?.textContent).toBe(heading))
    expect(document.activeElement?.matches('h2, h3')).toBe(true)
    expect(document.title).toBe(titled(heading))
  }
  await goesTo('#/checklist', text('nav_checklist'))
  await goesTo('#/playbooks', text('nav_playbooks'))
  await goesTo('#/playbooks/claim', text('playbook_claim'))
  await goesTo('#/playbooks/hijack', text('playbook_hijack'))
  await goesTo('#/playbooks', text('nav_playbooks'))
})
