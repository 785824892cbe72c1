import type { Instant } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import type { Person } from '../base/person.ts'
import type { Visit } from '../base/sessions.ts'
import { defineMail, notifyPerson } from '../messages/index.ts'

interface Change {
  readonly person: Person
  readonly name: string
  readonly visit: Visit
  readonly now: Instant
}

/** Keeps the change in the history and tells the person. */
export async function tellPasskeyChange(
  client: PoolClient,
  deps: PeopleDeps,
  kind: 'passkey_added' | 'passkey_removed',
  { person, name, visit, now }: Change,
): Promise<void> {
  await recordHistory(client, { personId: person.id, kind, detail: { name }, visit, now })
  await notifyPerson(client, deps, person, { mail: NOTICES[kind], values: { name }, now })
}

const NOTICES = {
  passkey_added: defineMail({
    en: {
      subject: 'A passkey was added',
      lines: [
        'The passkey “{name}” can now sign in to your account, without password and code.',
        'Was this not you? Remove it in the settings, change your password and end all sessions.',
      ],
    },
    ru: {
      subject: 'Добавлен ключ доступа',
      lines: [
        'Теперь с ключом доступа «{name}» можно войти в ваш аккаунт без пароля и кода.',
        'Это были не вы? Удалите ключ в настройках, смените пароль и завершите все сеансы.',
      ],
    },
    zh: {
      subject: '已添加通行密钥',
      lines: [
        '通行密钥“{name}”现在可以直接登录您的账户，无需密码和验证码。',
        '不是您本人操作？请在设置中删除该密钥，修改密码并退出所有设备。',
      ],
    },
  }),
  passkey_removed: defineMail({
    en: {
      subject: 'A passkey was removed',
      lines: [
        'The passkey “{name}” can no longer sign in to your account.',
        'Was this not you? Sign in by password, change it and end all sessions.',
      ],
    },
    ru: {
      subject: 'Ключ доступа удалён',
      lines: [
        'С ключом доступа «{name}» больше нельзя войти в ваш аккаунт.',
        'Это были не вы? Войдите по паролю, смените его и завершите все сеансы.',
      ],
    },
    zh: {
      subject: '通行密钥已删除',
      lines: [
        '通行密钥“{name}”已不能再登录您的账户。',
        '不是您本人操作？请使用密码登录，修改密码并退出所有设备。',
      ],
    },
  }),
}
