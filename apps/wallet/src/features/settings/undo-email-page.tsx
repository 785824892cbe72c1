import {
  Button,
  buttonClass,
  Callout,
  Link,
  Page,
  RefusalNote,
  TextLink,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { meQuery } from '../../queries.ts'
import { MissingToken } from '../links/missing-token.tsx'

const undoWords = words({
  title: { en: 'Take your address back', ru: 'Вернуть прежний адрес', zh: '恢复原邮箱' },
  intro: {
    en: 'Somebody changed the e-mail address of your account. If it was not you, take it back now.',
    ru: 'В вашем аккаунте сменили адрес почты. Если это не вы, верните прежний сейчас.',
    zh: '您账户的邮箱被更换。若非您本人操作，请立即恢复。',
  },
  what: { en: 'What happens then', ru: 'Что произойдёт', zh: '恢复后会怎样' },
  back: {
    en: 'The address that got this mail is yours again.',
    ru: 'Адрес, на который пришло это письмо, снова ваш.',
    zh: '收到此邮件的邮箱将重新属于您的账户。',
  },
  out: {
    en: 'Every device is signed out, and the present password stops working.',
    ru: 'На всех устройствах будет выполнен выход, а нынешний пароль перестанет действовать.',
    zh: '所有设备将退出登录，现有密码失效。',
  },
  secrets: {
    en: 'Phone, security questions and payment password become what they were three days before the change was requested. Passkeys and an authenticator app added after that are removed.',
    ru: 'Телефон, контрольные вопросы и платёжный пароль станут такими, какими были за трое суток до запроса на смену. Добавленные позже ключи доступа и приложение-аутентификатор удалятся.',
    zh: '手机号码、安全问题和支付密码将恢复到申请更改前三天的状态，此后添加的通行密钥和身份验证器将被移除。',
  },
  mail: {
    en: 'A mail comes with a link for a new password.',
    ru: 'Придёт письмо со ссылкой для нового пароля.',
    zh: '您会收到一封邮件，内含设置新密码的链接。',
  },
  rest: {
    en: 'For 24 hours no money can leave the wallet.',
    ru: '24 часа деньги не смогут уйти из кошелька.',
    zh: '24 小时内钱包中的资金无法转出。',
  },
  submit: { en: 'Take it back', ru: 'Вернуть адрес', zh: '恢复原邮箱' },
  mine: {
    en: 'It was me: leave it',
    ru: 'Это я: оставить как есть',
    zh: '是我本人操作，不撤销',
  },
  undone: { en: 'Your address is back', ru: 'Адрес возвращён', zh: '邮箱已恢复' },
  undone_text: {
    en: 'It is {email} again. Open the mail that we sent there now, and set a new password.',
    ru: 'Это снова {email}. Откройте письмо, которое мы только что туда отправили, и задайте новый пароль.',
    zh: '邮箱已恢复为 {email}。请打开刚刚发送的邮件，设置新密码。',
  },
  sign_in: { en: 'To the sign-in', ru: 'Ко входу', zh: '前往登录' },
  lost: {
    en: 'Get the account back another way',
    ru: 'Вернуть доступ другим способом',
    zh: '用其他方式找回账户',
  },
})

/**
 * Where the mail to the former address leads. It asks first: programs that look into mails follow
 * links too, and this one signs everybody out.
 */
export function UndoEmailPage() {
  const t = useWords(undoWords)
  const token = useSearchText('token')
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: (given: string) => api.call('undoEmailChange', { body: { token: given } }),
    // Every session of the account has ended, this one too.
    onSuccess: () => client.setQueryData(meQuery.queryKey, { object: 'me', state: 'nobody' }),
  })
  const lost = <TextLink href="/recover">{t('lost')}</TextLink>
  if (token === undefined) return <MissingToken title={t('title')} action={lost} />
  if (undo.data !== undefined) {
    return (
      <Page key="undone" title={t('undone')}>
        <Callout kind="success">{t('undone_text', { email: undo.data.email })}</Callout>
        <Link href="/sign-in" className={buttonClass({ kind: 'secondary', wide: true })}>
          {t('sign_in')}
        </Link>
      </Page>
    )
  }
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Callout title={t('what')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(['back', 'out', 'secrets', 'mail', 'rest'] as const).map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Callout>
      <RefusalNote error={undo.error} action={lost} />
      <div className="flex flex-col gap-2">
        <Button kind="danger" busy={undo.isPending} onClick={() => undo.mutate(token)} wide>
          {t('submit')}
        </Button>
        <Link href="/" className={buttonClass({ kind: 'quiet', wide: true })}>
          {t('mine')}
        </Link>
      </div>
    </Page>
  )
}
