import { Copy } from 'lucide-react'
import { toast } from '../overlays/toast.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { Button } from './button.tsx'

const copyWords = words({
  copied: { en: 'Copied.', ru: 'Скопировано.', zh: '已复制。' },
  failed: {
    en: 'The browser does not allow copying. Select the text by hand.',
    ru: 'Браузер не даёт копировать. Выделите текст вручную.',
    zh: '浏览器不允许复制，请手动选择文本。',
  },
})

export interface CopyButtonProps {
  readonly text: string
  readonly label: string
}

/** Puts a text where the person can paste it, and says whether that worked. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useWords(copyWords)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('copied'))
    } catch {
      toast(t('failed'), 'danger')
    }
  }
  return (
    <Button kind="secondary" icon={Copy} onClick={() => void copy()}>
      {label}
    </Button>
  )
}
