import { describe, expect, test } from 'vitest'
import type { RunEvent } from '../../src/domain/playbooks/playbook'
import { again, background, wellKnown } from '../support/background'
import { answered, checked, newId, storeAdded, takenBack } from '../support/checklist'
import { english } from '../support/i18n'
import type { FakePlatform } from '../support/platform'
import { at, type Moment, on } from '../support/time'

/** A seller who has turned desktop notifications on, and whose browser allows them. */
async function told(now: Moment = on('2026-03-04')) {
  const one = background({
    now,
    kept: { local: structuredClone(wellKnown), allowed: new Set(['notifications']) },
  })
  await one.ask('choose', { notifications: true })
  return one
}

async function rings(platform: FakePlatform, when: Moment): Promise<void> {
  platform.clock(when)
  platform.ring('promise')
  await platform.settled()
}
const snooze = (item: Parameters<typeof answered>[0] = 'two-step-on', store?: string) =>
  answered(item, { kind: 'snoozed', for: 'hour' }, store)

describe('a promised time', () => {
  test('brings one notification when it comes, and none before', async () => {
    const { change, platform } = await told()
    await change(snooze())
    await rings(platform, at('2026-03-04 10:59'))
    expect(platform.notifications.shown).toEqual([])
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([
      { title: english.notification_title, message: english.notification_text },
    ])
  })

  test('that was given on a card counts as well', async () => {
    const { answerCard, platform } = await told()
    await answerCard('two-step-on', { kind: 'snoozed', for: 'hour' })
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toHaveLength(1)
  })

  test('that was given for a promised measure counts as well', async () => {
    const { change, platform } = await told()
    const measure = { id: 'own-1', title: 'x', every: 7, origin: { name: 'x', on: '2026-03-01' } } as const
    await change({ id: newId(), store: 'store-1', kind: 'measure-promised', measure })
    const answer = { kind: 'snoozed', for: 'hour' } as const
    await change({ id: newId(), store: 'store-1', kind: 'answered', item: measure.id, answer })
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toHaveLength(1)
  })

  test('is told once, however often it is looked at, by whatever worker', async () => {
    const { change, platform } = await told()
    await change(snooze())
    for (const minute of ['00', '01', '30']) await rings(platform, at(`2026-03-04 11:${minute}`))
    await change(checked('mailbox-secured'))
    expect(platform.notifications.shown).toHaveLength(1)
    platform.kill()
    const next = again(platform)
    await next.platform.settled()
    await rings(next.platform, at('2026-03-04 12:00'))
    expect(next.platform.notifications.shown).toEqual([])
  })

  test('is told once, also when the browser starts again right after', async () => {
    const first = await told()
    await first.change(snooze())
    await rings(first.platform, at('2026-03-04 11:00'))
    expect(first.platform.notifications.shown).toHaveLength(1)
    first.platform.kill()
    const next = background({ kept: { ...first.platform.kept, session: {} }, now: at('2026-03-04 11:10') })
    next.platform.browserStarts()
    await next.platform.settled()
    expect(next.platform.notifications.shown).toEqual([])
    await next.change(snooze('mailbox-secured'))
    await rings(next.platform, at('2026-03-04 12:10'))
    expect(next.platform.notifications.shown).toHaveLength(1)
  })

  test('is not told where a later version keeps what was told, and that is not written over', async () => {
    const { change, platform } = await told()
    await change(snooze())
    const later = { version: 2, told: 'everything' }
    platform.kept.local['showings'] = later
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
    expect(platform.kept.local['showings']).toEqual(later)
  })

  test('told by a clock that was ahead, the next is told nevertheless', async () => {
    const { change, platform } = await told(at('2028-03-04 10:00'))
    await change(snooze())
    await rings(platform, at('2028-03-04 11:00'))
    platform.clock(at('2026-03-04 10:00'))
    await change(snooze('mailbox-secured'))
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toHaveLength(2)
  })

  test('several at one moment are one notification; a later one is another', async () => {
    const { change, platform } = await told()
    await change(snooze('two-step-on'))
    await change(snooze('mailbox-secured'))
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toHaveLength(1)
    await change(snooze('user-list-review'))
    await rings(platform, at('2026-03-04 12:00'))
    expect(platform.notifications.shown).toHaveLength(2)
  })

  test('what two stores share is told once', async () => {
    const { change, platform } = await told()
    await change(storeAdded('store-2', 'login-1'))
    await change(snooze('two-step-on', 'store-2'))
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toHaveLength(1)
  })

  test('of a store that was taken off the list is not told', async () => {
    const { change, platform } = await told()
    await change(storeAdded('store-2', 'login-2'))
    await change(snooze('user-list-review', 'store-2'))
    await change({ id: newId(), store: 'store-2', kind: 'store-removed' })
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
  })

  test.each([
    ['done before', () => checked('two-step-on')],
    ['refused before', () => answered('two-step-on', { kind: 'dismissed' })],
    ['taken back', takenBack],
  ])('%s: not told', async (_, after) => {
    const { change, platform } = await told()
    const snoozed = snooze()
    await change(snoozed)
    await change(after(snoozed))
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
  })

  test.each([
    ['five hours 59 minutes', '16:59', 1],
    ['six hours', '17:00', 0],
  ])('that came while the computer slept, %s ago, is told: %s %d', async (_, clock, times) => {
    const { change, platform } = await told()
    await change(snooze())
    platform.clock(at(`2026-03-04 ${clock}`))
    platform.ring('tick')
    await platform.settled()
    expect(platform.notifications.shown).toHaveLength(times)
  })

  test.each([
    ['in the quiet hours', '2026-03-04 20:30', 'before their end', '2026-03-05 07:59', 0],
    ['in the quiet hours', '2026-03-04 20:30', 'at their end', '2026-03-05 08:00', 1],
    ['in the quiet hours', '2026-03-04 20:30', 'with the next tick', '2026-03-05 08:29', 1],
    [
      'when they begin, in the night that the clocks go back',
      '2026-10-24 20:00',
      'at their end',
      '2026-10-25 08:00',
      1,
    ],
    ['in sleep, just before them', '2026-03-04 19:30', 'at their end', '2026-03-05 08:00', 1],
    ['in sleep, six hours before them', '2026-03-04 14:00', 'at their end', '2026-03-05 08:00', 0],
  ])('that came %s (%s), %s (%s), is told: %d', async (_, came, __, looked, times) => {
    const { ask, change, platform } = await told(at(came).subtract({ hours: 1 }))
    await ask('choose', { quietHours: { from: 20, to: 8 } })
    await change(snooze())
    for (const when of [looked, looked]) {
      platform.clock(at(when))
      platform.ring('tick')
      await platform.settled()
    }
    expect(platform.notifications.shown).toHaveLength(times)
  })

  test('names no item and no store, whatever the seller has typed', async () => {
    const { change, platform } = await told()
    await change({ id: newId(), store: 'store-1', kind: 'store-named', name: 'Geheimladen' })
    await change(answered('two-step-on', { kind: 'noted', note: 'frag-Ana' }))
    await change(snooze())
    await rings(platform, at('2026-03-04 11:00'))
    const said = JSON.stringify(platform.notifications.shown)
    for (const secret of ['Geheimladen', 'frag-Ana', english.item_two_step_on_title])
      expect(said).not.toContain(secret)
    expect(`${english.notification_title} ${english.notification_text}`).not.toMatch(/\{/)
  })
})

describe('notifications', () => {
  test('are off unless turned on', async () => {
    const { change, platform } = background({
      kept: { local: structuredClone(wellKnown), allowed: new Set(['notifications']) },
    })
    await change(snooze())
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
    expect(platform.kept.once.has('promise')).toBe(false)
  })

  test('are not shown where the browser no longer allows them', async () => {
    const { change, platform } = await told()
    await change(snooze())
    platform.revoke('notifications')
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
    expect(platform.badge.text).toBe('9')
  })

  test('turned off again say nothing', async () => {
    const { ask, change, platform } = await told()
    await change(snooze())
    await ask('choose', { notifications: false })
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.notifications.shown).toEqual([])
  })

  test('are about nothing but promises: not about what falls due', async () => {
    const { change, platform } = await told()
    await change(checked('deposit-check-before-payout'))
    await rings(platform, on('2026-06-04'))
    expect(platform.notifications.shown).toEqual([])
  })

  test('set aside what cannot be read where they are noted', async () => {
    const { change, platform } = await told()
    await change(snooze())
    platform.kept.local['showings'] = 'torn'
    platform.clock(at('2026-03-04 11:00'))
    await change(checked('user-list-review'))
    expect(platform.notifications.shown).toHaveLength(1)
    expect(platform.kept.local['damaged/showings']).toBe('torn')
  })

  test('pressed, open the dashboard', async () => {
    const { platform } = await told()
    platform.notifications.click()
    await platform.settled()
    expect(platform.dashboards).toEqual(['#/checklist'])
  })

  test('that fail do not fail an answer', async () => {
    const { change, answerCard, statusOf, platform } = await told()
    await change(snooze())
    platform.notifications.fail()
    platform.clock(at('2026-03-04 11:00'))
    expect(await change(checked('mailbox-secured'))).toHaveProperty('ok')
    expect(await answerCard('user-list-review', { kind: 'snoozed', for: 'tomorrow' })).toHaveProperty('ok')
    expect((await statusOf('mailbox-secured'))?.kind).toBe('up-to-date')
  })

  test('an alarm that cannot be set does not fail an answer either', async () => {
    const { change, platform } = await told()
    platform.alarms.createAt = () => Promise.reject(new Error('no alarms'))
    expect(await change(snooze())).toHaveProperty('ok')
  })
})

