import { TextLink } from '../shells/link.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import type { Bar, BarChartProps } from './bar.ts'

const tableWords = words({
  open: { en: 'As a table', ru: 'Таблицей', zh: '以表格查看' },
  nothing: {
    en: 'Nothing in all this time.',
    ru: 'За это время ничего.',
    zh: '这段时间内没有记录。',
  },
})

/** The figures of a chart, for who can not see it. */
export function ChartTable(props: BarChartProps) {
  return (
    <div className="sr-only">
      <Figures {...props} />
    </div>
  )
}

/** The figures of a chart, for everybody: each leads to what it is made of; empty ones are left out. */
export function FoldedTable({ bars, ...rest }: BarChartProps) {
  const t = useWords(tableWords)
  const some = bars.filter(({ value }) => value > 0n)
  return (
    <details className="mt-1 text-small">
      <summary className="tap inline-flex cursor-pointer items-center rounded-small text-jade hover:text-jade-deep">
        {t('open')}
        <span className="sr-only">: {rest.title}</span>
      </summary>
      {some.length === 0 ? <p>{t('nothing')}</p> : <Figures {...rest} bars={some} />}
    </details>
  )
}

function Figures({ title, heads, bars }: BarChartProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">{title}</caption>
      <thead className="text-ink-soft">
        <tr>
          <th scope="col" className="py-1 text-start font-strong">
            {heads[0]}
          </th>
          <th scope="col" className="py-1 text-end font-strong">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className="border-t border-line">
            <th scope="row" className="py-1 text-start font-normal">
              {bar.label}
            </th>
            <td className="py-1 text-end tabular-nums">
              <Value bar={bar} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ bar: { href, text } }: { readonly bar: Bar }) {
  return href === undefined ? text : <TextLink href={href}>{text}</TextLink>
}
