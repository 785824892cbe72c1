import { Button, toast, useWords, words } from '@danbao/ui'
import { Copy } from 'lucide-react'

const copyWords = words({
  copied: { en: 'Copied.', ru: 'Скопировано.', zh: '已复制。' },
  failed: {
    en: 'The browser does not allow copying. Select the text by hand.',
    ru: 'Браузер не даёт копировать. Выделите текст вручную.',
    zh: '浏览器不允许复制，请手动选择文本。',
  },
})

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
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
