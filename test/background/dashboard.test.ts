import { describe, expect, test } from 'vitest'
import type { Month } from '../../src/domain/journal/month'
import type { Overview } from '../../src/domain/overview'
import { journalKey } from '../../src/storage/kinds/journal'
import { background, okOf, wellKnown } from '../support/background'
import { answered, checked, takenBack } from '../support/checklist'
import { on } from '../support/time'

const now = on('2026-03-04')

describe('the dashboard asks', () => {
  test('for a month: what was done by the journal, what comes due by the checklist, and nothing is written', async () => {
    const { change, ask, platform } = background({ now })
    await change(checked('two-step-on'))
    await change(answered('user-list-review', { kind: 'snoozed', for: { day: '2026-03-20' } }))
    const before = structuredClone(platform.kept.local)
    const { days } = okOf<Month>(await ask('month', { month: '2026-03' }))
    expect(days.find(({ day }) => day === '2026-03-04')?.entries).toContainEqual({
      item: 'two-step-on',
      is: 'done',
    })
    expect(days.find(({ day }) => day === '2026-03-20')?.entries).toEqual([
      { item: 'user-list-review', is: 'planned' },
    ])
    expect(platform.kept.local).toEqual(before)
  })

  test('for a month with a day that cannot be read, and is told which', async () => {
    const local = { ...wellKnown, [journalKey('2026-03-02')]: 'torn' }
    const { ask } = background({ now, kept: { local, session: {}, alarms: new Map() } })
    const month = okOf<Month>(await ask('month', { month: '2026-03' }))
    expect(month.unreadable).toEqual(['2026-03-02'])
    const other = okOf<Month>(await ask('month', { month: '2026-02' }))
    expect(other.unreadable).toEqual([])
  })

  test('for a month whose last check was taken back in the next one', async () => {
    const { change, ask, platform } = background({ now: on('2026-02-28') })
    const check = checked('two-step-on')
    await change(check)
    const last = async () =>
      okOf<Month>(await ask('month', { month: '2026-02' })).days.find(({ day }) => day === '2026-02-28')
    expect((await last())?.entries).toContainEqual({ item: 'two-step-on', is: 'done' })
    platform.clock(on('2026-03-01'))
    await change(takenBack(check))
    expect((await last())?.entries).toEqual([])
  })

  test('for the year, and gets its twelve months', async () => {
    const { change, ask } = background({ now })
    await change(checked('two-step-on'))
    const { months } = okOf<{ months: { month: string; checks: number }[] }>(
      await ask('year-of-checks', null),
    )
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toEqual({ month: '2026-03', checks: 1 })
  })

  test('what is seen in its tabs, and is told of those alone that had a page', async () => {
    const { visit, ask, sees } = background({ now })
    await visit('home', 'sellercentral.amazon.com', 7)
    const { outcome } = await sees(7)
    expect(okOf(await ask('sees-in', { tabs: [3, 7] }))).toEqual([
      { tab: 7, place: { page: 'home', host: 'sellercentral.amazon.com' }, outcome },
    ])
    expect(okOf(await ask('sees-in', { tabs: [] }))).toEqual([])
  })

  test('for other caps, and for the usual ones again', async () => {
    const { ask, platform } = background({ now })
    const chosen = await ask('choose', { cardsPerDay: 3, cardGapHours: 8 })
    expect(okOf<Overview>(chosen).settings).toMatchObject({ cardsPerDay: 3, cardGapHours: 8 })
    const back = await ask('choose', { cardsPerDay: null, cardGapHours: null })
    expect(okOf<Overview>(back).settings).toEqual({})
    expect(platform.kept.local['settings']).toEqual({ version: 1 })
  })

  test.each([{ cardsPerDay: 0 }, { cardsPerDay: 24 }, { cardGapHours: 0.5 }, { cardGapHours: 1 }])(
    'for caps that are not offered, in vain: %o',
    async (choice) => {
      const { ask } = background({ now })
      expect(await ask('choose', choice)).toEqual({ error: 'refused' })
    },
  )
})
