import type { Practice } from '../practice/server'
import type { Browser, BrowserName, Options } from './browser'
import { launchChromium } from './chromium'
import { launchFirefox } from './firefox'

/** Starts a browser that knows the practice Seller Central alone, with the extension in it. */
export const launch = (name: BrowserName, practice: Practice, options: Options = {}): Promise<Browser> =>
  (name === 'chromium' ? launchChromium : launchFirefox)(practice, options)
