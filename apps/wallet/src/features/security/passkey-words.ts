import { words } from '@danbao/ui'

export const passkeyWords = words({
  title: { en: 'Passkeys', ru: 'Ключи доступа', zh: '通行密钥' },
  intro: {
    en: 'Sign in with a finger, your face or the lock of the device. Nothing to remember, and nothing that a false site could steal.',
    ru: 'Вход по отпечатку, лицу или блокировке устройства. Нечего запоминать и нечего украсть поддельному сайту.',
    zh: '用指纹、面容或设备锁屏登录。无需记忆，钓鱼网站也无从窃取。',
  },
  present: { en: 'Your passkeys', ru: 'Ваши ключи', zh: '您的通行密钥' },
  synced: { en: 'On all your devices', ru: 'На всех ваших устройствах', zh: '已同步到您的设备' },
  made: { en: 'Made {date}', ru: 'Создан {date}', zh: '创建于 {date}' },
  used: { en: 'used {time}', ru: 'использован {time}', zh: '上次使用：{time}' },
  never_used: { en: 'never used', ru: 'не использовался', zh: '未使用过' },
  rename: { en: 'Rename {name}', ru: 'Переименовать {name}', zh: '重命名 {name}' },
  rename_title: { en: 'Rename the passkey', ru: 'Переименовать ключ', zh: '重命名通行密钥' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  delete: { en: 'Delete {name}', ru: 'Удалить {name}', zh: '删除 {name}' },
  delete_title: { en: 'Delete “{name}”?', ru: 'Удалить «{name}»?', zh: '要删除“{name}”吗？' },
  delete_text: {
    en: 'It will sign nobody in any more. Remove it from your device too, or the device will go on offering it.',
    ru: 'Войти с ним больше не получится. Удалите его и на самом устройстве, иначе оно продолжит его предлагать.',
    zh: '删除后将无法用它登录。请同时在设备上删除，否则设备仍会提示使用。',
  },
  delete_confirm: { en: 'Delete it', ru: 'Удалить', zh: '删除' },
  keep: { en: 'Keep it', ru: 'Оставить', zh: '保留' },
  deleted: { en: 'The passkey was deleted.', ru: 'Ключ удалён.', zh: '通行密钥已删除。' },
  add_title: { en: 'Add a passkey', ru: 'Добавить ключ доступа', zh: '添加通行密钥' },
  add_text: {
    en: 'Your device will ask for a finger, your face or its code. What it checks stays on the device.',
    ru: 'Устройство попросит отпечаток, лицо или код. То, что оно проверяет, его не покидает.',
    zh: '设备会要求验证指纹、面容或锁屏密码。这些信息不会离开您的设备。',
  },
  name: { en: 'Name of the passkey', ru: 'Название ключа', zh: '通行密钥名称' },
  name_hint: {
    en: 'So that you know it again, e.g. “Work laptop”.',
    ru: 'Чтобы потом узнать его, например «Рабочий ноутбук».',
    zh: '便于日后辨认，例如“工作电脑”。',
  },
  name_missing: { en: 'Give it a name.', ru: 'Дайте ему название.', zh: '请填写名称。' },
  add: { en: 'Create the passkey', ru: 'Создать ключ', zh: '创建通行密钥' },
  added: {
    en: 'The passkey was added. Use it at the next sign-in.',
    ru: 'Ключ добавлен. Войдите с ним в следующий раз.',
    zh: '通行密钥已添加，下次登录时即可使用。',
  },
  none_made: { en: 'No passkey was made', ru: 'Ключ не создан', zh: '未创建通行密钥' },
  stopped: {
    en: 'It was stopped or took too long. Check that the device has a screen lock, then try again.',
    ru: 'Создание прервано или длилось слишком долго. Проверьте, что на устройстве включена блокировка экрана, и попробуйте ещё раз.',
    zh: '操作被取消或超时。请确认设备已设置锁屏，然后重试。',
  },
  exists: {
    en: 'This device has a passkey for your wallet already.',
    ru: 'На этом устройстве уже есть ключ для вашего кошелька.',
    zh: '此设备上已有您钱包的通行密钥。',
  },
  cannot: {
    en: 'This browser knows no passkeys',
    ru: 'Этот браузер не умеет создавать ключи доступа',
    zh: '此浏览器不支持通行密钥',
  },
  cannot_text: {
    en: 'Open the wallet in a current Chrome, Safari, Edge or Firefox to add one. Everything else works here.',
    ru: 'Чтобы добавить ключ, откройте кошелёк в свежем Chrome, Safari, Edge или Firefox. Всё остальное работает и здесь.',
    zh: '请用新版 Chrome、Safari、Edge 或 Firefox 打开钱包来添加。其他功能在此均可使用。',
  },
})
