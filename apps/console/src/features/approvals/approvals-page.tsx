import { EmptyState, Panes, Tabs, usePathText, useWords, words } from '@danbao/ui'
import { MousePointerClick } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Allowed } from '../common/allowed.tsx'
import { ApprovalContent, ApprovalDecision } from './approval-panes.tsx'
import { ApprovalList, APPROVAL_LISTS } from './approval-list.tsx'

const pageWords = words({
  title: { en: 'Approvals', ru: 'Согласования', zh: '审批' },
  approval: { en: 'What was asked for', ru: 'Суть запроса', zh: '申请内容' },
  decision: { en: 'Decision', ru: 'Решение', zh: '决定' },
  waiting: { en: 'Waiting for me', ru: 'Ждут меня', zh: '待我审批' },
  mine: { en: 'Asked by me', ru: 'Мои запросы', zh: '我发起的' },
  past: { en: 'Decided', ru: 'Решённые', zh: '已处理' },
  choose: { en: 'Choose an approval', ru: 'Выберите согласование', zh: '请选择审批' },
  choose_text: {
    en: 'Important things are done by two people. Here you are the second.',
    ru: 'Важные решения принимают двое. Здесь вы — второй.',
    zh: '重要事项须由两人决定，您在此担任复核人。',
  },
})

export function ApprovalsPage() {
  return (
    <Allowed to="approval.give">
      <Approvals />
    </Allowed>
  )
}

function Approvals() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const [list, setList] = useState<string>('waiting')
  const open = id !== ''
  useEffect(() => {
    document.title = `${t('title')} · Danbao`
  }, [t])
  // On a phone an open approval hides the list with its heading.
  const Heading = open ? 'h2' : 'h1'
  return (
    <>
      {open && <h1 className="sr-only">{t('approval')}</h1>}
      <Panes
        labels={[t('title'), t('approval'), t('decision')]}
        narrow={open ? 'content' : 'list'}
        list={
          <>
            <Heading className="mb-2 text-large font-strong">{t('title')}</Heading>
            <Tabs
              label={t('title')}
              value={list}
              onValue={setList}
              tabs={APPROVAL_LISTS.map((value) => ({
                value,
                label: t(value),
                content: <ApprovalList which={value} open={id} />,
              }))}
            />
          </>
        }
        side={open ? <ApprovalDecision key={id} id={id} /> : undefined}
      >
        {open ? (
          <ApprovalContent key={id} id={id} />
        ) : (
          <EmptyState icon={MousePointerClick} title={t('choose')}>
            {t('choose_text')}
          </EmptyState>
        )}
      </Panes>
    </>
  )
}
