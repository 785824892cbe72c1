import {
  Button,
  currentLanguage,
  Dialog,
  Form,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  Select,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { marketplacesQuery } from '../common/marketplaces-query.ts'
import { useKeepMember } from './queries.ts'
import { NO_ROLES, RoleChoices, rolesOf } from './role-choices.tsx'

const inviteWords = words({
  title: { en: 'Invite a colleague', ru: 'Пригласить коллегу', zh: '邀请同事' },
  text: {
    en: 'A mail with a link goes out. With it they choose a password and set up the second factor. The link is good for three days.',
    ru: 'Уйдёт письмо со ссылкой: по ней коллега задаст пароль и настроит второй фактор. Ссылка действует три дня.',
    zh: '系统将发送邮件链接，对方可据此设置密码和第二重验证。链接三天内有效。',
  },
  name: { en: 'Name', ru: 'Имя', zh: '姓名' },
  email: { en: 'E-mail address', ru: 'Адрес почты', zh: '邮箱' },
  language: { en: 'Language of the mails', ru: 'Язык писем', zh: '邮件语言' },
  works_for: { en: 'Works for', ru: 'Работает', zh: '所属' },
  operator: { en: 'Us, the operator', ru: 'У нас, в операторе', zh: '运营方（本方）' },
  merchant_of: {
    en: 'The marketplace {name}',
    ru: 'В маркетплейсе {name}',
    zh: '商城 {name}',
  },
  merchant_means: {
    en: 'They see and change this marketplace only: keys, webhooks, look, times and commission. No people, no queue.',
    ru: 'Увидит и сможет менять только этот маркетплейс: ключи, вебхуки, оформление, сроки и комиссию. Без пользователей и очереди.',
    zh: '只能查看和更改该商城的密钥、网络钩子、外观、期限和佣金，看不到用户和队列。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  role_needed: {
    en: 'Choose at least one role.',
    ru: 'Выберите хотя бы одну роль.',
    zh: '请至少选择一个角色。',
  },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
  submit: { en: 'Send the invitation', ru: 'Отправить приглашение', zh: '发送邀请' },
  done: { en: 'The invitation is on its way.', ru: 'Приглашение отправлено.', zh: '邀请已发送。' },
  done_waits: {
    en: 'Invited. The role of administrator waits for a second person.',
    ru: 'Приглашение отправлено. Роль администратора ждёт второго голоса.',
    zh: '邀请已发送，管理员角色待第二人审批。',
  },
})

export interface InviteDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function InviteDialog({ open, onClose }: InviteDialogProps) {
  const t = useWords(inviteWords)
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <p className="text-ink-soft">{t('text')}</p>
      <InviteForm onClose={onClose} />
    </Dialog>
  )
}

function InviteForm({ onClose }: Pick<InviteDialogProps, 'onClose'>) {
  const t = useWords(inviteWords)
  const form = useInvitation(onClose)
  const marketplaces = useQuery(marketplacesQuery).data?.data ?? []
  const places = [
    { value: OPERATOR, label: t('operator') },
    ...marketplaces.map(({ id, name }) => ({ value: id, label: t('merchant_of', { name }) })),
  ]
  return (
    <Form form={form} label={t('title')}>
      <TextInput label={t('name')} autoComplete="off" maxLength={200} {...form.text('name')} />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('email')}
      />
      <Select label={t('works_for')} placeholder={false} options={places} {...form.text('place')} />
      {form.values.place === OPERATOR ? (
        <RoleChoices flag={form.flag} />
      ) : (
        <p className="rounded-card bg-well p-3 text-small">{t('merchant_means')}</p>
      )}
      <Select
        label={t('language')}
        placeholder={false}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        {...form.text('language')}
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button kind="secondary" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

/** In the place of a marketplace's id. */
const OPERATOR = 'operator'

function useInvitation(onClose: () => void) {
  const t = useWords(inviteWords)
  const keep = useKeepMember()
  return useForm({
    keep: 'invite',
    initial: {
      name: '',
      email: '',
      place: OPERATOR,
      language: String(currentLanguage()),
      ...NO_ROLES,
    },
    check: ({ name, email, place, ...chosen }) => ({
      name: name.trim() === '' ? t('needed') : undefined,
      email: email.trim() === '' ? t('needed') : undefined,
      support: place === OPERATOR && rolesOf(chosen).length === 0 ? t('role_needed') : undefined,
    }),
    submit: ({ name, email, place, language, ...chosen }) =>
      api.call('createStaff', {
        body: {
          name: name.trim(),
          email: email.trim(),
          ...(place === OPERATOR
            ? { roles: rolesOf(chosen) }
            : { roles: ['merchant'], marketplace: place }),
          language: isLanguage(language) ? language : 'en',
        },
      }),
    at: { email_in_use: 'email' },
    done: ({ member, approval }) => {
      keep(member)
      toast(approval === null ? t('done') : t('done_waits'))
      onClose()
    },
  })
}
