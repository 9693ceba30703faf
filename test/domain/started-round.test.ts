import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { apply, type Checklist, emptyChecklist, type SellerEvent } from '../../src/domain/checklist'
import { incidentIds } from '../../src/domain/incidents'
import { type ItemId, items } from '../../src/domain/items'
import type { Check } from '../../src/domain/round'
import type { RoundView } from '../../src/domain/round-view'
import {
  applyToRound,
  noticed,
  type RoundAsked,
  type RoundEvent,
  roundView,
  type StartedRound,
  startRound,
} from '../../src/domain/started-round'
import {
  answered,
  checked,
  history,
  later,
  newId,
  reported,
  storeAdded,
  takenBack,
} from '../support/checklist'
import { type Moment, nowAt, on, zones } from '../support/time'

const now = on('2026-03-04')
const asked = items.filter(({ cadence }) => cadence.kind !== 'event')
/** In the order of the round: 2, 5 and 3 minutes. */
const three: ItemId[] = ['two-step-on', 'mailbox-secured', 'user-list-review']
const [first, second, third] = three as [ItemId, ItemId, ItemId]

/** As if everything but these had been checked today. */
const allChecked = (but: readonly ItemId[] = three) =>
  history([now, ...asked.filter(({ id }) => !but.includes(id)).map(({ id }) => checked(id))])

/** A seller with a round under way, who says and presses one thing after another. */
class Seller {
  checklist: Checklist
  round: StartedRound
  private today: Moment

  constructor(checklist: Checklist, round: StartedRound, today: Moment) {
    this.checklist = checklist
    this.round = round
    this.today = today
  }

  private get seen(): RoundView<Check> | undefined {
    return roundView(this.round, this.checklist, this.today)
  }
  view(): RoundView<Check> {
    if (!this.seen) throw new Error('the round is not shown')
    return this.seen
  }
  isShown(): boolean {
    return this.seen !== undefined
  }
  shown() {
    return this.view().current?.check.id
  }
  states(): string[] {
    return this.view().steps.map(({ state, why }) => (why ? `${state}: ${why}` : state))
  }
  say(event: SellerEvent): this {
    this.round = noticed(this.round, event, this.checklist, this.today)
    this.checklist = apply(this.checklist, event, this.today)
    return this
  }
  answer(answer: Answer, check = this.shown()): this {
    return this.say(answered(check as ItemId, answer, this.view().current?.store))
  }
  press(kind: RoundEvent['kind']): this {
    const by = { id: newId(), round: this.round.id }
    return this.send(
      kind === 'skipped' || kind === 'back' ? { ...by, kind, step: this.view().at } : { ...by, kind },
    )
  }
  send(event: RoundEvent): this {
    this.round = applyToRound(this.round, event, this.checklist, this.today)
    return this
  }
  wait(days: number): this {
    this.today = this.today.add({ days })
    return this
  }
}

function seller(list: Checklist = allChecked(), ask: Partial<RoundAsked> = {}, start: Moment = now): Seller {
  const begun = startRound({ round: 'round-1', ...ask }, list, start)
  if (!begun) throw new Error('nothing is due')
  return new Seller(list, begun, start)
}

