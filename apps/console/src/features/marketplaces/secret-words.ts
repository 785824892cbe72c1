import { words } from '@danbao/ui'

export const secretWords = words({
  title: { en: 'The secret of the address', ru: 'Секрет адреса', zh: '接收地址的密钥' },
  text: {
    en: 'With it the marketplace’s program proves that a message is ours. It is shown this once.',
    ru: 'По нему программа маркетплейса убеждается, что сообщение от нас. Он показан единственный раз.',
    zh: '商城程序用它验证消息来自我们。仅显示这一次。',
  },
})
