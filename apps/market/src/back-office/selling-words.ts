import type { PaymentState, PaymentView } from '@danbao/sdk'
import type { Trouble } from '../danbao/index.ts'
import type { Done } from './actions.ts'

type Due = NonNullable<PaymentView['due']>['what']
export const GROUPS = ['toSend', 'problems', 'underWay', 'waiting', 'closed'] as const
export type Group = (typeof GROUPS)[number]

/** `#` stands for a time or an amount. */
export interface SellingWords {
  readonly title: string
  readonly groups: Readonly<Record<Group, string>>
  readonly none: string
  readonly noneHint: string
  readonly order: string
  readonly states: Readonly<Record<PaymentState, string>>
  readonly due: Readonly<Record<Due, string>>
  readonly back: string
  readonly amount: string
  readonly shopKeeps: string
  readonly refunded: string
  readonly released: string
  readonly done: Readonly<Record<Done, string>>
  readonly trouble: Readonly<Record<Trouble, string>>
  readonly ship: {
    readonly title: string
    readonly carrier: string
    readonly tracking: string
    readonly send: string
  }
  readonly refund: {
    readonly title: string
    readonly hint: string
    readonly amount: string
    readonly reason: string
    readonly send: string
  }
  readonly accept: {
    readonly title: string
    readonly hint: string
    readonly withReturn: string
    readonly send: string
  }
  readonly offer: {
    readonly title: string
    readonly hint: string
    readonly amount: string
    readonly withReturn: string
    readonly message: string
    readonly send: string
  }
  readonly received: { readonly title: string; readonly hint: string; readonly send: string }
  readonly goods: {
    readonly title: string
    readonly add: string
    readonly sold: string
    readonly name: string
    readonly description: string
    readonly price: string
    readonly picture: string
    readonly pictures: Readonly<Record<string, string>>
    readonly save: string
    readonly problems: { readonly text: string; readonly price: string; readonly full: string }
  }
}