describe('a round', () => {
  test('asks one check after the other, and tells how far it is', () => {
    const one = seller()
    expect(one.view()).toMatchObject({ kind: 'under-way', place: 1, of: 3, open: 3, minutesLeft: 10 })
    expect(one.shown()).toBe(first)
    one.answer({ kind: 'checked' })
    expect(one.view()).toMatchObject({ kind: 'under-way', place: 2, of: 3, open: 2, minutesLeft: 8 })
    expect(one.shown()).toBe(second)
    one.answer({ kind: 'snoozed', for: 'next-week' }).answer({ kind: 'dismissed' })
    expect(one.view()).toMatchObject({ kind: 'finished', open: 0, minutesLeft: 0 })
    expect(one.view().current).toBeUndefined()
  })

  test('tells at its end what was done, what was put off, and when the next is due', () => {
    const one = seller().answer({ kind: 'checked' }).answer({ kind: 'snoozed', for: 'tomorrow' })
    const { steps, next } = one.press('skipped').view()
    expect(steps).toMatchObject([
      { check: first, state: 'checked' },
      { check: second, state: 'later', until: '2026-03-05' },
      { check: third, state: 'skipped' },
    ])
    expect(next).toBe('2026-03-05')
  })

  test('names the day of the next essential check, not of one that can wait', () => {
    const one = seller(allChecked(['mailbox-rules-check', 'two-step-on']), { minutes: 10 })
    one.answer({ kind: 'checked' }, first).answer({ kind: 'snoozed', for: 'hour' }, 'mailbox-rules-check')
    expect(one.view()).toMatchObject({ kind: 'finished', steps: [{}, { until: '2026-03-04' }] })
    expect(one.view().next).toBe('2026-03-05')
  })

  test('has what the home page counts, and fills a limit of time with the rest', () => {
    const list = allChecked(['two-step-on', 'mailbox-rules-check'])
    const checks = (ask: Partial<RoundAsked>) =>
      seller(list, ask)
        .view()
        .steps.map(({ check }) => check)
    expect(checks({})).toEqual(['two-step-on'])
    expect(checks({ minutes: 10 })).toEqual(['two-step-on', 'mailbox-rules-check'])
    expect(checks({ minutes: 5 })).toEqual(['two-step-on'])
  })

  test('has the rest where the home page counts nothing', () => {
    expect(seller(allChecked(['mailbox-rules-check'])).shown()).toBe('mailbox-rules-check')
  })

  test('of a new seller is the essential checks, without longer work', () => {
    expect(seller(emptyChecklist).view()).toMatchObject({ of: 7, minutesLeft: 25 })
  })

  test('is not started where nothing is due', () => {
    expect(startRound({ round: 'round-1' }, allChecked([]), now)).toBeUndefined()
  })

  test('stopped before its end says so, can be resumed, and asks nothing meanwhile', () => {
    const one = seller().answer({ kind: 'checked' }).press('ended')
    expect(one.view()).toMatchObject({ kind: 'ended', open: 2, canGoBack: false })
    expect(one.shown()).toBeUndefined()
    expect(one.press('resumed').shown()).toBe(second)
  })

  test('is gone once what was done was put away, and comes back', () => {
    const one = seller().press('ended').press('closed')
    expect(one.isShown()).toBe(false)
    expect(one.press('resumed').shown()).toBe(first)
  })
})

describe('skip, back and undo', () => {
  test('a check that was skipped is asked again after going back', () => {
    const one = seller().press('skipped')
    expect(one.shown()).toBe(second)
    expect(one.states()).toEqual(['skipped', 'open', 'open'])
    one.press('back')
    expect([one.shown(), one.view().open]).toEqual([first, 3])
  })

  test('going back to an answer shows it, and skip returns to where the seller was', () => {
    const one = seller().answer({ kind: 'checked' }).answer({ kind: 'checked' }).press('back').press('back')
    expect(one.view().current).toMatchObject({ check: { id: first }, state: 'checked' })
    expect(one.view().canGoBack).toBe(false)
    expect(one.press('skipped').press('skipped').shown()).toBe(third)
    expect(one.states()).toEqual(['checked', 'checked', 'open'])
  })

  test('there is no way back from the first check', () => {
    const one = seller()
    expect(one.view().canGoBack).toBe(false)
    expect(one.press('back').shown()).toBe(first)
  })

  test('an answer that is undone is asked again at once', () => {
    const given = checked(first)
    const one = seller().say(given).say(takenBack(given))
    expect([one.shown(), one.view().open]).toEqual([first, 3])
  })

  test('the last answer can be undone at the end', () => {
    const given = checked(third)
    const one = seller().answer({ kind: 'checked' }).answer({ kind: 'checked' }).say(given)
    expect(one.view().kind).toBe('finished')
    expect(one.say(takenBack(given)).shown()).toBe(third)
  })

  test('another answer to a check that was gone back to counts instead', () => {
    const one = seller()
      .answer({ kind: 'checked' })
      .press('back')
      .answer({ kind: 'snoozed', for: 'tomorrow' })
    expect(one.states()).toEqual(['later', 'open', 'open'])
    expect(one.shown()).toBe(second)
  })

  test('a press that comes twice, or from a page that is behind, counts once', () => {
    const one = seller()
    const skip = { id: 'event-x', round: 'round-1', kind: 'skipped', step: 0 } as const
    one
      .send(skip)
      .send(skip)
      .send({ ...skip, id: 'event-y' })
    expect(one.shown()).toBe(second)
    one.send({ ...skip, id: 'event-z', round: 'round-0', step: 1 })
    expect(one.shown()).toBe(second)
    one.answer({ kind: 'checked' }).send({ ...skip, id: 'event-0' })
    expect(one.shown()).toBe(third)
  })

  test('a stop that is sent again after the round was resumed stops nothing', () => {
    const stop = { id: 'event-x', round: 'round-1', kind: 'ended' } as const
    expect(seller().send(stop).press('resumed').send(stop).shown()).toBe(first)
  })

  test('an undo of an earlier answer does not open what was answered since', () => {
    const given = checked(first)
    const one = seller().say(given).press('back').answer({ kind: 'snoozed', for: 'tomorrow' })
    one.round = noticed(one.round, takenBack(given), one.checklist, now)
    expect(one.states()).toEqual(['later', 'open', 'open'])
  })

  test('an answer after the round was stopped is no part of it', () => {
    const one = seller().press('ended').answer({ kind: 'checked' }, first)
    expect(one.round.steps.some(({ outcome }) => outcome)).toBe(false)
    expect(one.states()).toEqual(['left: answered', 'open', 'open'])
  })
})

