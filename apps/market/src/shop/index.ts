export { createGoods, listGoods } from './goods.ts'
export { isPictureName, PICTURE_NAMES } from './pictures/index.ts'
export { addShop } from './routes.ts'
