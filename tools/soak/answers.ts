import { timeZone } from '../../src/browser/time-zone'
import type { ItemId } from '../../src/domain/items'
import type { JournalEntry } from '../../src/domain/journal/journal'
import { dayOf, type LocalDay } from '../../src/domain/time/time'
import { nowAt } from '../../test/support/time'

type Kind = 'checked' | 'snoozed'
type Said = { kind: Kind /** More than one at midnight. */; days: ReadonlySet<LocalDay> }

/** Every answer that was given, and what the checklist should say after it. */
export class Given {
  /** Milliseconds by which the clock of the extension differs from this computer's. */
  ahead = 0
  readonly #sent = new Map<string, number>()
  readonly #said = new Map<ItemId, Said[]>()

  get count(): number {
    return [...this.#sent.values()].reduce((sum, count) => sum + count, 0)
  }

  /** @param press gives the answer, until the page says that it was stored. */
  async answer(item: ItemId, kind: Kind, press: () => Promise<void>): Promise<void> {
    const before = this.#today()
    await press()
    this.#send(item, kind)
    this.#said.set(item, [...(this.#said.get(item) ?? []), { kind, days: new Set([before, this.#today()]) }])
  }

  async takeBack(item: ItemId, press: () => Promise<void>): Promise<void> {
    await press()
    this.#send(item, 'undone')
    this.#said.get(item)?.pop()
  }

  /** What is wrong with what was stored. */
  compare(stored: Readonly<Record<string, unknown>>): string[] {
    const entries = Object.entries(stored).flatMap(([key, value]) =>
      key.startsWith('journal/') ? (value as { entries: JournalEntry[] }).entries : [],
    )
    const ids = new Set(entries.map(({ id }) => id))
    const found = new Map<string, number>()
    for (const { what } of entries) {
      const name = what.kind === 'answered' ? nameOf(what.item, what.answer.kind) : what.kind
      found.set(name, (found.get(name) ?? 0) + 1)
    }
    const names = new Set([...this.#sent.keys(), ...found.keys()])
    return [
      ...(ids.size === entries.length
        ? []
        : [`${entries.length - ids.size} entries of the journal are double`]),
      ...[...names]
        .filter((name) => this.#sent.get(name) !== found.get(name))
        .map(
          (name) =>
            `${name}: given ${this.#sent.get(name) ?? 0} times, in the journal ${found.get(name) ?? 0}`,
        ),
      ...[...this.#said].flatMap(([item, said]) => wrongWith(item, said.at(-1), recordOf(stored, item))),
    ]
  }

  #send(item: ItemId, kind: string): void {
    const name = nameOf(item, kind)
    this.#sent.set(name, (this.#sent.get(name) ?? 0) + 1)
  }

  #today(): LocalDay {
    return dayOf(nowAt(Date.now() + this.ahead, timeZone()))
  }
}

const nameOf = (item: string, kind: string) => `${item} ${kind}`

type Stored = { checked?: LocalDay; standing?: { kind: string } } | undefined

/** There is one store only. */
function recordOf(stored: Readonly<Record<string, unknown>>, item: ItemId): Stored {
  const key = Object.keys(stored).find((one) => one.startsWith('record/') && one.endsWith(`/${item}`))
  return key === undefined ? undefined : (stored[key] as Stored)
}

function wrongWith(item: ItemId, said: Said | undefined, record: Stored): string[] {
  const found =
    record?.standing?.kind ?? (record?.checked === undefined ? 'nothing' : `checked ${record.checked}`)
  if (said === undefined)
    return found === 'nothing' ? [] : [`${item}: all taken back, but the checklist says ${found}`]
  if (said.kind === 'snoozed')
    return found === 'planned' ? [] : [`${item}: planned, but the checklist says ${found}`]
  const days = [...said.days]
  return days.some((day) => found === `checked ${day}`)
    ? []
    : [`${item}: checked ${days.join(' or ')}, but the checklist says ${found}`]
}
