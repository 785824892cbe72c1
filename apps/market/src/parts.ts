import type { DanbaoLink } from './danbao/index.ts'
import type { News } from './orders/news.ts'
import type { Sellers } from './sellers/index.ts'
import type { Store } from './store/index.ts'

/** What the features of the shop work with. */
export interface Parts {
  readonly store: Store
  readonly sellers: Sellers
  readonly news: News
  /** Absent: nobody has given the shop a key, so it only shows its goods. */
  readonly danbao?: DanbaoLink
}
