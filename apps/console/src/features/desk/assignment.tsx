import type { CaseKind, StaffRef } from '@danbao/contracts/console'
import {
  Avatar,
  Button,
  Callout,
  Dialog,
  isRefusal,
  Loaded,
  RefusalNote,
  Select,
  SkeletonLines,
  toast,
  useRefusalText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMay, useStaff } from '../../session.ts'
import { useMayOpen } from './kinds.ts'
import { colleaguesQuery, useRefreshWork, useTakeCase } from './queries.ts'

const assignmentWords = words({
  nobody: {
    en: 'Nobody works on it yet.',
    ru: 'Этим пока никто не занимается.',
    zh: '尚无人处理。',
  },
  yours: { en: 'You work on it.', ru: 'Этим занимаетесь вы.', zh: '由您处理。' },
  theirs: { en: '{name} works on it.', ru: 'Этим занимается {name}.', zh: '{name} 正在处理。' },
  take: { en: 'Take', ru: 'Взять', zh: '领取' },
  release: { en: 'Give back', ru: 'Вернуть в очередь', zh: '退回队列' },
  hand_on: { en: 'Hand on', ru: 'Передать', zh: '转交' },
  taken: { en: 'The case is yours.', ru: 'Дело у вас.', zh: '案件已由您领取。' },
  released: {
    en: 'The case is back in the queue.',
    ru: 'Дело снова в очереди.',
    zh: '案件已退回队列。',
  },
  handed: {
    en: '{name} has the case now.',
    ru: 'Теперь дело у {name}.',
    zh: '案件已转交 {name}。',
  },
  to: { en: 'To whom?', ru: 'Кому?', zh: '转交给谁？' },
  none: {
    en: 'Nobody else works on cases of this kind.',
    ru: 'Больше никто не занимается такими делами.',
    zh: '没有其他人处理此类案件。',
  },
  faster: {
    en: '{name} was faster and works on this case now.',
    ru: '{name} успел(а) раньше и уже занимается этим делом.',
    zh: '{name} 已先领取此案件。',
  },
})

export interface AssignmentProps {
  /** Of the queue, `cas_…`. */
  readonly caseId: string
  readonly kind: CaseKind
  readonly holder: StaffRef | null
}

/** Who works on the case, and taking it, giving it back or handing it on. */
export function Assignment({ caseId, kind, holder }: AssignmentProps) {
  const t = useWords(assignmentWords)
  const { id } = useStaff()
  const shares = useMay()('queue.assign')
  const works = useMayOpen(kind)
  const [handing, setHanding] = useState(false)
  const refresh = useRefreshWork()
  const take = useTakeCase(() => toast(t('taken')))
  const release = useMutation({
    mutationFn: () => api.call('releaseCase', { params: { id: caseId } }),
    onSuccess: () => toast(t('released')),
    onSettled: refresh,
  })
  const own = holder?.id === id
  const free = holder === null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 text-small">
        {holder !== null && <Avatar name={holder.name} size="small" />}
        <span className="min-w-32 flex-1">
          {own ? t('yours') : free ? t('nobody') : t('theirs', { name: holder.name })}
        </span>
        <span className="ms-auto flex flex-wrap justify-end gap-1">
          {free && works && (
            <Button
              kind="secondary"
              dense
              busy={take.isPending}
              aria-keyshortcuts="t"
              onClick={() => take.mutate(caseId)}
            >
              {t('take')}
            </Button>
          )}
          {!free && (own || shares) && (
            <Button kind="quiet" dense busy={release.isPending} onClick={() => release.mutate()}>
              {t('release')}
            </Button>
          )}
          {(own || free || shares) && (
            <Button kind="quiet" dense onClick={() => setHanding(true)}>
              {t('hand_on')}
            </Button>
          )}
        </span>
      </div>
      <TakeRefused error={take.error ?? release.error} />
      <Dialog open={handing} onClose={() => setHanding(false)} title={t('hand_on')}>
        <HandOn caseId={caseId} kind={kind} holder={holder} onDone={() => setHanding(false)} />
      </Dialog>
    </div>
  )
}

/** Names the colleague who was faster. */
export function TakeRefused({ error }: { readonly error: unknown }) {
  const t = useWords(assignmentWords)
  const name = isRefusal(error, 'case_taken') ? error.member('assigned_to') : undefined
  if (name === undefined) return <RefusalNote error={error} />
  return (
    <Callout live kind="attention">
      {t('faster', { name })}
    </Callout>
  )
}

function HandOn({
  caseId,
  kind,
  holder,
  onDone,
}: AssignmentProps & { readonly onDone: () => void }) {
  const t = useWords(assignmentWords)
  const tell = useRefusalText()
  const refresh = useRefreshWork()
  const colleagues = useQuery(colleaguesQuery(kind))
  const [chosen, setChosen] = useState('')
  const [missing, setMissing] = useState(false)
  const assign = useMutation({
    mutationFn: (staff: string) =>
      api.call('assignCase', { params: { id: caseId }, body: { staff } }),
    onSuccess: ({ assigned_to: to }) => {
      toast(t('handed', { name: to?.name ?? '' }))
      onDone()
    },
    onError: (error) => toast(tell(error), 'danger'),
    onSettled: refresh,
  })
  const submit = (): void => {
    setMissing(chosen === '')
    if (chosen !== '') assign.mutate(chosen)
  }
  return (
    <Loaded query={colleagues} skeleton={<SkeletonLines lines={2} />}>
      {({ data }) => {
        const others = data.filter(({ id }) => id !== holder?.id)
        if (others.length === 0) return <p>{t('none')}</p>
        return (
          <>
            <Select
              label={t('to')}
              value={chosen}
              onValue={setChosen}
              error={missing && chosen === '' ? t('to') : undefined}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button busy={assign.isPending} onClick={submit}>
              {t('hand_on')}
            </Button>
          </>
        )
      }}
    </Loaded>
  )
}
