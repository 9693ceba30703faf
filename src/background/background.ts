import { realPlatform } from '../browser/webextension'
import { start } from './start'

start(realPlatform())
