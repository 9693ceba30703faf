import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { start } from '../../src/background/start'
import type { Platform } from '../../src/browser/platform'
import type { Overview } from '../../src/domain/overview'
import type { GivingChoices } from '../../src/domain/stored-data/giving'
import type { Reply } from '../../src/messages/protocol'
import { createBackups } from '../../src/storage/backup-database'
import { contentsOf } from '../../src/storage/contents'
import { encodeExport } from '../../src/storage/export-file'
import { anyPolicy } from '../support/any-policy'
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'
import { fakePlatform, onPage, ownPage } from '../support/platform'
import { damage, message, stores } from '../support/seller-messages'
import { freshDatabase } from '../support/whole'

/** A browser whose permissions fail as often as not, and the background in it. */
function flaky(local: Record<string, unknown>, failing: boolean, policy?: unknown) {
  const fake = fakePlatform({ kept: { local: structuredClone(local), session: {} } })
  fake.managed.settle(policy)
  const fail = async (): Promise<never> => {
    throw new Error('the permissions are gone')
  }
  const platform: Platform = failing
    ? {
        ...fake,
        withheld: fail,
        loginPages: { granted: fail, runOn: fail },
        notifications: { ...fake.notifications, allowed: fail },
      }
    : fake
  freshDatabase()
  start(platform, createBackups(fake.wait))
  const ask = async (request: string, argument: unknown, from = 'own page', tab = 1) =>
    (await fake.send(
      { request, argument: structuredClone(argument) },
      from === 'own page' ? ownPage : onPage('sellercentral.amazon.com', tab),
    )) as Reply | undefined
  return { fake, ask }
}

/** Most browsers have none. */
const policy = fc.option(anyPolicy, { nil: undefined, freq: 2 })

function adds({ counted, stores, store }: Overview): void {
  const present = stores.filter(({ removed }) => removed === undefined)
  expect(counted).toBeGreaterThanOrEqual(store.counted)
  expect(counted).toBeLessThanOrEqual(present.reduce((sum, one) => sum + one.counted, 0))
  for (const one of present) expect(one.shared).toBeLessThanOrEqual(one.counted)
}

