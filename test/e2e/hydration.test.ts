import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { browserNames, cardTag } from '../browsers/browser'
import { text } from '../support/messages'
import { setStage, today } from './stage'

const versions = {
  'React 18': { react: 'react-18', 'react-dom': 'react-dom-18' },
  'React 19': { react: 'react', 'react-dom': 'react-dom' },
}

/** The script of a page that one version of React takes over. */
async function scriptWith(alias: Record<string, string>): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../practice/hydrate.js', import.meta.url)),
        formats: ['iife'],
        name: 'hydrate',
      },
    },
  })) as Rollup.RollupOutput[]
  return built?.output[0].code ?? ''
}

describe.each(browserNames)('a page that a framework takes over whole, in %s', (name) => {
  const stage = setStage(name)
  const scripts = new Map<string, string>()
  beforeAll(async () => {
    for (const [version, alias] of Object.entries(versions)) scripts.set(version, await scriptWith(alias))
  })

  test.each(Object.keys(versions))(
    '%s finds nothing wrong after the card has come, and the card stays',
    async (version) => {
      await stage.leaveWaiting('user-list-review')
      const tab = await stage.visit('user-permissions')
      await tab.evaluate(`
      ${scripts.get(version)}
      document.head.replaceChildren()
      document.documentElement.replaceChildren(document.head, document.body)
      document.body.innerHTML = '<header>Practice</header><main><h1>Users</h1><p>One <b>user</b></p></main>'
      window.hydrate = readyToHydrate()
      window.taken = document.querySelector('main')`)
      const card = await tab.waitForCard()
      expect(await tab.evaluate('return hydrate()')).toEqual([])
      // Taken over, not drawn anew.
      expect(await tab.evaluate('return taken.isConnected')).toBe(true)
      expect(await tab.evaluate(`return Object.keys(taken).some((key) => key.startsWith('__react'))`)).toBe(
        true,
      )
      expect(await tab.evaluate(`return document.querySelectorAll('${cardTag}').length`)).toBe(1)
      await (await card.button(text('answer_checked'))).click()
      await card.button(text('undo'))
      expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    },
  )
})
