import type { ExchangeDesk } from '@danbao/contracts/console'
import { Button, Callout, RefusalNote, Time, toast, useWords, words } from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { wordOf } from '../common/kind-words.ts'
import { exchangeQuery } from './queries.ts'

const sourceWords = words({
  from: {
    en: '{host} is asked once an hour.',
    ru: 'Раз в час спрашиваем {host}.',
    zh: '每小时向 {host} 查询一次。',
  },
  by_hand: {
    en: 'No address is set: rates come by file, on the page of deposits, or by hand.',
    ru: 'Адрес не задан: курсы загружают файлом на странице поступлений или вносят вручную.',
    zh: '未设置地址：请在入账页面上传文件，或手动录入。',
  },
  asked: { en: 'Last asked:', ru: 'Последний запрос:', zh: '上次查询：' },
  ask: { en: 'Ask now', ru: 'Спросить сейчас', zh: '立即查询' },
  taken: { en: 'The rates are up to date.', ru: 'Курсы обновлены.', zh: '汇率已更新。' },
  kept: {
    en: 'The last good rates stay in force.',
    ru: 'Действуют последние верные курсы.',
    zh: '继续使用最近一次有效的汇率。',
  },
})

/** Why the file of the day was not taken in. */
const problemWords = words({
  unreachable: {
    en: 'The address did not answer.',
    ru: 'По адресу нет ответа.',
    zh: '该地址没有应答。',
  },
  too_large: {
    en: 'The answer was far too large for a file of rates.',
    ru: 'Ответ слишком велик для файла курсов.',
    zh: '应答过大，不是汇率文件。',
  },
  older_day: {
    en: 'The file is older than the rates we have.',
    ru: 'Файл старее имеющихся курсов.',
    zh: '文件早于现有汇率。',
  },
  future_day: {
    en: 'The file is of a day that has not come yet.',
    ru: 'Файл относится к ещё не наступившему дню.',
    zh: '文件日期尚未到来。',
  },
  implausible_rate: {
    en: 'A rate has moved by more than a third. If that is true, type it in with a second person.',
    ru: 'Один из курсов изменился больше чем на треть. Если это верно, внесите его вручную вдвоём.',
    zh: '有汇率变动超过三分之一。如属实，请由两人手动录入。',
  },
  unreadable: {
    en: 'The file is damaged or is no file of rates.',
    ru: 'Файл повреждён или это не файл курсов.',
    zh: '文件已损坏，或不是汇率文件。',
  },
})

interface SourceProps {
  readonly exchange: ExchangeDesk
}

export function Source({ exchange: { source } }: SourceProps) {
  const t = useWords(sourceWords)
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: () => api.call('fetchRates', {}),
    onSuccess: (asked) => {
      client.setQueryData(exchangeQuery.queryKey, asked)
      if (asked.source.problem === null) toast(t('taken'))
    },
  })
  if (source.host === null) return <p>{t('by_hand')}</p>
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t('from', { host: source.host })}</p>
      {source.asked_at !== null && (
        <p className="text-ink-soft">
          {t('asked')} <Time at={source.asked_at} />
        </p>
      )}
      {source.problem !== null && <Problem code={source.problem} />}
      <RefusalNote error={ask.error} />
      <Button kind="quiet" busy={ask.isPending} onClick={() => ask.mutate()}>
        {t('ask')}
      </Button>
    </div>
  )
}

function Problem({ code }: { readonly code: string }) {
  const t = useWords(sourceWords)
  const say = useWords(problemWords)
  const isKnown = Object.hasOwn(problemWords, code)
  const why = isKnown ? wordOf(problemWords, code, say) : `${say('unreadable')} (${code})`
  return (
    <Callout kind="attention" title={why}>
      {t('kept')}
    </Callout>
  )
}
