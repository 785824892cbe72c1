import { STATEMENT_FORMATS, STATEMENT_WORDS, type StatementFormat } from '@danbao/contracts/wallet'
import {
  buttonClass,
  Card,
  Facts,
  Loaded,
  Money,
  SkeletonCards,
  useLanguage,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { fileAddress, fileName, type StatementAsked, statementQuery } from './queries.ts'

const statementWords = words({
  ...STATEMENT_WORDS,
  title: { en: '{from} – {to}', ru: '{from} – {to}', zh: '{from}–{to}' },
  lines: { en: 'Movements', ru: 'Операций', zh: '笔数' },
})

/** The names of formats are the same in every language; what each is for is not. */
const formatWords = words({
  pdf: { en: 'PDF, to print', ru: 'PDF для печати', zh: 'PDF（打印）' },
  csv: { en: 'CSV, for spreadsheets', ru: 'CSV для таблиц', zh: 'CSV（电子表格）' },
  'camt.053': {
    en: 'camt.053, for bookkeeping',
    ru: 'camt.053 для бухгалтерии',
    zh: 'camt.053（记账软件）',
  },
})

/** What the document says, before it is saved. */
export function Statement({ asked }: { readonly asked: StatementAsked }) {
  const t = useWords(statementWords)
  const { day } = useTime()
  return (
    <Loaded query={useQuery(statementQuery(asked))} skeleton={<SkeletonCards cards={1} />}>
      {({ opening, came, went, closing, lines }) => (
        <Card title={t('title', { from: day(asked.from), to: day(asked.to) })}>
          <Facts
            facts={[
              { name: t('opening'), value: <Money amount={opening} /> },
              { name: t('came'), value: <Money amount={came} signed /> },
              { name: t('went'), value: <Money amount={went} signed /> },
              { name: t('closing'), value: <Money amount={closing} /> },
              { name: t('lines'), value: lines },
            ]}
          />
          <div className="mt-4 flex flex-col gap-2 sm:flex-row sm:flex-wrap">
            {STATEMENT_FORMATS.map((format) => (
              <Save key={format} asked={asked} format={format} />
            ))}
          </div>
        </Card>
      )}
    </Loaded>
  )
}

interface SaveProps {
  readonly asked: StatementAsked
  readonly format: StatementFormat
}

function Save({ asked, format }: SaveProps) {
  const name = useWords(formatWords)
  const language = useLanguage()
  return (
    <a
      href={fileAddress(asked, format, language)}
      download={fileName(asked, format)}
      className={buttonClass({ kind: format === 'pdf' ? 'primary' : 'secondary' })}
    >
      <Download aria-hidden className="size-5 shrink-0" />
      {name(format)}
    </a>
  )
}
