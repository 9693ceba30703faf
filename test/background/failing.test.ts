import { describe, expect, test } from 'vitest'
import type { Argument, Request } from '../../src/messages/protocol'
import { background, wellKnown } from '../support/background'
import { answered, checked } from '../support/checklist'
import {
  type Breakable,
  breakable,
  type Failing,
  type FakePlatform,
  failures,
  onPage,
  own,
  ownPage,
} from '../support/platform'
import { requests } from '../support/requests'
import { at } from '../support/time'

/** Time limits pass when the test says so. */
function impatient(platform: FakePlatform) {
  const waiting = new Set<() => void>()
  platform.wait = (milliseconds) =>
    milliseconds < 1000
      ? new Promise((done) => setImmediate(done))
      : new Promise((done) => void waiting.add(done))
  return async <T>(task: Promise<T> | undefined): Promise<T | 'no answer'> => {
    let answer: T | undefined
    void task?.then((value) => {
      answer = value
    })
    for (let turn = 0; turn < 60; turn += 1) {
      await platform.settled()
      if (answer !== undefined) return answer
      for (const done of waiting) done()
      waiting.clear()
    }
    return 'no answer'
  }
}

const known = ['refused', 'could-not-read', 'could-not-store', 'newer-version', 'answered-since']
const words = [...known, 'could-not-back-up', 'file-forgotten', 'unexpected']

/** Something to lose, and a permission of each kind. */
function browser() {
  const kept = {
    local: {
      ...structuredClone(wellKnown),
      settings: { version: 1, notifications: true, loginHosts: ['www.amazon.com'] },
    },
    allowed: new Set(['notifications', 'www.amazon.com']),
  }
  let patient: ReturnType<typeof impatient> | undefined
  const one = background({
    kept,
    prepare: (platform) => {
      patient = impatient(platform)
    },
  })
  return { one, patient: patient! }
}

describe.each(breakable)('%s fails', (call: Breakable) => {
  test.each(failures)(
    'when it %s, every request is answered truthfully, and all goes on once it works',
    async (how: Failing) => {
      for (const [request, { argument, from }] of Object.entries(requests) as [
        Request,
        (typeof requests)[Request],
      ][]) {
        const { one, patient } = browser()
        const what = `${request} while ${call} ${how}`
        await patient(one.change(checked('two-step-on')))
        one.platform.break(call, how)
        const sender = from === 'own page' ? ownPage : onPage()
        const reply = await patient(one.ask(request, argument as Argument<typeof request>, sender))
        expect(reply, what).not.toBe('no answer')
        if (typeof reply === 'object' && 'error' in reply) expect(words, what).toContain(reply.error)
        one.platform.mend()
        // Whatever was told, what had been said is there, unless it was asked to go.
        if (!['reset', 'restore-backup', 'import', 'change'].includes(request))
          expect(one.platform.kept.local['record/login-1/two-step-on'], what).toMatchObject({
            checked: '2026-03-04',
          })
        expect(
          await patient(one.change(answered('mailbox-secured', { kind: 'checked' }))),
          what,
        ).toHaveProperty('ok')
        expect(await patient(one.ask('overview', null)), what).toHaveProperty('ok')
      }
    },
  )
})

test('a permission that the browser cannot tell of is not taken for one that was taken back', async () => {
  for (const call of ['notifications.allowed', 'loginPages.granted'] as const)
    for (const how of failures) {
      const { one, patient } = browser()
      await patient(one.ask('overview', null))
      one.platform.break(call, how)
      one.platform.browserStarts()
      await patient(one.ask('overview', null))
      expect(one.platform.kept.local['settings'], `${call} ${how}`).toMatchObject({
        notifications: true,
        loginHosts: ['www.amazon.com'],
      })
    }
})

test('a notification that fails keeps no other promise waiting', async () => {
  for (const how of failures) {
    const { one, patient } = browser()
    one.platform.clock(at('2026-03-04 08:00'))
    await patient(one.change(answered('two-step-on', { kind: 'snoozed', for: 'hour' })))
    one.platform.clock(at('2026-03-04 08:30'))
    await patient(one.change(answered('mailbox-secured', { kind: 'snoozed', for: 'hour' })))
    one.platform.kept.once.clear()
    one.platform.break('notifications.show', how)
    one.platform.clock(at('2026-03-04 09:00'))
    one.platform.ring('promise')
    await patient(one.ask('overview', null))
    expect(one.platform.kept.once.get('promise'), how).toBe(at('2026-03-04 09:30').epochMilliseconds)
  }
})

describe('the first day', () => {
  const from = (place: string) => ({
    ...ownPage,
    url: `${own.origin}/src/dashboard/dashboard.html#/welcome`,
    tab: { id: 9, url: `${own.origin}/src/dashboard/dashboard.html${place}` },
    frameId: 0,
  })

  test('is quiet while the first steps alone have opened by themselves, and until they are left', async () => {
    const one = background({ kept: {} })
    one.platform.browserStarts('installed')
    await one.platform.settled()
    expect(one.platform.dashboards).toEqual(['#/welcome'])
    await one.ask('overview', null, from('#/welcome'))
    expect(await one.card('user-permissions')).toBeNull()
    expect((await one.sees()).outcome).toEqual({ kind: 'none', why: 'first-day' })
    await one.ask('overview', null, from('#/checklist'))
    expect(await one.card('user-permissions')).not.toBeNull()
  })

  test('ends when the popup is opened', async () => {
    const one = background({ kept: {} })
    await one.ask('overview', null, from('#/welcome'))
    await one.overview()
    expect(await one.card('user-permissions', undefined, 2)).not.toBeNull()
  })
})
