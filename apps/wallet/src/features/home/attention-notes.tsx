import type { Attention } from '@danbao/contracts/wallet'
import { Callout, TextLink, useTime, useWords, words } from '@danbao/ui'

const noteWords = words({
  frozen: { en: 'Spending is stopped', ru: 'Расходы остановлены', zh: '支出已暂停' },
  frozen_text: {
    en: 'Our staff froze this account. Your money is safe and refunds still come in. We have written to you what happens next.',
    ru: 'Сотрудники заморозили этот аккаунт. Деньги в сохранности, возвраты приходят как обычно. Что будет дальше, мы написали вам в письме.',
    zh: '工作人员已冻结此账户。您的资金安全，退款仍可入账。后续安排已通过邮件告知您。',
  },
  resting: { en: 'Your money rests', ru: 'Деньги отдыхают', zh: '资金处于静置期' },
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
          {t('frozen_text')}
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