describe('a date of a playbook', () => {
  const begin = async ({ ask }: Awaited<ReturnType<typeof told>>, from: string) => {
    const run = { run: 'run-1', playbook: 'offboarding', store: 'store-1', from } as const
    expect(await ask('start-playbook', run)).toHaveProperty('ok')
  }

  test('is told at nine on its day, once, and names nothing', async () => {
    const one = await told()
    await begin(one, '2026-03-06')
    await rings(one.platform, at('2026-03-06 08:59'))
    expect(one.platform.notifications.shown).toEqual([])
    expect(one.platform.kept.once.get('promise')).toBe(at('2026-03-06 09:00').epochMilliseconds)
    for (const time of ['09:00', '09:30']) await rings(one.platform, at(`2026-03-06 ${time}`))
    expect(one.platform.notifications.shown).toEqual([
      { title: english.notification_title, message: english.notification_date },
    ])
  })

  test.each<[string, RunEvent]>([
    ['that is met', { id: 'e-1', run: 'run-1', kind: 'met', clock: 'last-day' }],
    ['of a playbook that was closed', { id: 'e-1', run: 'run-1', kind: 'closed', outcome: 'solved' }],
    ['that was moved', { id: 'e-1', run: 'run-1', kind: 'told', clock: 'last-day', day: '2026-03-09' }],
  ])('%s is not', async (_, event) => {
    const one = await told()
    await begin(one, '2026-03-06')
    expect(await one.ask('change-run', event)).toHaveProperty('ok')
    await rings(one.platform, at('2026-03-06 09:00'))
    expect(one.platform.notifications.shown).toEqual([])
  })

  test('that was kept on its very day, after nine, is not: the seller has just seen it', async () => {
    const one = await told(at('2026-03-06 10:00'))
    await begin(one, '2026-03-06')
    await rings(one.platform, at('2026-03-06 10:30'))
    expect(one.platform.notifications.shown).toEqual([])
  })

  test('of a store that was taken off the list, or that cannot be read, is not; a promise beside it is', async () => {
    const one = await told()
    await begin(one, '2026-03-06')
    await one.change(storeAdded('store-2', 'login-2'))
    await one.change({ id: newId(), store: 'store-1', kind: 'store-removed' })
    one.platform.kept.local['run/torn'] = 'torn'
    await one.change(answered('two-step-on', { kind: 'snoozed', for: { day: '2026-03-06' } }, 'store-2'))
    await rings(one.platform, at('2026-03-06 09:00'))
    expect(one.platform.notifications.shown.map(({ message }) => message)).toEqual([
      english.notification_text,
    ])
  })
})

