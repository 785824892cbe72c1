import type { ComponentType } from 'react'
import type { ActionSheetProps, SheetAction } from './action-sheet.ts'
import { CancelSheet } from './cancel-sheet.tsx'
import { ConfirmSheet } from './confirm-sheet.tsx'
import { ExtendSheet } from './extend-sheet.tsx'
import { RefundSheet } from './refund-sheet.tsx'
import { ShipSheet } from './ship-sheet.tsx'

const SHEETS: Readonly<Record<SheetAction, ComponentType<ActionSheetProps>>> = {
  confirm: ConfirmSheet,
  extend: ExtendSheet,
  cancel: CancelSheet,
  ship: ShipSheet,
  refund: RefundSheet,
}

export interface ActionSheetsProps extends Pick<ActionSheetProps, 'own' | 'onClose'> {
  readonly actions: readonly SheetAction[]
  readonly chosen: SheetAction | undefined
}

/** One for each action that can be taken; that of the chosen one is open. */
export function ActionSheets({ actions, chosen, own, onClose }: ActionSheetsProps) {
  return actions.map((action) => {
    const Sheet = SHEETS[action]
    return <Sheet key={action} own={own} open={chosen === action} onClose={onClose} />
  })
}
