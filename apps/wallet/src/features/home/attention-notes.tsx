import type { Attention } from '@danbao/contracts/wallet'
import { Callout, TextLink, useTime, useWords, words } from '@danbao/ui'
import { WriteToSupport } from '../support/write-to-support.tsx'

const noteWords = words({
  frozen: { en: 'Spending is stopped', ru: 'Расходы остановлены', zh: '支出已暂停' },
  frozen_text: {
    en: 'Our staff froze this account and look into it; how long that takes can not be said yet. Your money is safe and refunds still come in. As soon as the account is open again you get a mail and an SMS.',
    ru: 'Сотрудники заморозили этот аккаунт и разбираются; сколько это займёт, сказать пока нельзя. Деньги в сохранности, возвраты приходят как обычно. Когда аккаунт откроют, вы получите письмо и SMS.',
    zh: '工作人员已冻结此账户并正在核查，目前无法确定所需时间。您的资金安全，退款仍可入账。账户恢复后，我们会通过邮件和短信通知您。',
  },
  resting: {
    en: 'Payments are paused for your safety',
    ru: 'Платежи ненадолго приостановлены',
    zh: '为保障安全，支付已暂停',
  },
  resting_text: {
    en: 'Access to this account was recovered, so nothing can be spent until {when}. If it was not you, this gives you time to stop it. Refunds still come in.',
    ru: 'Доступ к аккаунту недавно восстановили, поэтому потратить пока ничего нельзя. Снова можно будет: {when}. Если это были не вы, есть время вмешаться. Возвраты приходят как обычно.',
    zh: '此账户刚刚恢复访问，在 {when} 之前不能支出。如非您本人操作，您有时间加以阻止。退款仍可入账。',
  },
  protect: { en: 'It was not me', ru: 'Это был не я', zh: '不是我本人' },
  document_expiring: {
    en: 'Your document expires soon',
    ru: 'Срок документа скоро истечёт',
    zh: '您的证件即将到期',
  },
  document_expiring_text: {
    en: 'It is good until {when}. Send the new one by then and your limits stay as they are.',
    ru: 'Он действует до {when} — пришлите новый до этого дня, и лимиты сохранятся.',
    zh: '证件有效期至 {when}。请在此之前提交新证件，限额将保持不变。',
  },
  document_expired: {
    en: 'Your document has expired',
    ru: 'Срок документа истёк',
    zh: '您的证件已过期',
  },
  document_expired_text: {
    en: 'Until a new one is checked, the lower limits apply. Your money is not touched.',
    ru: 'Пока новый не проверен, действуют меньшие лимиты. Денег это не касается.',
    zh: '新证件审核通过前，将适用较低限额。您的资金不受影响。',
  },
  identity_asked: {
    en: 'Our staff need something more from you',
    ru: 'Сотрудникам нужно от вас кое-что ещё',
    zh: '工作人员需要您补充材料',
  },
  identity_asked_text: {
    en: 'They looked at your documents and can not decide yet. What is missing is marked; send it when you can. There is no deadline, and until then your level stays as it is.',
    ru: 'Они посмотрели ваши документы, но решить пока не могут. Недостающее отмечено — пришлите, когда сможете. Срока нет, а уровень пока остаётся прежним.',
    zh: '您的证件已审阅，但暂时无法做出决定。缺少的内容已标出，请在方便时补交。没有截止时间，在此之前您的等级保持不变。',
  },
  identity_asked_by: {
    en: 'They looked at your documents and can not decide yet. Send what is marked by {when}: a payment of yours waits for it, and its money goes back to your wallet after that.',
    ru: 'Они посмотрели ваши документы, но решить пока не могут. Пришлите отмеченное, крайний срок — {when}: этого ждёт ваш платёж, а потом его деньги вернутся в кошелёк.',
    zh: '您的证件已审阅，但暂时无法做出决定。请在 {when} 之前补交标出的内容：您有一笔付款正等待审核，逾期款项将退回您的钱包。',
  },
  answer: { en: 'See what is needed', ru: 'Посмотреть, что нужно', zh: '查看所需材料' },
  renew: { en: 'Send the new document', ru: 'Отправить новый документ', zh: '提交新证件' },
})

/** What the person should know before anything else. */
export function AttentionNotes({ notes }: { readonly notes: readonly Attention[] }) {
  return notes.map((note) => <Note key={note.kind} note={note} />)
}

function Note({ note: { kind, at } }: { readonly note: Attention }) {
  const t = useWords(noteWords)
  const { deadline, date } = useTime()
  switch (kind) {
    case 'frozen':
      return (
        <Callout kind="danger" title={t('frozen')}>
          <p>{t('frozen_text')}</p>
          <WriteToSupport />
        </Callout>
      )
    case 'resting':
      return (
        <Callout
          kind="attention"
          title={t('resting')}
          action={<TextLink href="/recover">{t('protect')}</TextLink>}
        >
          {t('resting_text', { when: at === null ? '—' : deadline(at) })}
        </Callout>
      )
    case 'identity_asked':
      return (
        <Callout
          kind="attention"
          title={t(kind)}
          action={<TextLink href="/identity">{t('answer')}</TextLink>}
        >
          {at === null ? t('identity_asked_text') : t('identity_asked_by', { when: deadline(at) })}
        </Callout>
      )
    case 'document_expiring':
      return (
        <Callout kind="attention" title={t(kind)} action={<Renew />}>
          {t('document_expiring_text', { when: at === null ? '—' : date(at) })}
        </Callout>
      )
    case 'document_expired':
      return (
        <Callout kind="attention" title={t(kind)} action={<Renew />}>
          {t('document_expired_text')}
        </Callout>
      )
  }
}

function Renew() {
  const t = useWords(noteWords)
  return <TextLink href="/identity">{t('renew')}</TextLink>
}
