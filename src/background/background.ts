import { realPlatform } from '../platform/browser'
import { start } from './start'

start(realPlatform())