describe('fuzz', () => {
  test('accepted messages: each is answered in a word, and what they leave can be read, shown and exported', {
    timeout: fuzzTimeout,
  }, async () => {
    let messages = 0
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 5, maxLength: 60 }),
        damage,
        fc.boolean(),
        fc.boolean(),
        policy,
        policy,
        async (all, broken, isDamaged, failing, given, later) => {
          const { fake, ask } = flaky(isDamaged ? broken : {}, failing, given)
          await fake.settled()
          for (const [at, { request, argument, from, tab }] of [...stores, ...all].entries()) {
            if (at === 10) fake.managed.set(later)
            const reply = await ask(request, argument, from, tab)
            messages += 1
            if (reply && 'ok' in reply) accepted += 1
            else if (reply?.error === 'unexpected')
              throw new Error(`unexpected: ${JSON.stringify({ request, argument })}`)
          }
          const view = await ask('overview', null)
          if (!view || !('ok' in view)) throw new Error(`no overview but ${JSON.stringify(view)}`)
          adds(view.ok as Overview)
          for (const request of ['data', 'report', 'calendar', 'registers', 'drafts', 'runs', 'raw'])
            expect(await ask(request, null)).toHaveProperty('ok')
          // What was written by us is no damage.
          if (!isDamaged) expect([...contentsOf(fake.kept.local).damaged.keys()]).toEqual([])
        },
      ),
      fuzzing(25, 0.3),
    )
    tried('messages', messages)
    expect(accepted).toBeGreaterThan(messages / 3)
  })

  test('files of all sizes: refused with a reason or taken, and what is taken is shown', {
    timeout: fuzzTimeout,
  }, async () => {
    let files = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 15 }),
        damage,
        fc.constantFrom('merge', 'replace'),
        fc.oneof({ weight: 30, arbitrary: fc.nat(2_000) }, { weight: 1, arbitrary: fc.nat(9_000_000) }),
        async (all, odd, mode, size) => {
          const writer = flaky({}, false)
          for (const { request, argument, from, tab } of all) await writer.ask(request, argument, from, tab)
          const { fake, ask } = flaky(writer.fake.kept.local, false)
          const raw = { ...writer.fake.kept.local, ...odd, 'later/filler': 'x'.repeat(size) }
          const text = encodeExport(raw, '2026-03-04')
          const pieces = Math.max(1, Math.ceil(text.length / 250_000))
          for (let index = 0; index < pieces; index += 1)
            await ask('import-piece', {
              file: 'file-1',
              index,
              text: text.slice(index * 250_000, (index + 1) * 250_000),
            })
          files += 1
          const before = structuredClone(fake.kept.local)
          const preview = await ask('import-preview', { file: 'file-1', pieces })
          if (!preview || !('ok' in preview)) throw new Error(`no preview but ${JSON.stringify(preview)}`)
          const argument = { id: 'event-99', file: 'file-1', pieces, mode, withoutBackup: false }
          const reply = await ask('import', argument)
          if (!reply) throw new Error('no answer')
          const isTaken = 'ok' in reply && (reply.ok as { kind: string }).kind === 'changed'
          if (!isTaken) expect(fake.kept.local).toEqual(before)
          if ('error' in reply) expect(reply.error).not.toBe('unexpected')
          expect(await ask('overview', null)).toHaveProperty('ok')
        },
      ),
      fuzzing(15, 0.08),
    )
    tried('files', files)
  })

  test('files for a colleague: whatever is chosen is taken by another browser, which can show it', {
    timeout: fuzzTimeout,
  }, async () => {
    let files = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 25 }),
        fc.array(message, { maxLength: 8 }),
        fc.record({ notes: fc.boolean(), login: fc.boolean() }),
        fc.subarray(['store-1', 'store-2', 'store-3'], { minLength: 1 }),
        fc.infiniteStream(fc.boolean()),
        async (all, others, more, chosen, ticks) => {
          const giver = flaky({}, false)
          const colleague = flaky({}, false)
          for (const [seller, sent] of [
            [giver, [...stores, ...all]],
            [colleague, others],
          ] as const)
            for (const { request, argument, from, tab } of sent)
              await seller.ask(request, argument, from, tab)
          const ticked = () => ticks.next().value === true
          const choices = await giver.ask('giving-choices', null)
          if (!choices || !('ok' in choices)) throw new Error(`no choices but ${JSON.stringify(choices)}`)
          const { rows, names } = choices.ok as GivingChoices
          const reply = await giver.ask('give', {
            ...more,
            stores: chosen,
            own: ['own-1', 'own-2'].filter(ticked),
            rows: rows.filter(ticked).map(({ key }) => key),
            names: names.filter(ticked).map(({ name }) => name),
          })
          // None of these stores is left.
          if (reply && 'error' in reply && reply.error === 'refused') return
          if (!reply || !('ok' in reply)) throw new Error(`no file but ${JSON.stringify(reply)}`)
          files += 1
          const { text } = reply.ok as { text: string }
          await colleague.ask('import-piece', { file: 'file-1', index: 0, text })
          const argument = { id: 'event-99', file: 'file-1', pieces: 1, mode: 'merge', withoutBackup: false }
          expect(await colleague.ask('import', argument)).toMatchObject({ ok: { kind: 'changed' } })
          const view = await colleague.ask('overview', null)
          if (!view || !('ok' in view)) throw new Error(`no overview but ${JSON.stringify(view)}`)
          adds(view.ok as Overview)
          expect([...contentsOf(colleague.fake.kept.local).damaged.keys()]).toEqual([])
        },
      ),
      fuzzing(8, 0.08),
    )
    tried('files for a colleague', files)
  })
})
