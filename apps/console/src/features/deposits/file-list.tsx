import type { RailFileView } from '@danbao/contracts/console'
import {
  Callout,
  type Column,
  FileDrop,
  type FileRules,
  Loaded,
  RefusalNote,
  refusalOf,
  SkeletonLines,
  Table,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { wordOf } from '../common/kind-words.ts'
import { outcomeWords } from './deposit-words.ts'
import { filesQuery } from './queries.ts'

const fileWords = words({
  give: { en: 'Give a file', ru: 'Загрузить файл', zh: '上传文件' },
  hint: {
    en: 'camt.053, camt.054 or MT940 of our own banks, CNAB of the bank of the boletos, the CSV of a money transfer’s agent, and the central bank’s XML of rates. The same file changes nothing twice.',
    ru: 'camt.053, camt.054 или MT940 от наших банков, CNAB от банка boleto, CSV агента переводов и XML курсов центрального банка. Тот же файл ничего не изменит дважды.',
    zh: '本方银行的 camt.053、camt.054 或 MT940、boleto 银行的 CNAB，汇款代理的 CSV，以及中央银行的汇率 XML。同一文件不会重复入账。',
  },
  wrong_type: {
    en: 'Choose an XML, CSV or text file.',
    ru: 'Выберите файл XML, CSV или текстовый.',
    zh: '请选择 XML、CSV 或文本文件。',
  },
  done: { en: 'Taken in', ru: 'Принято', zh: '已导入' },
  known: {
    en: 'This file was taken in before',
    ru: 'Этот файл уже был принят',
    zh: '此文件已导入过',
  },
  name: { en: 'File', ru: 'Файл', zh: '文件' },
  format: { en: 'Format', ru: 'Формат', zh: '格式' },
  counts: { en: 'What became of it', ru: 'Что получилось', zh: '结果' },
  at: { en: 'When', ru: 'Когда', zh: '时间' },
  none: { en: 'No file was given yet.', ru: 'Файлов ещё не было.', zh: '还没有文件。' },
  caption: { en: 'Files', ru: 'Файлы', zh: '文件' },
  unfinished: {
    en: 'interrupted; give it once more',
    ru: 'прервано, загрузите ещё раз',
    zh: '已中断，请重新上传',
  },
})

const MOST_BYTES = 10 * 1024 * 1024

/** What was taken in, and a place to give more. */
export function FileList() {
  const t = useWords(fileWords)
  const tellCounts = useCounts()
  const client = useQueryClient()
  const give = useMutation({
    mutationFn: (file: File) =>
      api.call('importRailFile', { query: { name: file.name.slice(0, 200) }, body: file }),
    onSuccess: () => {
      for (const queryKey of [['deposits'], ['reconciliation'], filesQuery.queryKey]) {
        void client.invalidateQueries({ queryKey })
      }
    },
  })
  const rules: FileRules = {
    types: {
      'text/xml': ['xml'],
      'application/xml': ['xml'],
      'text/plain': ['txt', 'sta', '940', 'mt940', 'ret'],
      'text/csv': ['csv'],
    },
    maxBytes: MOST_BYTES,
    wrongType: t('wrong_type'),
  }
  return (
    <div className="flex flex-col gap-4">
      <FileDrop
        label={t('give')}
        hint={t('hint')}
        camera={false}
        rules={rules}
        busy={give.isPending}
        onFile={(file) => give.mutate(file)}
      />
      {give.error !== null && <Refused error={give.error} />}
      {give.data !== undefined && (
        <Callout
          kind={give.data.known ? 'info' : 'success'}
          title={t(give.data.known ? 'known' : 'done')}
        >
          {`${give.data.format}: ${tellCounts(give.data.counts)}`}
        </Callout>
      )}
      <Files />
    </div>
  )
}

/** What is wrong with it, for whoever mends it: where, and in the reader's own words. */
function Refused({ error }: { readonly error: unknown }) {
  const refusal = refusalOf(error)
  return (
    <>
      <RefusalNote error={error} />
      {refusal.code === 'file_refused' && (
        <p className="text-small" lang="en">
          {refusal.member('place')}: {refusal.detail}
        </p>
      )}
    </>
  )
}

function Files() {
  const t = useWords(fileWords)
  const tellCounts = useCounts()
  const columns: readonly Column<RailFileView>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ name }) => <span className="break-all">{name}</span>,
    },
    { key: 'format', title: t('format'), cell: ({ format }) => format },
    {
      key: 'counts',
      title: t('counts'),
      cell: (file) => (file.finished ? tellCounts(file.counts) : t('unfinished')),
    },
    { key: 'at', title: t('at'), cell: ({ at }) => <Time at={at} /> },
  ]
  return (
    <Loaded query={useQuery(filesQuery)} skeleton={<SkeletonLines lines={3} />}>
      {({ data }) => (
        <Table
          caption={t('caption')}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{t('none')}</p>}
        />
      )}
    </Loaded>
  )
}

/** '2 credited, 1 waiting'; what did not happen is left out. */
function useCounts(): (counts: Readonly<Record<string, number>>) => string {
  const say = useWords(outcomeWords)
  return (counts) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${wordOf(outcomeWords, name, say)}`)
      .join(', ') || '0'
}
