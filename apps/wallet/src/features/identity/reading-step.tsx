import { Card, useWords, words } from '@danbao/ui'
import { ScanLine } from 'lucide-react'

const readingWords = words({
  title: { en: 'Reading your document', ru: 'Читаем документ', zh: '正在识别证件' },
  text: {
    en: 'It takes some seconds. This page goes on by itself; you can also leave it and come back.',
    ru: 'Это займёт несколько секунд. Страница продолжит сама; можно и уйти, и вернуться позже.',
    zh: '需要几秒钟，完成后页面会自动继续；您也可以离开，稍后再回来。',
  },
})

/** While a machine reads. */
export function ReadingStep() {
  const t = useWords(readingWords)
  return (
    <Card>
      <div role="status" className="flex flex-col items-center gap-3 py-10 text-center">
        <span className="grid size-16 animate-shimmer place-items-center rounded-full bg-jade-wash text-jade">
          <ScanLine aria-hidden className="size-7" />
        </span>
        <p className="text-large font-strong">{t('title')}</p>
        <p className="max-w-md text-ink-soft">{t('text')}</p>
      </div>
    </Card>
  )
}
