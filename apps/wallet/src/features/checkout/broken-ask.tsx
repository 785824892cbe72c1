import { buttonClass, Link, Page, useWords, words } from '@danbao/ui'

const brokenWords = words({
  title: {
    en: 'This link is not whole',
    ru: 'Ссылка повреждена',
    zh: '链接不完整',
  },
  text: {
    en: 'It was changed or cut off on its way, so we do not show what it says. Nothing was charged. Ask for the link once more.',
    ru: 'Её изменили или обрезали по дороге, поэтому мы не показываем, что в ней написано. Ничего не списано. Попросите прислать ссылку ещё раз.',
    zh: '链接在传递中被更改或截断，因此我们不显示其内容。未扣款。请让对方重新发送链接。',
  },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '进入钱包' },
})

/** Somebody made it say something else, or a messenger lost its end. */
export function BrokenAsk() {
  const t = useWords(brokenWords)
  return (
    <Page title={t('title')} intro={t('text')}>
      <Link href="/" className={buttonClass({ wide: true })}>
        {t('home')}
      </Link>
    </Page>
  )
}
