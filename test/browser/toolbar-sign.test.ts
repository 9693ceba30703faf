import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isSigning, renewSign, startSigning, stopSigning } from '../../src/browser/toolbar-sign'

const pages = { urlMatches: 'a$', originAndPathMatches: 'b' }
let calls: unknown[]
/** What the browser compares with, as the rule has it. */
let compared: unknown
let isGiven: boolean
let problem: { message: string } | undefined

beforeEach(() => {
  calls = []
  isGiven = false
  problem = undefined
  class PageStateMatcher {
    constructor(options: object) {
      compared = options
    }
  }
  class SetIcon {
    options: object
    constructor(options: object) {
      this.options = options
    }
  }
  const rules = (name: string) => (of: { id?: string }[] | string[], done: () => void) => {
    calls.push([name, of.map((one) => (typeof one === 'string' ? one : one.id))])
    done()
  }
  const content = {
    PageStateMatcher,
    SetIcon,
    onPageChanged: { addRules: rules('add'), removeRules: rules('remove') },
  }
  vi.stubGlobal('chrome', {
    get declarativeContent() {
      return isGiven ? content : undefined
    },
    runtime: {
      getManifest: () => ({ optional_permissions: ['declarativeContent'] }),
      get lastError() {
        return problem
      },
    },
    i18n: { getMessage: (name: string) => (name === 'false_pages' ? JSON.stringify(pages) : '') },
    permissions: {
      contains: async () => isGiven,
      request: async () => {
        calls.push('request')
        isGiven = true
        return true
      },
      remove: async () => {
        calls.push('give back')
        isGiven = false
        return true
      },
    },
  })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({
        beginPath() {},
        moveTo() {},
        lineTo() {},
        fill() {},
        fillRect() {},
        getImageData: (_x: number, _y: number, width: number) => ({ width }),
      })
    },
  )
})

afterEach(() => void vi.unstubAllGlobals())

test('turned on: asked for first, and an older rule goes before the new one is added', async () => {
  expect(await startSigning()).toBe(true)
  expect(calls).toEqual(['request', ['remove', ['false-page']], ['add', ['false-page']]])
  expect(compared).toEqual({ pageUrl: pages })
  expect(await isSigning()).toBe(true)
})

test('turned off: the rule goes before the permission, because it would outlive it', async () => {
  await startSigning()
  calls = []
  await stopSigning()
  expect(calls).toEqual([['remove', ['false-page']], 'give back'])
})

test('not turned on, or in a browser without it: nothing is asked and nothing changes', async () => {
  await renewSign()
  expect(calls).toEqual([])
})

test('a rule that the browser refuses is not taken for one that works', async () => {
  isGiven = true
  problem = { message: 'Could not parse' }
  await expect(renewSign()).rejects.toThrow('Could not parse')
})
