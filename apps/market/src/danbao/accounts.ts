import { type AccountView, type Danbao, DanbaoError } from '@danbao/sdk'
import { textIn } from '../page/text.ts'
import type { Seller } from '../sellers/index.ts'

/**
 * Where a seller's money goes, `acc_…`. The shop makes an account for who brought none, once: its
 * reference says whose it is.
 */
export function createAccountBook(api: Danbao): (seller: Seller) => Promise<string> {
  const known = new Map<string, string>()
  return async (seller) => {
    const id = seller.account ?? known.get(seller.key) ?? (await findOrCreate(api, seller)).id
    known.set(seller.key, id)
    return id
  }
}

async function findOrCreate(api: Danbao, seller: Seller): Promise<AccountView> {
  const reference = `seller ${seller.key}`
  const present = await findByReference(api, reference)
  if (present !== undefined) return present
  const name = textIn(seller.name, 'en')
  try {
    return await api.accounts.create({ name, reference }, { idempotencyKey: reference })
  } catch (error) {
    // Somebody was faster: it is there now.
    if (!(error instanceof DanbaoError) || error.code !== 'reference_in_use') throw error
    const made = await findByReference(api, reference)
    if (made === undefined) throw error
    return made
  }
}

async function findByReference(api: Danbao, reference: string): Promise<AccountView | undefined> {
  const { data } = await api.accounts.list({ reference }).page()
  return data[0]
}
