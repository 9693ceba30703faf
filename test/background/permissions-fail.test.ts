import { expect, test } from 'vitest'
import { start } from '../../src/background/start'
import { fakePlatform, ownPage } from '../support/platform'

test('where the browser does not tell what it allows, nothing is said to be stored, and nothing is', async () => {
  const fake = fakePlatform()
  const granted = async (): Promise<never> => {
    throw new Error('no answer')
  }
  start({ ...fake, loginPages: { ...fake.loginPages, granted } })
  const message = { request: 'choose', argument: { badge: false, loginHosts: ['www.amazon.com'] } }
  expect(await fake.send(message, ownPage)).toEqual({ error: 'could-not-store' })
  expect(fake.kept.local).not.toHaveProperty('settings')
})
