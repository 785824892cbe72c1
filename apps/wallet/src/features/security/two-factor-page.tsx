import type { TwoFactor } from '@danbao/contracts/wallet'
import {
  Badge,
  Button,
  Callout,
  Card,
  Loaded,
  Page,
  RefusalNote,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { BothFactorsDialog } from './both-factors-dialog.tsx'
import { twoFactorQuery } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { type TotpSecret, TotpSetUp } from './totp-set-up.tsx'
import { useSure } from './use-sure.tsx'

const pageWords = words({
  title: { en: 'Sign-in in two steps', ru: 'Вход в два шага', zh: '两步验证' },
  intro: {
    en: 'Beside the password we ask for a code that only your phone shows. Who steals your password can do nothing with it then.',
    ru: 'Кроме пароля мы спросим код, который видно только на вашем телефоне. Украденный пароль тогда бесполезен.',
    zh: '登录时除密码外，还需输入仅在您手机上显示的验证码。即使密码泄露，他人也无法登录。',
  },
  need: { en: 'What you need', ru: 'Что понадобится', zh: '准备工作' },
  app: {
    en: 'An authenticator app on your phone, e.g. Google Authenticator, Aegis or the password manager that you use.',
    ru: 'Приложение-аутентификатор на телефоне: Google Authenticator, Aegis или ваш менеджер паролей.',
    zh: '手机上的身份验证器应用，例如 Google Authenticator、Aegis 或您使用的密码管理器。',
  },
  place: {
    en: 'A safe place for ten recovery codes, in case the phone gets lost.',
    ru: 'Надёжное место для десяти резервных кодов на случай потери телефона.',
    zh: '一个安全的地方，用于保存十个恢复代码，以防手机丢失。',
  },
  begin: { en: 'Set it up', ru: 'Настроить', zh: '开始设置' },
  on: { en: 'On', ru: 'Включён', zh: '已开启' },
  since: { en: 'Since {date}', ru: 'С {date}', zh: '{date} 起' },
  app_title: { en: 'Authenticator app', ru: 'Приложение-аутентификатор', zh: '身份验证器应用' },
  turn_off: { en: 'Turn off', ru: 'Выключить', zh: '关闭' },
  turn_off_title: {
    en: 'Turn off sign-in in two steps?',
    ru: 'Выключить вход в два шага?',
    zh: '要关闭两步验证吗？',
  },
  turn_off_text: {
    en: 'Then the password alone is enough to sign in. The recovery codes stop working.',
    ru: 'Тогда для входа хватит одного пароля. Резервные коды перестанут действовать.',
    zh: '关闭后仅凭密码即可登录，恢复代码也会失效。',
  },
  codes: { en: 'Recovery codes', ru: 'Резервные коды', zh: '恢复代码' },
  left: {
    en: '{count, plural, =0 {No code is left.} one {# code of 10 is left.} other {# codes of 10 are left.}}',
    ru: '{count, plural, =0 {Кодов не осталось.} one {Остался # код из 10.} few {Осталось # кода из 10.} many {Осталось # кодов из 10.} other {Осталось # кода из 10.}}',
    zh: '{count, plural, =0 {已无可用代码。} other {10 个中还剩 # 个。}}',
  },
  few: {
    en: 'Make new ones before you need them.',
    ru: 'Создайте новые, пока они не понадобились.',
    zh: '请趁早生成新的代码。',
  },
  renew: { en: 'Make new codes', ru: 'Создать новые коды', zh: '生成新代码' },
  renew_text: {
    en: 'The old codes stop working, also those on paper.',
    ru: 'Прежние коды перестанут действовать, и записанные на бумаге тоже.',
    zh: '旧代码将全部失效，包括已抄写或打印的。',
  },
})

/** A code of an app as second step of the sign-in. */
export function TwoFactorPage() {
  const t = useWords(pageWords)
  const client = useQueryClient()
  const query = useQuery(twoFactorQuery)
  const [secret, setSecret] = useState<TotpSecret>()
  const [codes, setCodes] = useState<readonly string[]>()
  const show = (made: readonly string[]): void => {
    setSecret(undefined)
    setCodes(made)
    void client.invalidateQueries({ queryKey: twoFactorQuery.queryKey })
  }
  if (codes !== undefined) {
    return (
      <Page key="codes" title={t('codes')}>
        <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
      </Page>
    )
  }
  if (secret !== undefined) {
    return (
      <Page key="set-up" title={t('title')}>
        <TotpSetUp secret={secret} onDone={show} onStop={() => setSecret(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={query}>
        {(state) =>
          state.totp.enabled ? <On state={state} onCodes={show} /> : <Off onSecret={setSecret} />
        }
      </Loaded>
    </Page>
  )
}

function Off({ onSecret }: { readonly onSecret: (secret: TotpSecret) => void }) {
  const t = useWords(pageWords)
  const begin = useSure((_: undefined, proof) => api.call('beginTotp', { body: proof }), onSecret)
  return (
    <>
      <Card title={t('need')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          <li>{t('app')}</li>
          <li>{t('place')}</li>
        </ul>
      </Card>
      <RefusalNote error={begin.error} />
      <Button busy={begin.busy} onClick={() => begin.run(undefined)} wide>
        {t('begin')}
      </Button>
      {begin.dialog}
    </>
  )
}

interface OnProps {
  readonly state: TwoFactor
  readonly onCodes: (codes: readonly string[]) => void
}

const FEW = 3

function On({ state, onCodes }: OnProps) {
  const t = useWords(pageWords)
  const { date } = useTime()
  const client = useQueryClient()
  const [asking, setAsking] = useState<'turn_off' | 'renew'>()
  const { totp, recovery_codes_left: left } = state
  const close = (): void => setAsking(undefined)
  return (
    <>
      <Card title={t('app_title')} action={<Badge kind="success">{t('on')}</Badge>}>
        {totp.enabled_at !== null && <p>{t('since', { date: date(totp.enabled_at) })}</p>}
        <Button kind="secondary" className="mt-4" onClick={() => setAsking('turn_off')}>
          {t('turn_off')}
        </Button>
      </Card>
      <Card title={t('codes')}>
        {left <= FEW ? (
          <Callout kind="attention" title={t('left', { count: left })}>
            {t('few')}
          </Callout>
        ) : (
          <p>{t('left', { count: left })}</p>
        )}
        <Button kind="secondary" className="mt-4" onClick={() => setAsking('renew')}>
          {t('renew')}
        </Button>
      </Card>
      <BothFactorsDialog
        open={asking === 'turn_off'}
        onClose={close}
        title={t('turn_off_title')}
        text={t('turn_off_text')}
        submit={t('turn_off')}
        kind="danger"
        onFactors={async (body) => {
          const next = await api.call('disableTotp', { body })
          close()
          client.setQueryData(twoFactorQuery.queryKey, next)
        }}
      />
      <BothFactorsDialog
        open={asking === 'renew'}
        onClose={close}
        title={t('renew')}
        text={t('renew_text')}
        submit={t('renew')}
        kind="primary"
        onFactors={async (body) => {
          const made = await api.call('newRecoveryCodes', { body })
          close()
          onCodes(made.codes)
        }}
      />
    </>
  )
}
