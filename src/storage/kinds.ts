import type { Kind } from './format/kind'
import { showingsKind } from './kinds/card-history'
import { draftKind } from './kinds/draft'
import { writtenByKind } from './kinds/installed-version'
import { journalKind } from './kinds/journal'
import { droppedKind } from './kinds/journal-dropped'
import { dropsKind } from './kinds/journal-drops'
import { appliedKind } from './kinds/last-replacement'
import { organizationKind } from './kinds/organization'
import { ownChecksKind } from './kinds/own-checks'
import { recordKind } from './kinds/record'
import { rowKind } from './kinds/register-row'
import { roundKind } from './kinds/round'
import { runKind } from './kinds/run'
import { settingsKind } from './kinds/settings'
import { storesKind } from './kinds/stores'

export const kinds: readonly Kind[] = [
  storesKind,
  settingsKind,
  showingsKind,
  roundKind,
  recordKind,
  ownChecksKind,
  journalKind,
  droppedKind,
  dropsKind,
  runKind,
  rowKind,
  draftKind,
  organizationKind,
  writtenByKind,
  appliedKind,
]

/** The kind of a key; undefined for values set aside and keys of a later version. */
export function kindOf(key: string): Kind | undefined {
  return kinds.find(({ prefix }) => (prefix.endsWith('/') ? key.startsWith(prefix) : key === prefix))
}
