import type { IdentityCheckView, IdentityView } from '@danbao/contracts/wallet'
import { Loaded, Page, Progress, SkeletonCards, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { ConfirmStep } from './confirm-step.tsx'
import { PicturesStep } from './pictures-step.tsx'
import { ProofCard } from './proof-card.tsx'
import { ReadingStep } from './reading-step.tsx'
import { RefusedNote } from './reason-note.tsx'
import { SpecimenNote } from './specimen-note.tsx'
import { StartStep } from './start-step.tsx'
import { SubmittedStep } from './submitted-step.tsx'
import { identityQuery } from './use-identity.ts'
import { WithdrawButton } from './withdraw-button.tsx'

const pageWords = words({
  title: { en: 'Your identity', ru: 'Ваша личность', zh: '身份验证' },
  intro: {
    en: 'An identity document raises your limits to level 2.',
    ru: 'Документ поднимает ваши лимиты до уровня 2.',
    zh: '提交身份证件可将限额提升至 2 级。',
  },
  choose: { en: 'The document', ru: 'Документ', zh: '选择证件' },
  pictures: { en: 'The pictures', ru: 'Снимки', zh: '上传图片' },
  data: { en: 'Your data', ru: 'Данные', zh: '核对信息' },
  decision: { en: 'The decision', ru: 'Решение', zh: '审核结果' },
})

/** Proving who one is: from a document to the decision of staff, and its renewal. */
export function IdentityPage() {
  const t = useWords(pageWords)
  const query = useQuery(identityQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/levels">
      <Loaded query={query} skeleton={<SkeletonCards />}>
        {(identity) => <Identity identity={identity} />}
      </Loaded>
    </Page>
  )
}

const STEPS = ['choose', 'pictures', 'data', 'decision'] as const

function Identity({ identity }: { readonly identity: IdentityView }) {
  const t = useWords(pageWords)
  const { current, proof, may_start: mayStart } = identity
  const open = current !== null && !mayStart
  const asksForNone = proof !== null && proof.renewal === 'not_yet'
  return (
    <>
      {proof !== null && <ProofCard proof={proof} />}
      {current?.state === 'refused' && <RefusedNote check={current} />}
      {(open || !asksForNone) && (
        <Progress titles={STEPS.map((step) => t(step))} at={open ? stepOf(current) : 0} />
      )}
      {identity.specimen && open && stepOf(current) === 1 && <SpecimenNote />}
      {open && <OpenCheck check={current} />}
      {mayStart && <StartStep identity={identity} />}
    </>
  )
}

function stepOf({ state }: IdentityCheckView): number {
  if (state === 'to_confirm') return 2
  return state === 'submitted' ? 3 : 1
}

function OpenCheck({ check }: { readonly check: IdentityCheckView }) {
  return (
    <>
      <PresentStep check={check} />
      <WithdrawButton check={check} />
    </>
  )
}

function PresentStep({ check }: { readonly check: IdentityCheckView }) {
  switch (check.state) {
    case 'reading':
      return <ReadingStep />
    case 'to_confirm':
      return <ConfirmStep key={check.version} check={check} />
    case 'submitted':
      return <SubmittedStep check={check} />
    default:
      return <PicturesStep check={check} />
  }
}
