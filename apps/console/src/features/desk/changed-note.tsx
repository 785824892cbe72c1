import { Button, Callout, isRefusal, RefusalNote, useWords, words } from '@danbao/ui'
import { RotateCw } from 'lucide-react'
import { TakeRefused } from './assignment.tsx'
import { useRefreshWork } from './queries.ts'

const changedWords = words({
  title: {
    en: 'The case changed meanwhile',
    ru: 'Дело тем временем изменилось',
    zh: '案件已发生变化',
  },
  text: {
    en: 'Nothing was decided. Read it again, then decide.',
    ru: 'Решение не принято. Обновите дело и решите заново.',
    zh: '未作出任何决定。请重新读取后再决定。',
  },
  reload: { en: 'Read the case again', ru: 'Обновить дело', zh: '重新读取案件' },
})

export interface ChangedNoteProps {
  readonly error: unknown
  /** The case was read anew. */
  readonly onReload?: () => void
}

/** Why a decision was not made; of a case that changed, a way to see how it stands now. */
export function ChangedNote({ error, onReload }: ChangedNoteProps) {
  const t = useWords(changedWords)
  const refresh = useRefreshWork()
  if (isRefusal(error, 'case_taken')) return <TakeRefused error={error} />
  if (!isRefusal(error, 'wrong_state', 'closure_blocked')) return <RefusalNote error={error} />
  const reload = async (): Promise<void> => {
    await refresh()
    onReload?.()
  }
  return (
    <Callout
      live
      kind="attention"
      title={t('title')}
      action={
        <Button kind="secondary" dense icon={RotateCw} onClick={() => void reload()}>
          {t('reload')}
        </Button>
      }
    >
      {t('text')}
    </Callout>
  )
}
