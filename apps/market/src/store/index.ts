export type { Cart, Goods, Order, OrderLine, Parcel, Session, Text } from './data.ts'
export { openStore, type Store } from './store.ts'
export { readWhole, writeWhole } from './write-file.ts'
