import type { PersonRef } from '@danbao/contracts/console'
import {
  Button,
  Callout,
  Dialog,
  Form,
  Select,
  TextArea,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { freezeWords } from './freeze-words.ts'

const dialogWords = words({
  title: { en: 'Freeze the account', ru: 'Заморозить аккаунт', zh: '冻结账户' },
  means: {
    en: 'From now on {name} can spend nothing, in any currency. Refunds keep coming in, and payments under way go on. A mail and an SMS tell them.',
    ru: 'С этого момента {name} не сможет тратить ни в одной валюте. Возвраты поступают, начатые платежи идут дальше. Человек получит письмо и SMS.',
    zh: '{name} 将不能以任何币种支出。退款照常入账，进行中的付款继续。系统会以邮件和短信通知本人。',
  },
  unfreeze: {
    en: 'Lifting it takes somebody else than you.',
    ru: 'Разморозить сможет только кто-то другой, не вы.',
    zh: '解冻须由他人操作。',
  },
  cause: { en: 'Cause', ru: 'Основание', zh: '冻结依据' },
  cause_hint: {
    en: 'The person is told this.',
    ru: 'Это сообщат человеку.',
    zh: '会告知用户。',
  },
  reason: { en: 'Reason', ru: 'Причина', zh: '原因' },
  reason_hint: {
    en: 'For staff only; kept in the audit log.',
    ru: 'Только для сотрудников; останется в журнале.',
    zh: '仅员工可见，写入审计日志。',
  },
  choose: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写原因。' },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
  submit: { en: 'Freeze', ru: 'Заморозить', zh: '冻结' },
  done: { en: 'The account is frozen.', ru: 'Аккаунт заморожен.', zh: '账户已冻结。' },
})

const CAUSES = ['suspicious_activity', 'owner_request', 'legal_request', 'terms_breach'] as const

export interface FreezeDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly person: PersonRef
}

export function FreezeDialog(props: FreezeDialogProps) {
  const t = useWords(dialogWords)
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('title')}>
      <FreezeForm {...props} />
    </Dialog>
  )
}

function FreezeForm({ onClose, person }: FreezeDialogProps) {
  const t = useWords(dialogWords)
  const say = useWords(freezeWords)
  const form = useFreeze(person.id, onClose)
  return (
    <Form form={form} label={t('title')}>
      <Callout kind="attention">
        <p>{t('means', { name: person.name })}</p>
        <p className="mt-1">{t('unfreeze')}</p>
      </Callout>
      <Select
        label={t('cause')}
        hint={t('cause_hint')}
        options={CAUSES.map((value) => ({ value, label: say(value) }))}
        {...form.text('cause')}
      />
      <TextArea
        label={t('reason')}
        hint={t('reason_hint')}
        rows={3}
        maxLength={1000}
        {...form.text('reason')}
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button kind="secondary" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" kind="danger" busy={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

function useFreeze(id: string, onClose: () => void) {
  const t = useWords(dialogWords)
  const client = useQueryClient()
  return useForm({
    initial: { cause: '', reason: '' },
    check: ({ cause, reason }) => ({
      cause: cause === '' ? t('choose') : undefined,
      reason: reason.trim() === '' ? t('why') : undefined,
    }),
    submit: ({ cause, reason }) => {
      const chosen = CAUSES.find((one) => one === cause) ?? 'suspicious_activity'
      return api.call('freezeAccount', { params: { id }, body: { cause: chosen, reason } })
    },
    done: () => {
      void client.invalidateQueries({ queryKey: ['person', id] })
      toast(t('done'))
      onClose()
    },
  })
}