describe('the alarm', () => {
  const ringsAt = (platform: FakePlatform) => platform.kept.once.get('promise')

  test('is for the next promise', async () => {
    const { change, platform } = await told()
    await change(answered('mailbox-secured', { kind: 'snoozed', for: 'tomorrow' }))
    expect(ringsAt(platform)).toBe(at('2026-03-05 09:00').epochMilliseconds)
    await change(snooze())
    expect(ringsAt(platform)).toBe(at('2026-03-04 11:00').epochMilliseconds)
    await rings(platform, at('2026-03-04 11:00'))
    expect(ringsAt(platform)).toBe(at('2026-03-05 09:00').epochMilliseconds)
  })

  test('is not set for a promise more than a day ahead; the tick finds it in time', async () => {
    const { change, platform } = await told()
    await change(answered('two-step-on', { kind: 'snoozed', for: { day: '2026-08-01' } }))
    expect(ringsAt(platform)).toBeUndefined()
    platform.clock(at('2026-07-31 09:30'))
    platform.ring('tick')
    await platform.settled()
    expect(ringsAt(platform)).toBe(at('2026-08-01 09:00').epochMilliseconds)
    await rings(platform, at('2026-08-01 09:00'))
    expect(platform.notifications.shown).toHaveLength(1)
  })

  test('is set by a worker that starts anew, and when notifications are turned on', async () => {
    const first = background({
      kept: { local: structuredClone(wellKnown), allowed: new Set(['notifications']) },
    })
    await first.change(snooze())
    expect(ringsAt(first.platform)).toBeUndefined()
    await first.ask('choose', { notifications: true })
    expect(ringsAt(first.platform)).toBe(at('2026-03-04 11:00').epochMilliseconds)
    first.platform.kept.once.clear()
    first.platform.kill()
    const second = again(first.platform)
    await second.platform.settled()
    expect(ringsAt(second.platform)).toBe(at('2026-03-04 11:00').epochMilliseconds)
  })

  test('redraws the badge as the tick does', async () => {
    const { change, platform } = await told()
    await change(snooze())
    expect(platform.badge.text).toBe('8')
    await rings(platform, at('2026-03-04 11:00'))
    expect(platform.badge.text).toBe('9')
  })
})

