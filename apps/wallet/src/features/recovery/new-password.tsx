import { PASSWORD_RULES } from '@danbao/contracts/wallet'
import { PasswordInput, useWords, words } from '@danbao/ui'
import { PasswordStrength } from '../registration/password-strength.tsx'

export const newPasswordWords = words({
  password: { en: 'New password', ru: 'Новый пароль', zh: '新密码' },
  hint: {
    en: 'At least {count, plural, one {# character} other {# characters}}. The old one never works again.',
    ru: 'Не меньше {count, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}. Старый больше не подойдёт.',
    zh: '{count, plural, other {至少 # 个字符。旧密码将永久失效。}}',
  },
  short: { en: 'This is too short.', ru: 'Слишком коротко.', zh: '密码太短。' },
})

export interface NewPasswordProps {
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

/** The field for a new password, with its strength. */
export function NewPassword(field: NewPasswordProps) {
  const t = useWords(newPasswordWords)
  return (
    <div className="flex flex-col gap-3">
      <PasswordInput
        {...field}
        label={t('password')}
        hint={t('hint', { count: PASSWORD_RULES.shortest })}
        autoComplete="new-password"
      />
      <PasswordStrength password={field.value} personal={[]} />
    </div>
  )
}

export function isTooShort(password: string): boolean {
  return password.length < PASSWORD_RULES.shortest
}
