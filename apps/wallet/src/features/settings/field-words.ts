import { words } from '@danbao/ui'

/** What the forms of the settings have in common. */
export const fieldWords = words({
  password: { en: 'Your password', ru: 'Ваш пароль', zh: '您的登录密码' },
  password_why: {
    en: 'The one that you sign in with, so that we know it is you.',
    ru: 'Тот, с которым вы входите: так мы знаем, что это вы.',
    zh: '请输入登录密码，以确认是您本人。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  saved: { en: 'Saved.', ru: 'Сохранено.', zh: '已保存。' },
  cancel: { en: 'Leave it', ru: 'Не менять', zh: '取消' },
})
