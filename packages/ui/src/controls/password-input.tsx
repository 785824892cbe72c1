import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { IconButton } from './button.tsx'
import { TextInput, type TextInputProps } from './text-input.tsx'

const passwordWords = words({
  show: { en: 'Show password', ru: 'Показать пароль', zh: '显示密码' },
  hide: { en: 'Hide password', ru: 'Скрыть пароль', zh: '隐藏密码' },
})

export type PasswordInputProps = Omit<TextInputProps, 'type' | 'end'> & {
  /** `new-password` lets the browser offer one. */
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at, because typing blind is how people lock themselves out. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useWords(passwordWords)
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? t('hide') : t('show')}
          pressed={shown}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
