import type { Instant } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import type { Person } from '../base/person.ts'
import type { Visit } from '../base/sessions.ts'
import { defineMail, notifyPerson } from '../messages/index.ts'

interface Change {
  readonly person: Person
  /** The name of the marketplace. */
  readonly marketplace: string
  readonly visit: Visit
  readonly now: Instant
}

/** Keeps the change in the history and tells the person. */
export async function tellLinkChange(
  client: PoolClient,
  deps: PeopleDeps,
  kind: 'marketplace_linked' | 'marketplace_unlinked',
  { person, marketplace, visit, now }: Change,
): Promise<void> {
  await recordHistory(client, { personId: person.id, kind, detail: { marketplace }, visit, now })
  await notifyPerson(client, deps, person, { mail: NOTICES[kind], values: { marketplace }, now })
}

const NOTICES = {
  marketplace_linked: defineMail({
    en: {
      subject: 'You can now sign in with “{marketplace}”',
      lines: [
        'Your account at “{marketplace}” was linked. Whoever can sign in there can sign in here.',
        'Was this not you? Unlink it in the settings, change your password and end all sessions.',
      ],
    },
    ru: {
      subject: 'Теперь можно войти через маркетплейс «{marketplace}»',
      lines: [
        'Ваш аккаунт на маркетплейсе «{marketplace}» привязан. Тот, кто может войти там, сможет войти и здесь.',
        'Это были не вы? Отвяжите его в настройках, смените пароль и завершите все сеансы.',
      ],
    },
    zh: {
      subject: '现在可以使用“{marketplace}”登录',
      lines: [
        '您在“{marketplace}”的账户已关联。能登录该商城的人即可登录此处。',
        '不是您本人操作？请在设置中取消关联，修改密码并退出所有设备。',
      ],
    },
  }),
  marketplace_unlinked: defineMail({
    en: {
      subject: '“{marketplace}” is no longer linked',
      lines: [
        'Signing in with “{marketplace}” is no longer possible. Use your password or a passkey.',
        'Was this not you? Change your password and end all sessions.',
      ],
    },
    ru: {
      subject: 'Привязка к маркетплейсу «{marketplace}» удалена',
      lines: [
        'Войти через маркетплейс «{marketplace}» больше нельзя. Используйте пароль или ключ доступа.',
        'Это были не вы? Смените пароль и завершите все сеансы.',
      ],
    },
    zh: {
      subject: '已取消关联“{marketplace}”',
      lines: [
        '已不能再使用“{marketplace}”登录，请使用密码或通行密钥。',
        '不是您本人操作？请修改密码并退出所有设备。',
      ],
    },
  }),
}
