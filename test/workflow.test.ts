import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = '.github/workflows'

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')

  test('takes every action at one commit, with its version beside it', () => {
    const actions = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action)
    expect(actions.length).toBeGreaterThan(0)
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('may read the sources, and do nothing else', () => {
    expect([...text.matchAll(/permissions:\n {2}(.+)\n/g)].map(([, given]) => given)).toEqual([
      'contents: read',
    ])
    expect(text).not.toMatch(/secrets\.|pull_request_target|id-token|write/)
    expect(text.match(/persist-credentials: false/g)?.length).toBe(text.match(/actions\/checkout@/g)?.length)
  })
})
