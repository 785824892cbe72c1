import { BASE } from './base.ts'
import { FORMS } from './forms.ts'
import { ORDERS } from './orders.ts'
import { SHOP } from './shop.ts'

/** The look of the shop is its own: nobody should take its pages for those of the wallet. */
export const STYLE = [BASE, FORMS, SHOP, ORDERS].join('')
