import type { SandboxPerson, SignInAnswer } from '@danbao/contracts/wallet'
import { Button, Card, RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { entranceQuery } from './queries.ts'

const peopleWords = words({
  title: { en: 'Sandbox: sign in as …', ru: 'Песочница: войти как…', zh: '沙盒：登录为…' },
  text: {
    en: 'Play money only. One click signs in, without a password.',
    ru: 'Деньги здесь игрушечные. Вход одним нажатием, без пароля.',
    zh: '仅使用虚拟资金。一键登录，无需密码。',
  },
  buyer: {
    en: '<quiet>Sandbox: sign in as </quiet>a buyer with money',
    ru: '<quiet>Песочница: войти как </quiet>покупатель с деньгами',
    zh: '<quiet>沙盒：登录为</quiet>有余额的买家',
  },
  new_buyer: {
    en: '<quiet>Sandbox: sign in as </quiet>a new buyer',
    ru: '<quiet>Песочница: войти как </quiet>новый покупатель',
    zh: '<quiet>沙盒：登录为</quiet>新买家',
  },
  seller: {
    en: '<quiet>Sandbox: sign in as </quiet>a seller',
    ru: '<quiet>Песочница: войти как </quiet>продавец',
    zh: '<quiet>沙盒：登录为</quiet>卖家',
  },
})

export interface SandboxPeopleProps {
  readonly onDone: (answer: SignInAnswer) => void
}

/** For demonstrations; a live server offers nobody, and then there is nothing to see. */
export function SandboxPeople({ onDone }: SandboxPeopleProps) {
  const t = useWords(peopleWords)
  const { data } = useQuery(entranceQuery)
  const signIn = useMutation({
    mutationFn: (person: SandboxPerson) => api.call('signInAsSandboxPerson', { body: { person } }),
    onSuccess: onDone,
  })
  if (data === undefined || data.one_click.length === 0) return null
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-ink-soft">{t('text')}</p>
      <RefusalNote error={signIn.error} />
      <div className="flex flex-col gap-2">
        {data.one_click.map(({ person }) => (
          <Button
            key={person}
            kind="secondary"
            busy={signIn.isPending && signIn.variables === person}
            onClick={() => signIn.mutate(person)}
          >
            {t.rich(person, { quiet: (inside) => <span className="sr-only">{inside}</span> })}
          </Button>
        ))}
      </div>
    </Card>
  )
}
