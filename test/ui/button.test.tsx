// @vitest-environment jsdom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { Button } from '../../src/ui/button'

test('a button is busy until what its press started is done, and then again like before', async () => {
  let end = () => {}
  const press = () =>
    new Promise<void>((done) => {
      end = done
    })
  render(<Button onPress={press}>Save</Button>, document.body)
  const button = document.querySelector('button')!
  expect(button.ariaBusy ?? button.getAttribute('aria-busy')).toBeNull()
  button.click()
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'))
  end()
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
})
