import { words } from '@danbao/ui'

export const closureStateWords = words({
  requested: { en: 'Requested', ru: 'Запрошено', zh: '已申请' },
  prepared: { en: 'Second person looks', ru: 'На проверке у второго сотрудника', zh: '待复核' },
  closed: { en: 'Closed', ru: 'Закрыт', zh: '已销户' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  withdrawn: { en: 'Withdrawn', ru: 'Отозвано', zh: '已撤回' },
})

/** What stands in the way of closing an account. */
export const obstacleWords = words({
  wallet: { en: 'Money in the wallet', ru: 'Деньги в кошельке', zh: '钱包有余额' },
  proceeds: { en: 'Proceeds not paid out', ru: 'Невыведенная выручка', zh: '有未提现的货款' },
  debt: { en: 'A debt', ru: 'Долг', zh: '有欠款' },
  payment: { en: 'An open payment', ru: 'Незавершённый платёж', zh: '有未完成的付款' },
  dispute: { en: 'An open dispute', ru: 'Открытый спор', zh: '有未结争议' },
  claim_window: {
    en: 'A sale that can still be claimed back',
    ru: 'Продажа, по которой ещё можно предъявить претензию',
    zh: '有仍可索赔的交易',
  },
  top_up: { en: 'An awaited top-up', ru: 'Ожидаемое пополнение', zh: '有等待入账的充值' },
  payout: { en: 'A payout on its way', ru: 'Вывод в пути', zh: '有处理中的提现' },
  card: { en: 'A linked card', ru: 'Привязанная карта', zh: '已绑定银行卡' },
  frozen: { en: 'The account is frozen', ru: 'Аккаунт заморожен', zh: '账户已冻结' },
})
