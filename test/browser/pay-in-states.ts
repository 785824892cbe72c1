import type { Danbao } from '@danbao/sdk'

/** What was bought, as its payment says. */
export type Bought = 'A lamp' | 'A chair' | 'A desk' | 'A table' | 'A vase' | 'A cup'

/** The number on the chair's parcel. */
export const CHAIR_TRACKING = '0034 0434 1610'

/**
 * Payments in several states, of accounts of the marketplace: four days ago a lamp for 110 dollars
 * that nobody shipped; today a chair for 220 and a desk for 330 on their way (the desk's money is
 * released in three days), a table for 40 released, a vase for 50 in dispute, and a cup for 7 euros
 * that staff check. Their ids.
 */
export async function payInStates(danbao: Danbao): Promise<Readonly<Record<Bought, string>>> {
  const buyer = await danbao.accounts.create({ name: 'Vera Buyer' })
  const newcomer = await danbao.accounts.create({ name: 'Nils Newcomer' })
  const seller = await danbao.accounts.create({ name: 'Lena Shop' })
  await danbao.accounts.update(buyer.id, { level: 1 })
  const amountOf = (value: string, currency = 'USD') => ({ value, currency })
  await danbao.sandbox.topUp({ account: buyer.id, amount: amountOf('90000') })
  await danbao.sandbox.topUp({ account: newcomer.id, amount: amountOf('5000', 'EUR') })
  const pay = async (description: Bought, value: string, kind?: 'virtual'): Promise<string> => {
    const reference = `${description.slice(2)}-1`
    const rest = { description, reference, amount: amountOf(value), ...(kind && { kind }) }
    const { id } = await danbao.payments.create({ buyer: buyer.id, seller: seller.id, ...rest })
    await danbao.payments.pay(id, {}, { actAs: buyer.id })
    return id
  }
  const ship = async (id: string, tracking?: string): Promise<string> => {
    await danbao.payments.ship(id, tracking === undefined ? {} : { carrier: 'DHL', tracking })
    return id
  }
  const lamp = await pay('A lamp', '11000')
  await danbao.sandbox.advanceClock({ advance: 'P4D' })
  const chair = await ship(await pay('A chair', '22000'), CHAIR_TRACKING)
  const desk = await ship(await pay('A desk', '33000', 'virtual'))
  const table = await ship(await pay('A table', '4000'))
  await danbao.payments.confirm(table, {}, { actAs: buyer.id })
  const vase = await ship(await pay('A vase', '5000'))
  await danbao.payments.openDispute(vase, { reason: 'damaged' }, { actAs: buyer.id })
  const cup = await danbao.payments.create({
    buyer: newcomer.id,
    seller: seller.id,
    description: 'A cup',
    amount: amountOf('700', 'EUR'),
  })
  await danbao.payments.pay(cup.id, {}, { actAs: newcomer.id })
  return {
    'A lamp': lamp,
    'A chair': chair,
    'A desk': desk,
    'A table': table,
    'A vase': vase,
    'A cup': cup.id,
  }
}
