import type { OwnPaymentDetail, PaymentAction } from '@danbao/contracts/wallet'

/** Of a sheet in which one action is done; closed, it shows nothing. */
export interface ActionSheetProps {
  readonly own: OwnPaymentDetail
  readonly open: boolean
  readonly onClose: () => void
}

/** Those that are asked for on a sheet; the others lead to a page of their own. */
const SHEET_ACTIONS = ['confirm', 'extend', 'cancel', 'ship', 'refund'] as const
export type SheetAction = (typeof SHEET_ACTIONS)[number]

export function hasSheet(action: PaymentAction): action is SheetAction {
  return SHEET_ACTIONS.some((one) => one === action)
}
