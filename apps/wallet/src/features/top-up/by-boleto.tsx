import type { TopUpInstructions, WalletTopUp } from '@danbao/contracts/wallet'
import { buttonClass, CopyButton, Facts, Paper, useTime, useWords, words } from '@danbao/ui'
import { Download } from 'lucide-react'

const boletoWords = words({
  title: { en: 'Boleto', ru: 'Boleto', zh: 'Boleto' },
  line: { en: 'Line to type', ru: 'Номер для оплаты', zh: '付款编号' },
  copy: { en: 'Copy the line', ru: 'Копировать номер', zh: '复制编号' },
  due: { en: 'Pay until', ru: 'Оплатить до', zh: '付款截止' },
  beneficiary: { en: 'Beneficiary', ru: 'Получатель', zh: '收款人' },
  bank: { en: 'Bank', ru: 'Банк', zh: '银行' },
  pdf: { en: 'Download the slip (PDF)', ru: 'Скачать квитанцию (PDF)', zh: '下载付款单（PDF）' },
  bars: { en: 'Barcode of the boleto', ru: 'Штрихкод boleto', zh: 'Boleto 条形码' },
  foot: {
    en: 'Pay it in any bank’s app, at a branch or a lottery shop in Brazil. The money is in the wallet 2 working days later.',
    ru: 'Оплатите в приложении любого банка, в отделении или лотерейном пункте Бразилии. Деньги придут в кошелёк через 2 рабочих дня.',
    zh: '可在巴西任一银行的应用、网点或彩票店付款。2 个工作日后存入钱包。',
  },
})

export interface ByBoletoProps {
  readonly topUp: WalletTopUp
  readonly instructions: Extract<TopUpInstructions, { kind: 'boleto' }>
}

/** The line for a phone, the bars for a counter, and the slip to print. */
export function ByBoleto({ topUp, instructions }: ByBoletoProps) {
  const t = useWords(boletoWords)
  const { date } = useTime()
  const { line, bars, due, beneficiary, bank } = instructions
  return (
    <>
      <Paper title={t('title')} amount={topUp.amount} foot={t('foot')}>
        <p className="text-small text-ink-soft">{t('line')}</p>
        <p className="digits mb-4 font-strong break-words select-all">{line}</p>
        <Bars bars={bars} label={t('bars')} />
        <Facts
          facts={[
            { name: t('due'), value: date(`${due}T12:00:00.000Z`) },
            { name: t('beneficiary'), value: beneficiary },
            { name: t('bank'), value: bank },
          ]}
        />
      </Paper>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={line.replaceAll(/\D/g, '')} label={t('copy')} />
        <a
          href={`/wallet/api/top_ups/${topUp.id}/boleto.pdf`}
          download={`boleto-${topUp.reference ?? ''}.pdf`}
          className={buttonClass({ kind: 'secondary' })}
        >
          <Download aria-hidden className="size-5 shrink-0" />
          {t('pdf')}
        </a>
      </div>
    </>
  )
}

const HEIGHT = 52

/** Black on white in both themes: readers at a counter know no other. */
function Bars({ bars, label }: { readonly bars: string; readonly label: string }) {
  const widths = [...bars].map(Number)
  const total = widths.reduce((sum, width) => sum + width, 0)
  let at = 0
  const path = widths
    .map((width, index) => {
      const bar = index % 2 === 0 ? `M${at} 0h${width}v${HEIGHT}h-${width}z` : ''
      at += width
      return bar
    })
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-10 -4 ${total + 20} ${HEIGHT + 8}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="mb-4 h-20 w-full rounded-card"
    >
      <rect x={-10} y={-4} width={total + 20} height={HEIGHT + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
