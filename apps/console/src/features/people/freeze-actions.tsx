import type { PersonPage } from '@danbao/contracts/console'
import { Button, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Snowflake, Sun } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMay, useStaff } from '../../session.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { FreezeDialog } from './freeze-dialog.tsx'

const actionWords = words({
  freeze: { en: 'Freeze', ru: 'Заморозить', zh: '冻结' },
  unfreeze: { en: 'Unfreeze', ru: 'Разморозить', zh: '解冻' },
  unfreeze_title: { en: 'Unfreeze the account', ru: 'Разморозить аккаунт', zh: '解冻账户' },
  lift_means: {
    en: 'The person can spend again at once, and gets a mail.',
    ru: 'Человек сразу сможет тратить и получит письмо.',
    zh: '用户可立即恢复支出，并收到邮件。',
  },
  ask_means: {
    en: 'You froze this account, so somebody else has to agree. It stays frozen until then.',
    ru: 'Аккаунт заморозили вы, поэтому согласиться должен кто-то другой. До тех пор он останется замороженным.',
    zh: '此账户由您冻结，须由他人同意解冻。在此之前保持冻结。',
  },
  ask: { en: 'Ask for approval', ru: 'Попросить согласия', zh: '申请审批' },
  lifted: { en: 'The account is open again.', ru: 'Аккаунт снова открыт.', zh: '账户已解冻。' },
  asked: {
    en: 'Asked. A colleague finds it under approvals.',
    ru: 'Отправлено. Коллега увидит это в согласованиях.',
    zh: '已提交，同事可在审批中处理。',
  },
})

/** Freezing and lifting a freeze, for those who may. */
export function FreezeActions({ found }: { readonly found: PersonPage }) {
  const t = useWords(actionWords)
  const may = useMay()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const { person, freeze } = found
  const there = person.state !== 'closed' && person.state !== 'registering'
  if (!may('account.freeze') || !there) return null
  if (freeze === null) {
    return (
      <>
        <Button kind="danger" icon={Snowflake} onClick={() => setOpen(true)}>
          {t('freeze')}
        </Button>
        <FreezeDialog open={open} onClose={close} person={person} />
      </>
    )
  }
  // An approval that is waited for needs no second one.
  if (freeze.approval !== null) return null
  return (
    <>
      <Button kind="secondary" icon={Sun} onClick={() => setOpen(true)}>
        {t('unfreeze')}
      </Button>
      <UnfreezeDialog open={open} onClose={close} id={person.id} freeze={freeze} />
    </>
  )
}

interface UnfreezeDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly id: string
  readonly freeze: NonNullable<PersonPage['freeze']>
}

function UnfreezeDialog({ open, onClose, id, freeze }: UnfreezeDialogProps) {
  const t = useWords(actionWords)
  const me = useStaff()
  const client = useQueryClient()
  const own = freeze.frozen_by.id === me.id
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('unfreeze_title')}
      consequence={own ? t('ask_means') : t('lift_means')}
      verb={own ? t('ask') : t('unfreeze')}
      done={own ? t('asked') : t('lifted')}
      submit={(reason) => api.call('unfreezeAccount', { params: { id }, body: { reason } })}
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['person', id] })
        void client.invalidateQueries({ queryKey: ['approvals'] })
      }}
    />
  )
}