describe('what happens elsewhere while a round is under way', () => {
  test('a check that is answered elsewhere leaves the round, which says so', () => {
    const one = seller().answer({ kind: 'checked' }, second)
    expect(one.states()).toEqual(['open', 'left: answered', 'open'])
    expect(one.view()).toMatchObject({ place: 1, of: 2, open: 2, minutesLeft: 5 })
    one.answer({ kind: 'checked' })
    expect(one.shown()).toBe(third)
    expect(one.view()).toMatchObject({ place: 2, of: 2 })
  })

  test('one that is put off or does not apply elsewhere leaves it', () => {
    const one = seller()
      .answer({ kind: 'snoozed', for: 'tomorrow' }, second)
      .answer({ kind: 'dismissed' }, third)
    expect(one.states()).toEqual(['open', 'left: paused', 'left: paused'])
  })

  test('a second answer, given elsewhere, leaves what the round was told', () => {
    const one = seller().answer({ kind: 'checked' }).answer({ kind: 'snoozed', for: 'tomorrow' })
    const again = checked(second)
    one.say(checked(first)).say(again)
    expect(one.states()).toEqual(['checked', 'later', 'open'])
    expect(one.view()).toMatchObject({ place: 3, of: 3, open: 1 })
    one.say(takenBack(again))
    expect(one.states()).toEqual(['checked', 'later', 'open'])
    // What was only skipped has no answer yet.
    const other = seller().press('skipped').answer({ kind: 'checked' }, first)
    expect(other.states()).toEqual(['left: answered', 'open', 'open'])
  })

  test('an answer elsewhere that is undone brings it back', () => {
    const given = checked(second)
    const one = seller().say(given).say(takenBack(given))
    expect([one.states(), one.shown()]).toEqual([['open', 'open', 'open'], first])
  })

  test('one that comes back after the round has passed it is asked at the end', () => {
    const given = checked(second)
    const one = seller().say(given).answer({ kind: 'checked' }).say(takenBack(given))
    expect(one.shown()).toBe(third)
    expect(one.answer({ kind: 'checked' }).shown()).toBe(second)
    expect(one.answer({ kind: 'checked' }).view().kind).toBe('finished')
  })

  test('an answer to the check that is shown is the answer of the round, wherever it is given', () => {
    expect(seller().say(checked(first)).states()).toEqual(['checked', 'open', 'open'])
  })

  test('a note, or another interval, leaves the round as the state then says', () => {
    const one = seller().answer({ kind: 'noted', note: 'ask Ana' })
    expect(one.shown()).toBe(first)
    one.answer({ kind: 'paced', every: 'off' }, second)
    expect(one.states()).toEqual(['open', 'left: paused', 'open'])
  })

  test('checks of a store that is archived leave, and return with it', () => {
    const list = later(allChecked(), [now, storeAdded('store-2', 'login-2')])
    const one = seller(list, { stores: ['store-1', 'store-2'] })
    const before = one.states()
    one.say({ id: newId(), store: 'store-1', kind: 'store-removed' })
    expect(one.states().slice(0, 3)).toEqual(['left: archived', 'left: archived', 'left: archived'])
    expect(one.view().current?.store).toBe('store-2')
    expect(one.say({ id: newId(), store: 'store-1', kind: 'store-restored' }).states()).toEqual(before)
  })

  test('checks that an import settled leave, the others stay', () => {
    const one = seller()
    one.checklist = later(one.checklist, [now, checked(second)])
    one.round = { ...one.round, imported: '2026-03-04' }
    expect(one.states()).toEqual(['open', 'left: imported', 'open'])
  })

  test('a check whose record cannot be read is not asked, and not called done', () => {
    const unread = { records: new Map([['login-1/two-step-on', 'damaged' as const]]), stores: false }
    const { [`login-1/${first}`]: _gone, ...records } = allChecked().records
    const one = seller()
    one.checklist = { ...one.checklist, records, unread }
    expect(one.states()).toEqual(['left: unreadable', 'open', 'open'])
    expect(one.shown()).toBe(second)
  })

  test('a check that another interval makes due later leaves, and is not called answered', () => {
    const list = later(allChecked(), [now.subtract({ days: 100 }), checked(second)])
    const one = seller(list).answer({ kind: 'paced', every: 200 }, second)
    expect(one.states()).toEqual(['open', 'left: not-due', 'open'])
  })

  test('a check that the shop no longer has leaves', () => {
    const one = seller().say({
      id: newId(),
      store: 'store-1',
      kind: 'profile-answered',
      profile: { plan: 'individual' },
    })
    expect(one.states()).toEqual(['open', 'open', 'left: gone'])
  })

  test('a check that comes due again is not asked a second time', () => {
    const one = seller().answer({ kind: 'snoozed', for: 'hour' }).wait(1)
    expect(one.states()).toEqual(['later', 'open', 'open'])
    expect(one.shown()).toBe(second)
  })
})

