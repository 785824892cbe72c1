import { PAYMENT_STATE_WORDS } from '@danbao/contracts/wallet'
import { words } from '../words/words.ts'

/** The state of a payment in one word. */
export const paymentStateWords = words(PAYMENT_STATE_WORDS)
