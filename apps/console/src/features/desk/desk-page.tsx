import type { QueueCase } from '@danbao/contracts/console'
import { EmptyState, Panes, toast, useGo, useRefusalText, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MousePointerClick } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Allowed } from '../common/allowed.tsx'
import { type OpenCase, queueAddress, useOpenCase, useQueueFilter } from './case-address.ts'
import { CaseContent, CaseDecision } from './case-panes.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { queueQuery, useTakeCase } from './queries.ts'
import { QueueHead } from './queue-head.tsx'
import { QueueList } from './queue-list.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useQueueRail } from './use-queue-rail.ts'

const deskWords = words({
  queue: { en: 'Queue', ru: 'Очередь', zh: '队列' },
  case: { en: 'Case', ru: 'Дело', zh: '案件' },
  decision: { en: 'Decision', ru: 'Решение', zh: '决定' },
  choose: { en: 'Choose a case', ru: 'Выберите дело', zh: '请选择案件' },
  choose_text: {
    en: 'The most urgent stands at the top. Press j and Enter, or click.',
    ru: 'Самое срочное — сверху. Нажмите j и Enter или щёлкните мышью.',
    zh: '最紧急的排在最前。按 j 和 Enter，或直接点击。',
  },
  taken: { en: 'The case is yours.', ru: 'Дело у вас.', zh: '案件已由您领取。' },
})

export function DeskPage() {
  return (
    <Allowed to="queue.read">
      <Desk />
    </Allowed>
  )
}

/** Queue, case and decision beside each other; on a phone the queue or the case. */
function Desk() {
  const t = useWords(deskWords)
  const go = useGo()
  const filter = useQueueFilter()
  const open = useOpenCase()
  const [help, setHelp] = useState(false)
  const [narrowed, setRail] = useQueueRail()
  const rail = open !== undefined && narrowed
  const list = useRef<HTMLUListElement>(null)
  const take = useTakeFromDesk(open)
  const back = queueAddress(filter)
  useDeskKeys({
    list,
    onTake: take,
    onHelp: () => setHelp(true),
    onLeave: () => open !== undefined && go(back),
  })
  useTitle(t('queue'), open === undefined)
  return (
    <>
      {open !== undefined && <h1 className="sr-only">{t('case')}</h1>}
      <Panes
        labels={[t('queue'), t('case'), t('decision')]}
        narrow={open === undefined ? 'list' : 'content'}
        rail={rail}
        list={
          <>
            <QueueHead
              beside={open !== undefined}
              rail={rail}
              onRail={setRail}
              onHelp={() => setHelp(true)}
            />
            <QueueList filter={filter} open={open} list={list} rail={rail} />
          </>
        }
        side={open && <CaseDecision key={open.subject} open={open} />}
      >
        {open === undefined ? (
          <EmptyState icon={MousePointerClick} title={t('choose')}>
            {t('choose_text')}
          </EmptyState>
        ) : (
          <CaseContent key={open.subject} open={open} back={back} />
        )}
      </Panes>
      <KeysDialog open={help} onClose={() => setHelp(false)} />
    </>
  )
}

function useTitle(title: string, on: boolean): void {
  useEffect(() => {
    if (on) document.title = `${title} · Danbao`
  }, [title, on])
}

/** By the key: the case whose row has the focus, else the one that is open. */
function useTakeFromDesk(open: OpenCase | undefined): (row: number) => void {
  const t = useWords(deskWords)
  const tell = useRefusalText()
  const { data } = useInfiniteQuery(queueQuery(useQueueFilter()))
  const take = useTakeCase(() => toast(t('taken')))
  return (row) => {
    const cases = data?.pages.flatMap((page) => page.data) ?? []
    const meant = cases[row] ?? cases.find(({ subject }) => subject === open?.subject)
    if (meant === undefined || isTaken(meant)) return
    take.mutate(meant.id, { onError: (error) => toast(tell(error), 'danger') })
  }
}

function isTaken({ assigned_to: holder }: QueueCase): boolean {
  return holder !== null
}
