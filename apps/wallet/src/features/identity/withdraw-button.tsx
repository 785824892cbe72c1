import type { IdentityCheckView } from '@danbao/contracts/wallet'
import { Button, Dialog, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useCheckChange } from './use-identity.ts'

const withdrawWords = words({
  other: {
    en: 'Stop, or take another document',
    ru: 'Прервать или взять другой документ',
    zh: '停止或更换证件',
  },
  withdraw: { en: 'Withdraw the check', ru: 'Отозвать проверку', zh: '撤回验证' },
  title: { en: 'Withdraw this check?', ru: 'Отозвать эту проверку?', zh: '要撤回此次验证吗？' },
  text: {
    en: 'The pictures and the data are erased for good. Your level stays as it is, and you can begin again at any time.',
    ru: 'Снимки и данные сотрутся навсегда. Уровень останется прежним, начать заново можно в любой момент.',
    zh: '图片和信息将被永久删除。您的等级不变，可随时重新开始。',
  },
  keep: { en: 'Keep it', ru: 'Оставить', zh: '保留' },
  yes: { en: 'Withdraw and erase', ru: 'Отозвать и стереть', zh: '撤回并删除' },
  done: {
    en: 'Withdrawn; everything is erased.',
    ru: 'Отозвано, всё стёрто.',
    zh: '已撤回，所有内容已删除。',
  },
})

/** Taking it all back, also to begin with another document. */
export function WithdrawButton({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(withdrawWords)
  const [asking, setAsking] = useState(false)
  const withdraw = useCheckChange(async () => {
    const withdrawn = await api.call('withdrawIdentityCheck', { params: { id: check.id } })
    toast(t('done'))
    return withdrawn
  })
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {check.state === 'submitted' ? t('withdraw') : t('other')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('title')}
        busy={withdraw.isPending}
        actions={
          <>
            <Button kind="secondary" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
            <Button
              kind="danger"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate(undefined)}
            >
              {t('yes')}
            </Button>
          </>
        }
      >
        <p>{t('text')}</p>
        <RefusalNote error={withdraw.error} />
      </Dialog>
    </>
  )
}
