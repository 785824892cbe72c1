import { Checkbox, Dialog, useWords, words } from '@danbao/ui'
import { useKeysOn } from './use-desk-keys.ts'

const keyWords = words({
  title: { en: 'Keys', ru: 'Клавиши', zh: '快捷键' },
  next: { en: 'Next case', ru: 'Следующее дело', zh: '下一案件' },
  previous: { en: 'Previous case', ru: 'Предыдущее дело', zh: '上一案件' },
  open: { en: 'Open the case', ru: 'Открыть дело', zh: '打开案件' },
  take: { en: 'Take the case', ru: 'Взять дело', zh: '领取案件' },
  leave: { en: 'Back to the queue', ru: 'Назад к очереди', zh: '返回队列' },
  help: { en: 'Show these keys', ru: 'Показать клавиши', zh: '显示快捷键' },
  or: { en: 'or', ru: 'или', zh: '或' },
  on: {
    en: 'Single keys are on',
    ru: 'Одиночные клавиши включены',
    zh: '启用单键快捷键',
  },
  why: {
    en: 'Switch them off if you speak to your computer, or press keys by accident.',
    ru: 'Выключите, если управляете голосом или часто нажимаете случайно.',
    zh: '如使用语音控制或容易误触，可将其关闭。',
  },
})

const KEYS = [
  ['next', ['j', '↓']],
  ['previous', ['k', '↑']],
  ['open', ['Enter']],
  ['take', ['t']],
  ['leave', ['Esc']],
  ['help', ['?']],
] as const

export interface KeysDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function KeysDialog({ open, onClose }: KeysDialogProps) {
  const t = useWords(keyWords)
  const [on, setOn] = useKeysOn()
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <dl className="divide-y divide-line">
        {KEYS.map(([what, keys]) => (
          <div key={what} className="flex items-center justify-between gap-4 py-2">
            <dt>{t(what)}</dt>
            <dd className="flex items-center gap-2">
              {keys.map((key, at) => (
                <span key={key} className="flex items-center gap-2">
                  {at > 0 && <span className="text-small text-ink-soft">{t('or')}</span>}
                  <kbd className="min-w-8 rounded-small border border-edge bg-well px-2 py-0.5 text-center font-sans text-small font-strong">
                    {key}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox label={t('on')} hint={t('why')} checked={on} onChecked={setOn} />
    </Dialog>
  )
}
