import { Card, Page, useWords, words } from '@danbao/ui'
import { Allowed } from '../common/allowed.tsx'
import { BatchList } from './batch-list.tsx'
import { PayoutList } from './payout-list.tsx'
import { PayoutQueue } from './payout-queue.tsx'

const pageWords = words({
  title: { en: 'Payouts', ru: 'Вывод денег', zh: '提现' },
  intro: {
    en: 'Sellers’ proceeds on their way to a bank. Large ones, and those to another holder, wait for two of us.',
    ru: 'Выручка продавцов на пути в банк. Крупные суммы и чужие счета ждут двоих сотрудников.',
    zh: '卖家货款提现至银行。大额或户名不同的须两人审核。',
  },
  queue: { en: 'On its way', ru: 'В пути', zh: '处理中' },
  list: { en: 'Payouts', ru: 'Выводы', zh: '提现记录' },
  files: { en: 'Files for the bank', ru: 'Файлы для банка', zh: '银行文件' },
})

export function PayoutsPage() {
  const t = useWords(pageWords)
  return (
    <Allowed to="funding.manage">
      <Page title={t('title')} intro={t('intro')}>
        <Card title={t('queue')}>
          <PayoutQueue />
        </Card>
        <Card title={t('list')}>
          <PayoutList />
        </Card>
        <Card title={t('files')}>
          <BatchList />
        </Card>
      </Page>
    </Allowed>
  )
}
