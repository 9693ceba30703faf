import type { Practice } from '../practice/server'
import type { Browser, BrowserName, Options } from './browser'
import { launchChromium } from './chromium'
import { launchFirefox } from './firefox'
import { until } from './wait'

/** Starts a browser with the extension; the practice Seller Central is the only site it can reach. */
export async function launch(name: BrowserName, practice: Practice, options: Options = {}): Promise<Browser> {
  const browser = await (name === 'chromium' ? launchChromium : launchFirefox)(practice, options)
  // Close the welcome page first, so that it does not interfere with the test.
  if (!options.profile && !options.welcome) await (await welcomePage(browser)).close()
  return browser
}

/** The page that opens after an installation, once it is drawn. */
function welcomePage(browser: Browser) {
  return until('the welcome page', async () => {
    for (const tab of await browser.tabs()) {
      if (!(await tab.url()).endsWith('#/welcome')) continue
      if (await tab.evaluate<boolean>(`return document.querySelector('main.welcome') !== null`)) return tab
    }
    return undefined
  })
}
