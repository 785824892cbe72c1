import type { NotificationKind } from '@danbao/contracts/wallet'
import {
  AlarmClock,
  Ban,
  CircleCheck,
  Landmark,
  type LucideIcon,
  MessagesSquare,
  PackageCheck,
  PlusCircle,
  ReceiptText,
  Scale,
  Truck,
  Undo2,
} from 'lucide-react'

/** The first that fits. */
const ICONS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/_soon$/, AlarmClock],
  [/^top_up$/, PlusCircle],
  [/^payout_/, Landmark],
  [/shipped|return_agreed/, Truck],
  [/arrived/, PackageCheck],
  [/released|claim_(dismissed|withdrawn)/, CircleCheck],
  [/refunded|split|claim_granted/, Undo2],
  [/cancelled|dropped|expired/, Ban],
  [/escalated|decided|appeal/, Scale],
  [/disputed|offer|withdrawn/, MessagesSquare],
]

export function iconOf(kind: NotificationKind): LucideIcon {
  return ICONS.find(([kinds]) => kinds.test(kind))?.[1] ?? ReceiptText
}
