import type { IdentityCheckView } from '@danbao/contracts/wallet'
import { Card, Countdown, Facts, Steps, useLocale, useTime, useWords, words } from '@danbao/ui'
import { documentWords } from './document-words.ts'

const submittedWords = words({
  title: { en: 'Our staff look at it', ru: 'Документ на проверке', zh: '工作人员正在审核' },
  sent: { en: 'Sent', ru: 'Отправлено', zh: '已提交' },
  decision: { en: 'Staff decide', ru: 'Сотрудники решают', zh: '审核中' },
  by: {
    en: 'You have an answer by {when}.',
    ru: 'Ответ будет не позднее: {when}.',
    zh: '最晚 {when} 答复您。',
  },
  soon: { en: 'You will have an answer soon.', ru: 'Ответ скоро будет.', zh: '很快会有答复。' },
  left: { en: '{left} left', ru: 'Осталось: {left}', zh: '剩余 {left}' },
  late: {
    en: 'It takes longer than we promised. We are sorry; it is first in our queue.',
    ru: 'Это длится дольше обещанного. Простите — ваше дело первое в очереди.',
    zh: '审核时间超出承诺，非常抱歉，您的申请已排在最前。',
  },
  level: { en: 'Level 2', ru: 'Уровень 2', zh: '2 级' },
  mail: {
    en: 'We write to you in either case. You need not keep this page open.',
    ru: 'В любом случае мы вам напишем. Держать страницу открытой не нужно.',
    zh: '无论结果如何，我们都会通知您，无需停留在此页面。',
  },
  data: { en: 'What you sent', ru: 'Что вы отправили', zh: '您提交的信息' },
  document: { en: 'Document', ru: 'Документ', zh: '证件' },
  name: { en: 'Name', ru: 'Имя', zh: '姓名' },
  birth: { en: 'Date of birth', ru: 'Дата рождения', zh: '出生日期' },
  number: { en: 'Number', ru: 'Номер', zh: '号码' },
  until: { en: 'Good until', ru: 'Действует до', zh: '有效期至' },
  always: { en: 'No expiry', ru: 'Бессрочно', zh: '长期有效' },
})

/** With staff: since when, until when, and what comes then. */
export function SubmittedStep({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(submittedWords)
  const { moment } = useTime()
  return (
    <>
      <Card title={t('title')}>
        <Steps
          steps={[
            {
              title: t('sent'),
              state: 'done',
              text: check.submitted_at === null ? undefined : moment(check.submitted_at),
            },
            { title: t('decision'), state: 'present', text: <Deadline by={check.answer_by} /> },
            { title: t('level'), state: 'later', text: t('mail') },
          ]}
        />
      </Card>
      <Sent check={check} />
    </>
  )
}

function Deadline({ by }: { readonly by: string | null }) {
  const t = useWords(submittedWords)
  const { deadline } = useTime()
  if (by === null) return t('soon')
  return (
    <>
      {t('by', { when: deadline(by) })}{' '}
      {t.rich('left', { left: <Countdown key="left" until={by} over={t('late')} /> })}
    </>
  )
}

function Sent({
  check: { document_type: type, confirmed },
}: {
  readonly check: IdentityCheckView
}) {
  const t = useWords(submittedWords)
  const name = useWords(documentWords)
  const locale = useLocale()
  const { day } = useTime()
  if (confirmed === null) return null
  const { family_name: family, given_name: given, expires_on: until } = confirmed
  return (
    <Card title={t('data')}>
      <Facts
        facts={[
          { name: t('document'), value: name(type) },
          { name: t('name'), value: fullName(given, family, locale) },
          { name: t('birth'), value: day(confirmed.birth_date) },
          { name: t('number'), value: confirmed.document_number },
          { name: t('until'), value: until === null ? t('always') : day(until) },
        ]}
      />
    </Card>
  )
}

/** Chinese puts the family first, and Chinese characters need no blank. */
function fullName(given: string, family: string, locale: string): string {
  const chinese = /\p{Script=Han}/u.test(family)
  if (chinese) return `${family}${given}`
  return (locale.startsWith('zh') ? [family, given] : [given, family]).join(' ').trim()
}