describe('over days', () => {
  test.each(zones)('midnight drops nothing that was begun, in %s', (zone) => {
    const late = nowAt(Date.parse('2026-03-04T12:00Z'), zone).with({ hour: 23, minute: 59 })
    const list = history([
      late,
      ...asked.filter(({ id }) => !three.includes(id)).map(({ id }) => checked(id)),
    ])
    const one = seller(list, {}, late).answer({ kind: 'checked' }).wait(1)
    expect(one.view()).toMatchObject({ kind: 'under-way', on: late.toPlainDate().toString(), open: 2 })
    expect(one.shown()).toBe(second)
    expect(one.answer({ kind: 'checked' }).answer({ kind: 'checked' }).view().kind).toBe('finished')
  })

  test('a round that is over is shown until the day ends, and no longer', () => {
    const one = seller().answer({ kind: 'checked' }).press('skipped').press('skipped')
    expect(one.isShown()).toBe(true)
    expect(one.wait(1).isShown()).toBe(false)
    expect(seller().press('ended').wait(1).isShown()).toBe(false)
    expect(seller().wait(30).isShown()).toBe(true)
  })
})

describe('several stores', () => {
  const two = later(allChecked([...three]), [now, storeAdded('store-2', 'login-2', 'Second')])
  const shared = later(allChecked([...three]), [now, storeAdded('store-2', 'login-1', 'Second')])

  test('go store by store, or with the same check through all', () => {
    const stores = (ask: Partial<RoundAsked>) =>
      seller(two, { stores: ['store-1', 'store-2'], ...ask })
        .view()
        .steps.filter(({ check }) => three.includes(check as ItemId))
        .map(({ store, check }) => `${store} ${check}`)
    expect(stores({})).toEqual([
      ...three.map((check) => `store-1 ${check}`),
      ...three.map((check) => `store-2 ${check}`),
    ])
    expect(stores({ order: 'check' })).toEqual(
      three.flatMap((check) => [`store-1 ${check}`, `store-2 ${check}`]),
    )
  })

  test('what one answer settles for both is asked once', () => {
    const steps = seller(shared, { stores: ['store-1', 'store-2'] }).view().steps
    expect(steps.filter(({ check }) => check === 'two-step-on')).toHaveLength(1)
    expect(steps.filter(({ check }) => check === 'user-list-review')).toHaveLength(2)
  })

  test('an answer for the other store with the same login settles it', () => {
    expect(seller(shared).say(checked('two-step-on', 'store-2')).states()[0]).toBe('checked')
  })

  test('without a choice it is the store that is shown', () => {
    expect(
      new Set(
        seller(two)
          .view()
          .steps.map(({ store }) => store),
      ),
    ).toEqual(new Set(['store-2']))
  })
})

