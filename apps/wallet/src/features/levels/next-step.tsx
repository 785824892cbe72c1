import type { LevelsView } from '@danbao/contracts/wallet'
import { buttonClass, cx, Link, useTime, useWords, words } from '@danbao/ui'

const nextWords = words({
  verify_card: {
    en: 'Next: level 1, at once, with a card that its bank confirms. Nothing is charged.',
    ru: 'Дальше — уровень 1, сразу: добавьте карту, её подтвердит банк. Ничего не спишется.',
    zh: '下一步：1 级，添加一张经银行验证的银行卡即可立即升级，不会扣款。',
  },
  add_card: { en: 'Add a card', ru: 'Добавить карту', zh: '添加银行卡' },
  card_away: {
    en: 'Level 1 comes with a verified card. This Danbao takes no cards yet; documents lead straight to level 2.',
    ru: 'Уровень 1 даёт подтверждённая карта. Карты этот Danbao пока не принимает; документы ведут сразу на уровень 2.',
    zh: '1 级需要已验证的银行卡。此 Danbao 暂不支持银行卡，提交证件可直接升至 2 级。',
  },
  documents: {
    en: 'With an identity document you reach level 2. It takes about five minutes, and staff answer within a day.',
    ru: 'Документ, удостоверяющий личность, даёт уровень 2. Это около пяти минут, сотрудники ответят в течение суток.',
    zh: '提交身份证件即可升至 2 级。约需五分钟，工作人员一天内答复。',
  },
  documents_away: {
    en: 'Documents are not checked at the moment.',
    ru: 'Сейчас документы не проверяются.',
    zh: '目前暂不受理证件审核。',
  },
  check_identity: { en: 'Prove your identity', ru: 'Подтвердить личность', zh: '验证身份' },
  continue: {
    en: 'Your identity check is half done. Go on where you stopped.',
    ru: 'Проверка личности начата. Продолжите с того же места.',
    zh: '您的身份验证尚未完成，可从中断处继续。',
  },
  asked: {
    en: 'Our staff have looked at your documents and need something more before they can decide. What it is, is marked.',
    ru: 'Сотрудники посмотрели ваши документы: чтобы решить, им нужно кое-что ещё. Что именно — отмечено.',
    zh: '工作人员已审阅您的证件，还需要补充材料才能做出决定。所需内容已标出。',
  },
  answer_staff: {
    en: 'See what is needed',
    ru: 'Посмотреть, что нужно',
    zh: '查看所需材料',
  },
  continue_identity: { en: 'Go on', ru: 'Продолжить', zh: '继续' },
  wait_text: {
    en: 'Your documents are with our staff. We write to you when they have decided.',
    ru: 'Ваши документы у сотрудников. Мы напишем, когда будет решение.',
    zh: '您的证件正在审核中，有结果后我们会通知您。',
  },
  wait: { en: 'See how it stands', ru: 'Посмотреть статус', zh: '查看进度' },
  renew_text: {
    en: 'Send your new document, so that your limits stay as they are.',
    ru: 'Пришлите новый документ, чтобы лимиты не изменились.',
    zh: '请提交新证件，以保持现有限额。',
  },
  renew_by: {
    en: 'Your document is good until {day}. Send the new one, so that your limits stay as they are.',
    ru: 'Ваш документ действует до {day} — пришлите новый, чтобы лимиты не изменились.',
    zh: '您的证件有效期至 {day}。请提交新证件，以保持现有限额。',
  },
  renew: { en: 'Send the new document', ru: 'Отправить новый документ', zh: '提交新证件' },
  nothing: {
    en: 'You have the highest level. There is nothing to do.',
    ru: 'У вас высший уровень. Делать ничего не нужно.',
    zh: '您已是最高等级，无需任何操作。',
  },
})

const WIDTH = 'w-full sm:w-auto sm:self-start'

/** What to do next for more, or that there is nothing to do. */
export function NextStep({ levels }: { readonly levels: LevelsView }) {
  const t = useWords(nextWords)
  const { next, identity } = levels
  const byCard = next === 'verify_card'
  const way = byCard && identity.available ? 'check_identity' : next
  return (
    <div className="mt-4 flex flex-col gap-3 first:mt-0">
      {useSentences(levels).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {byCard && (
        <Link href="/cards" className={cx(buttonClass({}), WIDTH)}>
          {t('add_card')}
        </Link>
      )}
      {way !== 'verify_card' && way !== 'nothing' && (
        <Link
          href="/identity"
          className={cx(
            buttonClass({ kind: byCard || way === 'wait' ? 'secondary' : 'primary' }),
            WIDTH,
          )}
        >
          {t(way)}
        </Link>
      )}
    </div>
  )
}

function useSentences({ level, next, card, identity }: LevelsView): readonly string[] {
  const t = useWords(nextWords)
  const { day } = useTime()
  const documents = identity.available ? t('documents') : t('documents_away')
  switch (next) {
    case 'verify_card':
      return card.available ? [t('verify_card'), documents] : [documents, t('card_away')]
    case 'check_identity':
      return level === 0 && !card.available ? [documents, t('card_away')] : [documents]
    case 'continue_identity':
      return [t('continue')]
    case 'answer_staff':
      return [t('asked')]
    case 'wait':
      return [t('wait_text')]
    case 'renew': {
      const { expires_on: until } = identity
      return [until === null ? t('renew_text') : t('renew_by', { day: day(until) })]
    }
    case 'nothing':
      return [t('nothing')]
  }
}
