import type { SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Loaded,
  Page,
  PasswordInput,
  TextInput,
  toast,
  useForm,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { PhoneCodeForm } from '../phone/phone-code-form.tsx'
import { PhoneNumber } from '../phone/phone-number.tsx'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const phoneWords = words({
  title: { en: 'Phone', ru: 'Телефон', zh: '手机号' },
  present: {
    en: 'Warnings go to {phone} by SMS.',
    ru: 'Предупреждения приходят по SMS на {phone}.',
    zh: '安全提醒以短信发送至 {phone}。',
  },
  none: {
    en: 'There is no number yet. With one we can warn you by SMS.',
    ru: 'Номера пока нет. С ним мы сможем предупреждать вас по SMS.',
    zh: '尚未设置手机号。设置后，我们可用短信提醒您。',
  },
  phone: { en: 'New mobile number', ru: 'Новый номер мобильного', zh: '新手机号码' },
  hint: {
    en: 'With + and the code of the country, or as you dial it at home.',
    ru: 'С «+» и кодом страны или так, как набираете дома.',
    zh: '可带“+”和国家代码，也可按本地拨号方式填写。',
  },
  send: { en: 'Send the code', ru: 'Отправить код', zh: '发送验证码' },
  changed: {
    en: 'Your number is changed. All other devices are signed out.',
    ru: 'Номер изменён. На всех других устройствах выполнен выход.',
    zh: '手机号已更换，其他设备已退出登录。',
  },
  same: {
    en: 'This is your number already.',
    ru: 'Это и есть ваш нынешний номер.',
    zh: '这就是您当前的手机号。',
  },
})

/** A new number, and the code that went there. */
export function PhonePage() {
  const t = useWords(phoneWords)
  const settings = useSettings()
  return (
    <Page title={t('title')} back="/settings">
      <Loaded query={settings}>
        {(known) => (
          <>
            <p>
              {known.phone === null
                ? t('none')
                : t.rich('present', { phone: <PhoneNumber of={known.phone} /> })}
            </p>
            <Change settings={known} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Change({ settings }: { readonly settings: SettingsView }) {
  const [another, setAnother] = useState(false)
  const waiting = settings.phone_change
  return waiting === null || another ? (
    <NumberForm onSent={() => setAnother(false)} />
  ) : (
    <CodeForm waiting={waiting} onAnother={() => setAnother(true)} />
  )
}

function NumberForm({ onSent }: { readonly onSent: () => void }) {
  const t = useWords(phoneWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const form = useForm({
    initial: { phone: '', password: '' },
    keep: 'settings.phone',
    secrets: ['password'],
    check: ({ phone, password }) => ({
      phone: phone.trim() === '' ? say('needed') : undefined,
      password: password === '' ? say('needed') : undefined,
    }),
    at: { password_wrong: 'password', phone_invalid: 'phone' },
    told: { phone: { same_phone: t('same') } },
    submit: (body) => api.call('requestPhoneChange', { body }),
    done: (next) => {
      take(next)
      onSent()
    },
  })
  return (
    <Form form={form} label={t('title')}>
      <TextInput
        {...form.text('phone')}
        label={t('phone')}
        hint={t('hint')}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        dir="ltr"
      />
      <PasswordInput
        {...form.text('password')}
        label={say('password')}
        hint={say('password_why')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('send')}
      </Button>
    </Form>
  )
}

interface CodeFormProps {
  readonly waiting: NonNullable<SettingsView['phone_change']>
  readonly onAnother: () => void
}

function CodeForm({ waiting, onAnother }: CodeFormProps) {
  const t = useWords(phoneWords)
  const take = useTakeSettings()
  const go = useGo()
  return (
    <PhoneCodeForm
      label={t('title')}
      waiting={waiting}
      submit={(code) => api.call('confirmPhoneChange', { body: { code } })}
      onDone={(next) => {
        take(next)
        toast(t('changed'))
        go('/settings')
      }}
      onAnother={onAnother}
    />
  )
}
