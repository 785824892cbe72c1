import { Callout, buttonClass, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'

const specimenWords = words({
  title: { en: 'This is a sandbox', ru: 'Это песочница', zh: '这是沙盒环境' },
  text: {
    en: 'Do not upload your own passport here. Take a specimen in your name instead.',
    ru: 'Не загружайте сюда свой паспорт. Возьмите образец на ваше имя.',
    zh: '请勿在此上传您本人的护照，可使用以您姓名制作的样本。',
  },
  take: { en: 'Save a specimen passport', ru: 'Сохранить образец паспорта', zh: '下载护照样本' },
})

/** What to try the check with where no money is real. */
export function SpecimenNote() {
  const t = useWords(specimenWords)
  const address = api.url('getSpecimenPassport')
  return (
    <Callout
      title={t('title')}
      action={
        <a href={address} download="specimen.jpg" className={buttonClass({ kind: 'secondary' })}>
          {t('take')}
        </a>
      }
    >
      {t('text')}
    </Callout>
  )
}
