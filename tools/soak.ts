import type { StoredData } from '../src/messages/protocol'
import { type Browser, type BrowserName, browserNames } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { ownTraffic } from '../test/browsers/traffic'
import { startPractice } from '../test/practice/server'
import { run as build } from './build'
import { Given } from './soak/answers'
import { Seller } from './soak/seller'

/** By when everything is loaded that a day of use needs; or half of fewer visits. */
const warm = 100

/** What the heaps may have grown by since then. */
const growth = 1.1
/** Firefox counts heaps in units of 1 MiB: one more may be a single object. */
const unit = { chromium: 0, firefox: 1024 * 1024 } satisfies Record<BrowserName, number>

/** What the practice pages load (`sec-fetch-dest`). */
const pageLoads = new Set(['document', 'style', 'script'])

const usage = `npm run soak                    a thousand visits in each browser
npm run soak -- chromium 200    fewer, in one of them`

/**
 * `npm run soak`: months of a seller's use in half an hour, in both browsers. Afterwards every answer must be in the
 * journal once and the checklist must say it, with no error, no request and no more memory than after the first visits.
 */
export async function run(args: readonly string[]): Promise<void> {
  const names = browserNames.filter((name) => args.includes(name))
  const [visits = '1000', ...more] = args.filter((one) => !browserNames.some((name) => name === one))
  if (more.length > 0 || !/^[1-9]\d*$/.test(visits)) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  await build()
  const chosen = names.length > 0 ? names : browserNames
  const failures = await Promise.all(chosen.map((name) => soak(name, Number(visits))))
  for (const failure of failures.flat()) console.error(failure)
  if (failures.flat().length > 0) process.exitCode = 1
}

/** @returns what is wrong. */
async function soak(name: BrowserName, visits: number): Promise<string[]> {
  const practice = await startPractice()
  const browser = await launch(name, practice)
  const given = new Given()
  let seller: Seller | undefined
  let before: Heaps = {}
  let number = 0
  const began = Date.now()
  try {
    seller = await Seller.in(browser, given)
    for (; number < visits; number += 1) {
      await seller.visit(number)
      if ((number + 1) % warm === 0) console.log(`${name}: ${number + 1} visits`)
      if (number + 1 === Math.min(warm, Math.ceil(visits / 2))) before = await heapsAtRest(browser, seller)
    }
    const after = await heapsAtRest(browser, seller)
    print(name, seller, given, before, after, Date.now() - began)
    const refused = practice.refused.filter((entry) => !ownTraffic(name)(entry))
    const asked = practice.requests.filter(
      ({ kind, path }) => !pageLoads.has(kind) && path !== '/favicon.ico',
    )
    return [
      ...given.compare(await browser.inExtension('return chrome.storage.local.get(null)')),
      ...(await unreadable(browser)).map((key) => `${key} cannot be read`),
      ...(await browser.problems()),
      ...(await browser.extensionRequests()).map((request) => `requested: ${request}`),
      ...refused.map((entry) => `requested: ${entry}`),
      ...asked.map(({ host, path }) => `requested by a page: ${host}${path}`),
      ...Object.keys(after)
        .filter((heap) => hasGrown(before[heap], after[heap], unit[name]))
        .map((heap) => `the heap of ${heap} grew from ${size(before[heap])} to ${size(after[heap])}`),
    ].map((wrong) => `${name}: ${wrong}`)
  } catch (error) {
    return [`${name}, visit ${number + 1}: ${error instanceof Error ? error.message : error}`]
  } finally {
    await browser.close()
    await practice.close()
  }
}

const hasGrown = (before = 0, after = 0, least = 0) => after > before * growth && after - before > least

type Heaps = Readonly<Record<string, number>>

async function heapsAtRest(browser: Browser, seller: Seller): Promise<Heaps> {
  await seller.rest()
  return browser.heaps()
}

async function unreadable(browser: Browser): Promise<string[]> {
  const data = await browser.inExtension<StoredData>(
    `return (await chrome.runtime.sendMessage({ request: 'data', argument: null })).ok`,
  )
  return [...data.unreadable.map(({ key }) => key), ...data.newer]
}

const size = (bytes = 0) => `${(bytes / 1_000_000).toFixed(2)} MB`

function print(
  name: BrowserName,
  seller: Seller,
  given: Given,
  before: Heaps,
  after: Heaps,
  milliseconds: number,
): void {
  console.log(`\n${name}, ${Math.round(milliseconds / 60_000)} minutes`)
  console.table(Object.fromEntries([...seller.counts, ['answers and undos', given.count]]))
  console.table(
    Object.fromEntries(
      Object.keys(after).map((heap) => [
        heap,
        { 'first visits': size(before[heap]), 'at the end': size(after[heap]) },
      ]),
    ),
  )
}
