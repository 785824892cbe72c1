/**
 * The rules by which a payment of somebody at level 0 is looked at, by name. The core has their
 * conditions and points, the console a sentence for each.
 */
export const RISK_CODES = [
  'known_seller',
  'proven_buyer',
  'large_amount',
  'young_account',
  'many_payments',
  'much_spent',
  'disputes_lost',
  'disputes_opened',
  'first_to_seller',
  'new_device',
  'shipped_abroad',
  'card_abroad',
  'disputed_seller',
] as const
export type RiskCode = (typeof RISK_CODES)[number]
