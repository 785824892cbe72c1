import type { IdentityCaseView } from '@danbao/contracts/console'
import type { DocumentSide, IdentityCheckView } from '@danbao/contracts/wallet'
import {
  type ApiRefusal,
  Button,
  Callout,
  Checkbox,
  Form,
  RadioCards,
  Select,
  TextArea,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useSession } from '../../../session.ts'
import { ChangedNote } from '../changed-note.tsx'
import { identityQuery } from '../queries.ts'
import { type DecisionValues, NOTHING, REASONS, requestOf, SIDES } from './decision-values.ts'
import { nameOf } from './identity-content.tsx'
import { reasonWords } from './identity-words.ts'
import { useSideName } from './use-side-name.ts'

const formWords = words({
  what: { en: 'What do you decide?', ru: 'Что вы решаете?', zh: '您的决定' },
  approve: { en: 'Approve', ru: 'Одобрить', zh: '通过' },
  refuse: { en: 'Refuse', ru: 'Отказать', zh: '拒绝' },
  ask_again: { en: 'Ask again', ru: 'Запросить ещё раз', zh: '要求补充' },
  approve_means: {
    en: '{name} reaches level 2 at once, with its higher limits, and gets a mail.',
    ru: '{name} сразу получает уровень 2 с его лимитами и письмо об этом.',
    zh: '{name} 将立即升至 2 级并享有更高限额，同时收到邮件。',
  },
  refuse_means: {
    en: 'The level stays as it is. {name} gets a mail with the reason and may try anew.',
    ru: 'Уровень не изменится. {name} получит письмо с причиной и сможет попробовать снова.',
    zh: '等级不变。{name} 将收到说明原因的邮件，并可重新提交。',
  },
  ask_again_means: {
    en: 'The case waits. {name} gets a mail and sends the pictures you name anew; then it comes back.',
    ru: 'Дело ждёт. {name} получит письмо и пришлёт выбранные снимки заново; потом дело вернётся.',
    zh: '案件暂停。{name} 将收到邮件并重新提交所选图片，随后案件回到队列。',
  },
  doubts: {
    en: '{count, plural, one {# check is not in order.} other {# checks are not in order.}} Look at them before you approve.',
    ru: '{count, plural, one {# проверка не в порядке.} few {# проверки не в порядке.} many {# проверок не в порядке.} other {# проверки не в порядке.}} Посмотрите на них, прежде чем одобрить.',
    zh: '{count, plural, other {有 # 项未通过。}}通过前请先核对。',
  },
  reason: { en: 'Reason', ru: 'Причина', zh: '原因' },
  sides: { en: 'Which pictures?', ru: 'Какие снимки?', zh: '哪些图片？' },
  words: { en: 'In your words', ru: 'Своими словами', zh: '补充说明' },
  words_hint: {
    en: 'The person reads this, in the mail and in the wallet.',
    ru: 'Это прочитает человек — в письме и в кошельке.',
    zh: '用户会在邮件和钱包中看到。',
  },
  needed: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  explain: {
    en: 'Say what the reason is.',
    ru: 'Напишите, в чём причина.',
    zh: '请说明具体原因。',
  },
  done_approve: { en: 'Approved', ru: 'Одобрено', zh: '已通过' },
  done_refuse: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  done_ask_again: { en: 'Asked again', ru: 'Запрошено повторно', zh: '已要求补充' },
})

const DECISIONS = ['approve', 'refuse', 'ask_again'] as const

export interface IdentityFormProps {
  readonly found: IdentityCaseView
  readonly onDone: (said: string) => void
}

