import { type Instant, type Uuid } from '@danbao/kernel'
import { inTransaction, type PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { readPerson } from '../base/person.ts'
import type { Visit } from '../base/sessions.ts'
import { defineMail, defineSms, type Mail, notifyPerson, type Sms } from '../messages/index.ts'
import { countRecoveryCodes } from './recovery-codes.ts'

interface Change {
  readonly personId: Uuid
  readonly visit: Visit
  readonly now: Instant
}

export type TwoFactorChange = 'totp_enabled' | 'totp_disabled' | 'recovery_codes_renewed'

/** Keeps the change in the history and tells the person by every way. */
export async function tellTwoFactorChange(
  client: PoolClient,
  deps: PeopleDeps,
  kind: TwoFactorChange,
  { personId, visit, now }: Change,
): Promise<void> {
  await recordHistory(client, { personId, kind, visit, now })
  const person = await readPerson(client, personId)
  if (person === undefined) return
  await notifyPerson(client, deps, person, { ...NOTICES[kind], now })
}

/** One code fewer: if it was not the owner who used it, the owner has to know. */
export function tellRecoveryCodeUsed(
  deps: PeopleDeps,
  personId: Uuid,
  now: Instant,
): Promise<void> {
  return inTransaction(deps.pool, async (client) => {
    const left = await countRecoveryCodes(client, personId)
    await recordHistory(client, { personId, kind: 'recovery_code_used', detail: { left }, now })
    const person = await readPerson(client, personId)
    if (person === undefined) return
    await notifyPerson(client, deps, person, { mail: CODE_USED, values: { left }, now })
  })
}

const NOT_YOU = {
  en: 'Was this not you? Sign in, change your password and end all sessions. Then write to our support: {support}',
  ru: 'Это были не вы? Войдите, смените пароль и завершите все сеансы. Затем напишите в поддержку: {support}',
  zh: '不是您本人操作？请登录后修改密码并退出所有设备，然后联系客服：{support}',
}

const CODE_USED = defineMail({
  en: {
    subject: 'A recovery code was used',
    lines: [
      'Somebody used one of your recovery codes in place of the authenticator app.',
      '{left, plural, =0 {No code is left. Make new ones in the settings now.} one {# code is left. Make new ones in the settings.} other {# codes are left.}}',
      NOT_YOU.en,
    ],
  },
  ru: {
    subject: 'Использован код восстановления',
    lines: [
      'Вместо приложения-аутентификатора был введён один из ваших кодов восстановления.',
      '{left, plural, =0 {Кодов не осталось. Создайте новые в настройках сейчас.} one {Остался # код.} few {Осталось # кода.} many {Осталось # кодов.} other {Осталось # кода.}}',
      NOT_YOU.ru,
    ],
  },
  zh: {
    subject: '恢复码已被使用',
    lines: [
      '有人使用了您的一个恢复码，代替身份验证器应用。',
      '{left, plural, =0 {恢复码已用完，请立即在设置中重新生成。} other {还剩 # 个恢复码。}}',
      NOT_YOU.zh,
    ],
  },
})

const NOTICES: Readonly<Record<TwoFactorChange, { readonly mail: Mail; readonly sms?: Sms }>> = {
  totp_enabled: {
    mail: defineMail({
      en: {
        subject: 'Sign-in in two steps is on',
        lines: [
          'From now on we ask for a code of your authenticator app when you sign in by password.',
          'Keep the recovery codes where you find them without your phone.',
          NOT_YOU.en,
        ],
      },
      ru: {
        subject: 'Двухэтапный вход включён',
        lines: [
          'Теперь при входе по паролю мы спрашиваем код из приложения-аутентификатора.',
          'Храните коды восстановления там, где найдёте их без телефона.',
          NOT_YOU.ru,
        ],
      },
      zh: {
        subject: '两步登录已开启',
        lines: [
          '今后使用密码登录时，我们会要求输入身份验证器应用中的验证码。',
          '请把恢复码保存在没有手机也能找到的地方。',
          NOT_YOU.zh,
        ],
      },
    }),
  },
  totp_disabled: {
    mail: defineMail({
      en: {
        subject: 'Sign-in in two steps is off',
        lines: [
          'Your password alone is now enough to sign in. The recovery codes are good no more.',
          'You can turn it on again in the settings at any time.',
          NOT_YOU.en,
        ],
      },
      ru: {
        subject: 'Двухэтапный вход выключен',
        lines: [
          'Теперь для входа достаточно пароля. Коды восстановления больше не действуют.',
          'Включить его снова можно в настройках в любое время.',
          NOT_YOU.ru,
        ],
      },
      zh: {
        subject: '两步登录已关闭',
        lines: [
          '现在仅凭密码即可登录，原有的恢复码已失效。',
          '您可以随时在设置中重新开启。',
          NOT_YOU.zh,
        ],
      },
    }),
    sms: defineSms({
      en: 'Danbao: sign-in in two steps was turned off. Not you? Change your password at once.',
      ru: 'Danbao: двухэтапный вход выключен. Это не вы? Срочно смените пароль.',
      zh: 'Danbao：两步登录已关闭。如非本人操作，请立即修改密码。',
    }),
  },
  recovery_codes_renewed: {
    mail: defineMail({
      en: {
        subject: 'You have new recovery codes',
        lines: ['Ten new recovery codes were made. The old ones are good no more.', NOT_YOU.en],
      },
      ru: {
        subject: 'Созданы новые коды восстановления',
        lines: [
          'Созданы десять новых кодов восстановления. Старые больше не действуют.',
          NOT_YOU.ru,
        ],
      },
      zh: {
        subject: '已生成新的恢复码',
        lines: ['已生成十个新的恢复码，旧的恢复码已失效。', NOT_YOU.zh],
      },
    }),
  },
}
