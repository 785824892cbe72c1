import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Form,
  IconButton,
  useForm,
  useRefusalText,
  useWords,
  words,
} from '@danbao/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Consequence } from './consequence.tsx'
import { type ChosenFile, EvidenceDrop } from './evidence-drop.tsx'
import { EMPTY_OFFER, OfferFields, useOffer } from './offer-fields.tsx'
import { canGoBack, type Leaf, reasonOf } from './problem-tree.ts'
import { choiceWords } from './problem-words.ts'
import { useTakeIn } from './queries.ts'
import { uploadEvidence } from './upload-evidence.ts'

const proposalWords = words({
  message: { en: 'In your words', ru: 'Своими словами', zh: '请说明情况' },
  message_hint: {
    en: 'What happened, and when. The seller reads this, and the arbiter if it comes to that.',
    ru: 'Что и когда случилось. Это прочитает продавец, а если дойдёт — и арбитр.',
    zh: '何时发生了什么。卖家会看到；如需仲裁，仲裁员也会看到。',
  },
  files: { en: 'Show it', ru: 'Покажите', zh: '提供证明' },
  remove: { en: 'Leave out {name}', ru: 'Убрать {name}', zh: '移除 {name}' },
  next_dispute: {
    en: 'The seller has 5 days to answer. Until it is settled the money goes to nobody. If the seller stays silent, what you ask for here is carried out.',
    ru: 'У продавца 5 дней на ответ. Пока спор не решён, деньги никому не уйдут. Если продавец промолчит, будет так, как вы просите здесь.',
    zh: '卖家有 5 天时间回应。解决之前款项不会放出。如卖家不回应，将按您的要求执行。',
  },
  next_claim: {
    en: 'The seller has 5 days to answer. If the seller stays silent, an arbiter decides.',
    ru: 'У продавца 5 дней на ответ. Если он промолчит, решит арбитр.',
    zh: '卖家有 5 天时间回应。如卖家不回应，将由仲裁员裁决。',
  },
  send: { en: 'Send to the seller', ru: 'Отправить продавцу', zh: '发送给卖家' },
  back: { en: 'Back', ru: 'Назад', zh: '返回' },
  unsent: {
    en: 'The seller has your report, but not every file',
    ru: 'Сообщение у продавца, но дошли не все файлы',
    zh: '卖家已收到说明，但部分文件未上传',
  },
  to_payment: { en: 'To the payment', ru: 'К платежу', zh: '查看付款' },
})

export interface ProposalFormProps {
  readonly detail: OwnPaymentDetail
  readonly leaf: Leaf
  readonly onBack: () => void
  readonly onDone: () => void
}

/** What the buyer wants, with the consequence before it is sent, and what shows it. */
export function ProposalForm({ detail, leaf, onBack, onDone }: ProposalFormProps) {
  const t = useWords(proposalWords)
  const offer = useOffer(detail)
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const { form, unsent } = useProposal({ detail, leaf, onDone }, files, offer)
  if (unsent.length > 0) return <Unsent problems={unsent} onDone={onDone} />
  const claim = detail.actions.includes('claim')
  return (
    <Form form={form}>
      <OfferFields
        form={form}
        role="buyer"
        whole={offer.whole}
        goods={canGoBack(reasonOf(leaf))}
        message={{ label: t('message'), hint: t('message_hint') }}
      />
      <section className="flex flex-col gap-3" aria-label={t('files')}>
        <ChosenFiles files={files} onFiles={setFiles} />
        <EvidenceDrop
          onAdd={async (chosen) => {
            setFiles([...files, chosen])
            return true
          }}
        />
      </section>
      <Consequence paymentId={detail.payment.id} role="buyer" back={offer.amountOf(form.values)} />
      <Callout>{claim ? t('next_claim') : t('next_dispute')}</Callout>
      <div className="flex flex-col-reverse gap-3 sm:flex-row">
        <Button kind="secondary" onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="submit" wide busy={form.busy}>
          {t('send')}
        </Button>
      </div>
    </Form>
  )
}

type Wanted = Pick<ProposalFormProps, 'detail' | 'leaf' | 'onDone'>

function useProposal(
  { detail, leaf, onDone }: Wanted,
  files: readonly ChosenFile[],
  offer: ReturnType<typeof useOffer>,
) {
  const say = useWords(choiceWords)
  const tell = useRefusalText()
  const takeIn = useTakeIn()
  const [key] = useState(() => crypto.randomUUID())
  const [unsent, setUnsent] = useState<readonly string[]>([])
  const { id } = detail.payment
  const form = useForm({
    keep: `problem.${id}.proposal`,
    initial: EMPTY_OFFER,
    check: (values) => offer.check(values, 'needed'),
    submit: async (values) => {
      const reason = reasonOf(leaf)
      const amount = offer.amountOf(values) ?? offer.whole
      const opened = await api.call('openDispute', {
        params: { id },
        body: {
          key,
          reason,
          amount,
          with_return: canGoBack(reason) && values.goods === 'return',
          // What was chosen is finer than the reason that programs know.
          message: `${say(leaf)}.\n${values.message.trim()}`,
        },
      })
      const problems: string[] = []
      for (const chosen of files) {
        await uploadEvidence(opened.dispute?.id ?? '', chosen).catch((error: unknown) =>
          problems.push(`${chosen.file.name}: ${tell(error)}`),
        )
      }
      return { opened, problems }
    },
    done: ({ opened, problems }) => {
      takeIn(opened)
      setUnsent(problems)
      if (problems.length === 0) onDone()
    },
    at: { amount_too_large: 'amount' },
  })
  return { form, unsent }
}

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[]
  readonly onFiles: (files: readonly ChosenFile[]) => void
}

function ChosenFiles({ files, onFiles }: ChosenFilesProps) {
  const t = useWords(proposalWords)
  if (files.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {files.map((chosen) => (
        <li
          key={`${chosen.file.name} ${chosen.note}`}
          className="flex items-center gap-2 rounded-card bg-well ps-4"
        >
          <span className="min-w-0 flex-1 py-2">
            <span className="block truncate font-strong">{chosen.file.name}</span>
            {chosen.note !== '' && <span className="block text-small">{chosen.note}</span>}
          </span>
          <IconButton
            icon={Trash2}
            label={t('remove', { name: chosen.file.name })}
            onClick={() => onFiles(files.filter((one) => one !== chosen))}
          />
        </li>
      ))}
    </ul>
  )
}

function Unsent({
  problems,
  onDone,
}: {
  readonly problems: readonly string[]
  readonly onDone: () => void
}) {
  const t = useWords(proposalWords)
  return (
    <Callout
      live
      kind="attention"
      title={t('unsent')}
      action={<Button onClick={onDone}>{t('to_payment')}</Button>}
    >
      <ul className="list-disc ps-5">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Callout>
  )
}
