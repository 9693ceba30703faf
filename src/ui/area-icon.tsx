import {
  HeartPulse,
  type IconNode,
  KeyRound,
  Landmark,
  LifeBuoy,
  MessageSquareReply,
  ScrollText,
  SquarePen,
  Users,
} from 'lucide'
import type { ChecklistArea } from '../domain/areas'
import { Icon } from './icon'

/** `own`: the measures that the seller promised to Amazon. */
const icons = {
  'sign-in': KeyRound,
  people: Users,
  payouts: Landmark,
  'account-health': HeartPulse,
  'after-sales': MessageSquareReply,
  policy: ScrollText,
  recovery: LifeBuoy,
  own: SquarePen,
} satisfies Record<ChecklistArea | 'own', IconNode>

/** Stands beside the area's name, wherever an area is listed. */
export function AreaIcon({ of }: { of: keyof typeof icons }) {
  return <Icon of={icons[of]} />
}