export function IdentityForm({ found, onDone }: IdentityFormProps) {
  const t = useWords(formWords)
  const { form, changed, forget } = useDecision(found, onDone)
  const decision = DECISIONS.find((one) => one === form.values.decision)
  const name = nameOf(found.person)
  return (
    <Form form={form} label={t('what')}>
      <ChangedNote error={changed} onReload={forget} />
      <RadioCards
        label={t('what')}
        options={DECISIONS.map((value) => ({ value, label: t(value) }))}
        {...form.text('decision')}
      />
      {decision !== undefined && (
        <>
          <Consequence found={found} decision={decision} name={name} />
          {decision !== 'approve' && (
            <Details
              form={form}
              type={found.check.document_type}
              sides={decision === 'refuse' ? [] : sidesOf(found)}
            />
          )}
          <TextArea
            label={t('words')}
            hint={t('words_hint')}
            rows={3}
            maxLength={1000}
            {...form.text('words')}
          />
          <Button
            type="submit"
            wide
            kind={decision === 'refuse' ? 'danger' : 'primary'}
            busy={form.busy}
          >
            {t(decision)}
          </Button>
        </>
      )}
    </Form>
  )
}

/** What will happen, before it does. */
function Consequence(props: {
  readonly found: IdentityCaseView
  readonly decision: (typeof DECISIONS)[number]
  readonly name: string
}) {
  const t = useWords(formWords)
  const { found, decision, name } = props
  const doubts = found.check.verdicts.filter(({ ok }) => ok === false).length
  return (
    <>
      {decision === 'approve' && doubts > 0 && (
        <Callout kind="attention">{t('doubts', { count: doubts })}</Callout>
      )}
      <p className="rounded-card bg-well p-3 text-small" role="status">
        {t(`${decision}_means`, { name })}
      </p>
    </>
  )
}

type DecisionForm = ReturnType<typeof useDecision>['form']

function sidesOf({ check }: IdentityCaseView): readonly DocumentSide[] {
  return check.pictures.map(({ side }) => side)
}

interface DetailsProps {
  readonly form: DecisionForm
  readonly type: IdentityCheckView['document_type']
  /** Which pictures can be asked for; none of a refusal. */
  readonly sides: readonly DocumentSide[]
}

function Details({ form, type, sides }: DetailsProps) {
  const t = useWords(formWords)
  const why = useWords(reasonWords)
  const side = useSideName(type)
  return (
    <>
      <Select
        label={t('reason')}
        options={REASONS.map((value) => ({ value, label: why(value) }))}
        {...form.text('reason')}
      />
      {sides.length > 0 && (
        <fieldset>
          <legend className="font-strong">{t('sides')}</legend>
          {sides.map((one) => (
            <Checkbox key={one} label={side(one)} {...form.flag(one)} />
          ))}
        </fieldset>
      )}
    </>
  )
}

function useDecision(found: IdentityCaseView, onDone: (said: string) => void) {
  const t = useWords(formWords)
  const client = useQueryClient()
  const { refresh } = useSession()
  const [changed, setChanged] = useState<ApiRefusal>()
  const { id, version } = found.check
  const form = useForm({
    initial: NOTHING,
    keep: `identity.${id}`,
    check: (values: DecisionValues) => complaints(values, t),
    submit: (values: DecisionValues) => {
      setChanged(undefined)
      const body = requestOf(values, version)
      return api.call('decideIdentity', { params: { id }, body })
    },
    done: (answer, values) => {
      client.setQueryData(identityQuery(id).queryKey, answer)
      void client.invalidateQueries({ queryKey: ['queue'] })
      void refresh()
      onDone(t(`done_${requestOf(values, version).decision}`))
    },
    refused: (refusal) => {
      const known = refusal.code === 'wrong_state' || refusal.code === 'case_taken'
      if (known) setChanged(refusal)
      return known
    },
  })
  return { form, changed, forget: () => setChanged(undefined) }
}

function complaints(
  { decision, reason, words: said, ...sides }: DecisionValues,
  t: (key: 'needed' | 'explain') => string,
): Partial<Record<keyof DecisionValues, string>> {
  if (decision === '') return { decision: t('needed') }
  if (decision === 'approve') return {}
  if (reason === '') return { reason: t('needed') }
  if (reason === 'other' && said.trim() === '') return { words: t('explain') }
  const none = decision === 'ask_again' && SIDES.every((side) => !sides[side])
  return none ? { front: t('needed') } : {}
}
