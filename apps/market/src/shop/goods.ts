import { randomBytes } from 'node:crypto'
import type { Goods, Store } from '../store/index.ts'
import { FIRST_GOODS } from './seed.ts'

const MOST_OF_A_SELLER = 60

/** All that is for sale, what was made last first. */
export function listGoods({ data }: Store): Goods[] {
  return [...[...data.goods.values()].reverse(), ...FIRST_GOODS]
}

export function findGoods({ data }: Store, id: string): Goods | undefined {
  return data.goods.get(id) ?? FIRST_GOODS.find((goods) => goods.id === id)
}

/** Undefined when the seller has more than enough already. */
export function createGoods({ data }: Store, goods: Omit<Goods, 'id'>): Goods | undefined {
  const present = [...data.goods.values()].filter(({ seller }) => seller === goods.seller)
  if (present.length >= MOST_OF_A_SELLER) return undefined
  const made = { ...goods, id: `g-${randomBytes(6).toString('hex')}` }
  data.goods.set(made.id, made)
  return made
}
