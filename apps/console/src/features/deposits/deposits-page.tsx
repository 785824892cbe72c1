import { Card, Page, useWords, words } from '@danbao/ui'
import { Allowed } from '../common/allowed.tsx'
import { DepositList } from './deposit-list.tsx'
import { FileList } from './file-list.tsx'
import { Reconciliation } from './reconciliation.tsx'

const pageWords = words({
  title: { en: 'Deposits', ru: 'Поступления', zh: '入账' },
  intro: {
    en: 'What arrived from outside. Money whose owner is not sure waits here, and moves only when two agree.',
    ru: 'Что пришло извне. Деньги, чей владелец не ясен, ждут здесь и движутся только с согласия двоих.',
    zh: '来自外部的款项。归属不明的资金在此等待，须两人同意方可划转。',
  },
  rails: { en: 'What rails owe', ru: 'Что должны каналы', zh: '各渠道应付' },
  files: { en: 'Files of rails', ru: 'Файлы каналов', zh: '渠道文件' },
})

export function DepositsPage() {
  const t = useWords(pageWords)
  return (
    <Allowed to="funding.manage">
      <Page title={t('title')} intro={t('intro')}>
        <Card>
          <DepositList />
        </Card>
        <Card title={t('rails')}>
          <Reconciliation />
        </Card>
        <Card title={t('files')}>
          <FileList />
        </Card>
      </Page>
    </Allowed>
  )
}