describe('an essential check that has been due for two weeks', () => {
  /** A seller who wants to hear of it, and then stays away; the ticks alone go on. */
  async function away(chosen: { longDueNotifications?: boolean; notifications?: boolean }) {
    const one = background({
      now: on('2026-03-04'),
      kept: { local: structuredClone(wellKnown), allowed: new Set(['notifications']) },
    })
    await one.ask('choose', chosen)
    const said = one.platform.notifications.shown
    return { ...one, said }
  }
  async function ticks(platform: FakePlatform, when: Moment): Promise<void> {
    platform.clock(when)
    platform.ring('tick')
    await platform.settled()
  }

  test('is told, naming no check and no store, and again after a week', async () => {
    const { platform, said } = await away({ longDueNotifications: true })
    await ticks(platform, on('2026-03-17'))
    expect(said).toEqual([])
    for (const day of ['2026-03-18', '2026-03-18', '2026-03-20', '2026-03-24']) await ticks(platform, on(day))
    expect(said).toEqual([{ title: english.notification_title, message: english.notification_long_due }])
    await ticks(platform, on('2026-03-25'))
    expect(said).toHaveLength(2)
  })

  test('is told to nobody who has not asked for it, and without the permission to nobody', async () => {
    const other = await away({ notifications: true })
    await ticks(other.platform, on('2026-03-25'))
    expect(other.said).toEqual([])
    const revoked = await away({ longDueNotifications: true })
    revoked.platform.kept.allowed?.delete('notifications')
    await ticks(revoked.platform, on('2026-03-25'))
    expect(revoked.said).toEqual([])
  })

  test('waits for the end of the quiet hours and of a pause', async () => {
    const { platform, said, ask } = await away({ longDueNotifications: true })
    await ask('choose', { quietHours: { from: 20, to: 8 } })
    await ticks(platform, at('2026-03-18 21:00'))
    expect(said).toEqual([])
    await ask('pause', { for: 'told' })
    await ticks(platform, at('2026-03-19 09:00'))
    expect(said).toEqual([])
    await ask('pause', { for: null })
    await ticks(platform, at('2026-03-19 09:30'))
    expect(said).toHaveLength(1)
  })

  test('is counted on over the ends of the worker and of the browser', async () => {
    const first = await away({ longDueNotifications: true })
    await ticks(first.platform, on('2026-03-10'))
    first.platform.kill()
    const next = background({ kept: { ...first.platform.kept, session: {} }, now: on('2026-03-18') })
    next.platform.browserStarts()
    await next.platform.settled()
    expect(next.platform.notifications.shown).toHaveLength(1)
    next.platform.kill()
    const last = background({ kept: { ...next.platform.kept, session: {} }, now: on('2026-03-19') })
    last.platform.browserStarts()
    await last.platform.settled()
    expect(last.platform.notifications.shown).toEqual([])
  })

  test('that fails to be told does not keep a planned time from being told', async () => {
    const { platform, said, change, ask } = await away({ longDueNotifications: true })
    await ask('choose', { notifications: true })
    platform.kept.local['showings'] = {
      ...(platform.kept.local['showings'] as object),
      longDue: { seen: {}, told: '2026-03-01' },
    }
    await change(snooze())
    await rings(platform, at('2026-03-04 11:00'))
    expect(said.map(({ message }) => message)).toEqual([english.notification_text])
  })
})