describe('whatever the seller does', () => {
  type Move =
    | 'answer'
    | 'elsewhere'
    | 'skip'
    | 'back'
    | 'undo'
    | 'report'
    | 'midnight'
    | 'archive'
    | 'restore'
  const moves = fc.array(
    fc.record({
      move: fc.constantFrom<Move>(
        ...(['answer', 'answer', 'elsewhere', 'skip', 'back', 'undo', 'report'] as const),
        ...(['midnight', 'archive', 'restore'] as const),
      ),
      answer: fc.constantFrom<Answer>(
        { kind: 'checked' },
        { kind: 'snoozed', for: 'hour' },
        { kind: 'snoozed', for: 'tomorrow' },
        { kind: 'dismissed' },
        { kind: 'handled-elsewhere', by: 'Ana' },
        { kind: 'noted', note: 'ask Ana' },
        { kind: 'paced', every: 'off' },
        { kind: 'restored' },
      ),
      check: fc.constantFrom(...items.map(({ id }) => id)),
      what: fc.constantFrom(...incidentIds),
      store: fc.constantFrom('store-1', 'store-2'),
    }),
    { maxLength: 40 },
  )
  const start = fc.record({
    zone: fc.constantFrom(...zones),
    done: fc.subarray(asked.map(({ id }) => id)),
    order: fc.constantFrom('store' as const, 'check' as const),
    minutes: fc.option(fc.constantFrom(5, 10, 20), { nil: undefined }),
  })

  type Made<A> = A extends fc.Arbitrary<infer Value> ? Value : never

  function begun({ zone, done, order, minutes }: Made<typeof start>) {
    const today = nowAt(Date.parse('2026-03-04T12:00Z'), zone)
    const list = history([
      today,
      storeAdded('store-2', 'login-2'),
      ...done.flatMap((id) => [checked(id), checked(id, 'store-2')]),
    ])
    const ask = { order, stores: ['store-1', 'store-2'], ...(minutes ? { minutes } : {}) }
    const isDue = startRound({ round: 'round-1', ...ask }, list, today) !== undefined
    return isDue ? seller(list, ask, today) : undefined
  }

  function make(
    one: Seller,
    { move, answer, check, what, store }: Made<typeof moves>[number],
    given: SellerEvent[],
  ): void {
    if (!one.isShown()) return
    const { current } = one.view()
    const say = (event: SellerEvent) => {
      given.push(event)
      one.say(event)
    }
    switch (move) {
      case 'answer':
        if (current) say(answered(current.check.id as ItemId, answer, current.store))
        return
      case 'elsewhere':
        say(answered(check, answer, store))
        return
      case 'skip':
        void one.press('skipped')
        return
      case 'back':
        void one.press('back')
        return
      case 'undo': {
        const last = given.findLast((event) => event.kind === 'answered')
        if (last) one.say(takenBack(last))
        return
      }
      case 'report':
        void one.say(reported(what, store))
        return
      case 'midnight':
        void one.wait(1)
        return
      case 'archive':
        void one.say({ id: newId(), store: 'store-2', kind: 'store-removed' })
        return
      case 'restore':
        void one.say({ id: newId(), store: 'store-2', kind: 'store-restored' })
        return
    }
  }

  test('a round ends, and asks nothing twice', () => {
    fc.assert(
      fc.property(start, moves, (from, done) => {
        const one = begun(from)
        if (!one) return
        const given: SellerEvent[] = []
        for (const step of done) make(one, step, given)
        const seen = new Set<number>()
        let presses = 0
        while (one.isShown() && one.view().kind === 'under-way') {
          const { at, current, steps } = one.view()
          if (current?.state === 'open') {
            expect(seen.has(at)).toBe(false)
            seen.add(at)
            one.answer({ kind: 'checked' })
          } else one.press('skipped')
          presses += 1
          expect(presses).toBeLessThanOrEqual(2 * steps.length)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('what is shown is open or was answered here, and the figures agree', () => {
    fc.assert(
      fc.property(start, moves, (from, done) => {
        const one = begun(from)
        const given: SellerEvent[] = []
        for (const step of done) {
          if (!one) return
          make(one, step, given)
          if (!one.isShown()) return
          const { steps, current, at, place, of, open, kind, minutesLeft } = one.view()
          expect(current?.state).not.toBe('left')
          expect(current === undefined).toBe(at === steps.length)
          expect(open).toBe(steps.filter(({ state }) => state === 'open').length)
          expect(of).toBe(steps.filter(({ state }) => state !== 'left').length)
          expect(minutesLeft === 0).toBe(open === 0)
          expect(place).toBeLessThanOrEqual(of)
          expect(kind).toBe(open === 0 ? 'finished' : 'under-way')
          if (open > 0) expect(current).toBeDefined()
        }
      }),
      { numRuns: 30 },
    )
  })

  test('back after skip shows the same check, and skip after back too', () => {
    fc.assert(
      fc.property(start, moves, (from, done) => {
        const one = begun(from)
        if (!one) return
        const given: SellerEvent[] = []
        for (const step of done) make(one, step, given)
        if (!one.isShown()) return
        const { at, current, canGoBack } = one.view()
        if (current) {
          one.press('skipped')
          if (one.isShown() && one.view().at > at) expect(one.press('back').view().at).toBe(at)
          else return
        }
        if (canGoBack) expect(one.press('back').press('skipped').view().at).toBe(at)
      }),
      { numRuns: 30 },
    )
  })
})
