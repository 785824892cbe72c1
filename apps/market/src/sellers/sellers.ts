import { findShopper, listShoppers, type Shopper } from '../sign-in/index.ts'
import type { Text } from '../store/index.ts'
import { type KnownSeller, personOfSeller } from './people.ts'

export interface Seller {
  readonly key: string
  readonly name: Text
  readonly about: Text
  /** Who signs in for it. */
  readonly person: string
  /** At Danbao, for those who brought one along; the shop makes it for the others. */
  readonly account?: string
}

export interface Sellers {
  readonly all: readonly Seller[]
  find(key: string): Seller | undefined
  ofPerson(person: string | null): Seller | undefined
  /** All who have an account in this shop, sellers among them. */
  readonly people: readonly Shopper[]
}

const PAPER_MOON: Seller = {
  key: 'paper-moon',
  name: { en: 'Paper Moon', ru: 'Бумажная луна', zh: '纸月亮' },
  about: {
    en: 'Paper, light and colour from a small bindery.',
    ru: 'Бумага, свет и краски из маленькой переплётной мастерской.',
    zh: '小小装订坊的纸、光与色彩。',
  },
  person: 'shopper-2',
}
const NORTH_WOOL: Seller = {
  key: 'north-wool',
  name: { en: 'North Wool', ru: 'Северная шерсть', zh: '北方羊毛' },
  about: {
    en: 'Knitted by two sisters, for cold mornings.',
    ru: 'Вяжут две сестры — для холодного утра.',
    zh: '两姐妹手织，温暖寒冷的清晨。',
  },
  person: 'shopper-5',
}
const CLAY = {
  key: 'clay-and-kiln',
  name: { en: 'Clay & Kiln', ru: 'Глина и печь', zh: '陶与窑' },
  about: {
    en: 'Tableware, thrown and glazed one piece at a time.',
    ru: 'Посуда: каждую вещь лепят и глазуруют отдельно.',
    zh: '一件一件拉坯上釉的器皿。',
  },
} as const
/** Keeps the third shop where nobody with a Danbao login was named. */
const POTTER: Shopper = {
  id: 'shopper-6',
  name: 'Sample Potter',
  email: 'sample.potter@market.example',
  emailVerified: true,
}

/** The shops in this market. The first of the `known` keeps the pottery, each other one a new one. */
export function openSellers(known: readonly KnownSeller[] = []): Sellers {
  const brought = known.map((one) => {
    const email = one.email.toLowerCase()
    const present = listShoppers().find((shopper) => shopper.email === email)
    return { account: one.account, person: present ?? personOfSeller(one) }
  })
  const [first, ...others] = brought
  const potter: Seller =
    first === undefined
      ? { ...CLAY, person: POTTER.id }
      : { ...CLAY, person: first.person.id, account: first.account }
  const all = [PAPER_MOON, NORTH_WOOL, potter, ...others.map(shopOf)]
  const more = first === undefined ? [POTTER] : brought.map(({ person }) => person)
  return {
    all,
    find: (key) => all.find((seller) => seller.key === key),
    ofPerson: (person) => all.findLast((seller) => seller.person === person),
    people: [...listShoppers(), ...more.filter(({ id }) => findShopper(id) === undefined)],
  }
}

function shopOf({ account, person }: { readonly account: string; readonly person: Shopper }) {
  return { key: account, name: person.name, about: '', person: person.id, account }
}
