import type { ClosureCase } from '@danbao/contracts/console'
import { Callout, useWords, words } from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Decided } from '../decided.tsx'
import { DecisionPane, OpenCase } from '../decision-pane.tsx'
import { PendingNote } from '../pending-note.tsx'
import { closureQuery } from '../queries.ts'
import { type Choice, ReasonedForm } from '../reasoned-form.tsx'
import { closureStateWords } from './closure-words.ts'

const decisionWords = words({
  stands: {
    en: 'The request stands at “{state}”.',
    ru: 'Состояние запроса: «{state}».',
    zh: '当前状态：{state}。',
  },
  blocked: { en: 'Not yet', ru: 'Пока нельзя', zh: '暂不能关闭' },
  blocked_text: {
    en: 'Something stands in the way. It can be prepared once that is settled; until then it waits, or you refuse.',
    ru: 'Что-то мешает. Подготовить закрытие можно, когда это решится; до тех пор дело ждёт, или откажите.',
    zh: '尚有障碍。解决后方可准备关闭；在此之前可等待或拒绝。',
  },
  prepare: { en: 'Prepare the closure', ru: 'Подготовить закрытие', zh: '准备销户' },
  refuse: { en: 'Refuse', ru: 'Отказать', zh: '拒绝' },
  prepare_means: {
    en: 'Nothing is closed yet: a second person has to approve it. Then the account ends for good, what the law asks for is kept, and the rest is erased.',
    ru: 'Пока ничего не закроется: одобрить должен второй сотрудник. Затем аккаунт закроется навсегда; останется то, что требует закон, прочее будет стёрто.',
    zh: '暂不关闭：须由第二人批准。批准后账户永久关闭，依法须保留的内容会保留，其余将被删除。',
  },
  refuse_means: {
    en: 'The account stays open. The person gets a mail with your reason.',
    ru: 'Аккаунт останется открытым. Человек получит письмо с вашей причиной.',
    zh: '账户继续使用。用户将收到说明原因的邮件。',
  },
  prepare_hint: {
    en: 'For the second person: what you looked at.',
    ru: 'Для второго сотрудника: что вы проверили.',
    zh: '供复核人参考：您核对了哪些内容。',
  },
  refuse_hint: {
    en: 'The person reads this.',
    ru: 'Это прочитает человек.',
    zh: '用户会看到。',
  },
  done_prepare: { en: 'Prepared', ru: 'Подготовлено', zh: '已准备' },
  done_refuse: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
})

type Decision = 'prepare' | 'refuse'

export function ClosureDecision({ id }: { readonly id: string }) {
  const query = useQuery(closureQuery(id))
  return <DecisionPane query={query}>{(found) => <Deciding found={found} />}</DecisionPane>
}

function Deciding({ found }: { readonly found: ClosureCase }) {
  const [done, setDone] = useState<Decision>()
  if (done !== undefined || found.state !== 'requested' || found.case === null) {
    return <Outcome found={found} done={done} />
  }
  return (
    <OpenCase caseId={found.case.id} kind="closure" holder={found.case.assigned_to}>
      <ClosureForm found={found} onDone={setDone} />
    </OpenCase>
  )
}

interface OutcomeProps {
  readonly found: ClosureCase
  readonly done: Decision | undefined
}

function Outcome({ found, done }: OutcomeProps) {
  const t = useWords(decisionWords)
  const state = useWords(closureStateWords)
  const { approval } = found
  return (
    <>
      {approval !== null && <PendingNote approval={approval} />}
      <Decided
        kind={done === undefined ? 'info' : 'success'}
        {...(done === undefined ? {} : { title: t(`done_${done}`) })}
      >
        {t('stands', { state: state(found.state) })}
      </Decided>
    </>
  )
}

interface ClosureFormProps {
  readonly found: ClosureCase
  readonly onDone: (decision: Decision) => void
}

function ClosureForm({ found, onDone }: ClosureFormProps) {
  const t = useWords(decisionWords)
  const client = useQueryClient()
  const { id } = found
  const blocked = found.obstacles.length > 0
  const prepare: Choice<Decision> = {
    value: 'prepare',
    label: t('prepare'),
    means: t('prepare_means'),
    hint: t('prepare_hint'),
  }
  const refuse: Choice<Decision> = {
    value: 'refuse',
    label: t('refuse'),
    means: t('refuse_means'),
    hint: t('refuse_hint'),
    kind: 'danger',
  }
  return (
    <>
      {blocked && (
        <Callout kind="attention" title={t('blocked')}>
          {t('blocked_text')}
        </Callout>
      )}
      <ReasonedForm
        keep={`closure.${id}`}
        choices={blocked ? [refuse] : [prepare, refuse]}
        submit={(decision, reason) =>
          api.call('prepareClosure', { params: { id }, body: { decision, reason } })
        }
        onDone={(answer, decision) => {
          client.setQueryData(closureQuery(id).queryKey, answer)
          void client.invalidateQueries({ queryKey: ['queue'] })
          onDone(decision)
        }}
      />
    </>
  )
}
