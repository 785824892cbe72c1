import type { OwnPaymentDetail } from '@danbao/contracts/wallet'

/** Of a sheet in which one action is done; closed, it shows nothing. */
export interface ActionSheetProps {
  readonly own: OwnPaymentDetail
  readonly open: boolean
  readonly onClose: () => void
}
