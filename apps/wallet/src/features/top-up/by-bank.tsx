import type { TopUpInstructions } from '@danbao/contracts/wallet'
import {
  Callout,
  CopyButton,
  Facts,
  Money,
  Paper,
  PrintButton,
  QrCode,
  typeAmount,
  useWords,
  words,
} from '@danbao/ui'

const bankWords = words({
  title: {
    en: 'Bank transfer to Danbao',
    ru: 'Банковский перевод в Danbao',
    zh: '向 Danbao 银行转账',
  },
  holder: { en: 'Beneficiary', ru: 'Получатель', zh: '收款人' },
  iban: { en: 'IBAN', ru: 'IBAN', zh: 'IBAN' },
  bic: { en: 'BIC', ru: 'BIC', zh: 'BIC' },
  bank: { en: 'Bank', ru: 'Банк', zh: '银行' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  reference: { en: 'Reference', ru: 'Назначение платежа', zh: '附言' },
  copy_iban: { en: 'Copy the IBAN', ru: 'Копировать IBAN', zh: '复制 IBAN' },
  copy_reference: { en: 'Copy the reference', ru: 'Копировать назначение', zh: '复制附言' },
  copy_amount: { en: 'Copy the amount', ru: 'Копировать сумму', zh: '复制金额' },
  important: {
    en: 'Write the reference exactly as it stands',
    ru: 'Назначение платежа — в точности как здесь',
    zh: '附言必须与此处完全一致',
  },
  important_text: {
    en: 'By it we know that the money is yours. Send it in your own name.',
    ru: 'По нему мы узнаём, что деньги ваши. Отправляйте от своего имени.',
    zh: '我们凭它识别您的款项。请以您本人名义汇款。',
  },
  qr: {
    en: 'Or let your banking app read this code',
    ru: 'Или отсканируйте код в приложении банка',
    zh: '或用银行应用扫描此二维码',
  },
  foot: {
    en: 'The money is in the wallet 1 to 3 working days after you have sent it.',
    ru: 'Деньги придут в кошелёк через 1–3 рабочих дня после отправки.',
    zh: '汇出后 1 至 3 个工作日存入钱包。',
  },
})

export interface ByBankProps {
  readonly instructions: Extract<TopUpInstructions, { kind: 'bank_transfer' }>
}

export function ByBank({ instructions }: ByBankProps) {
  const t = useWords(bankWords)
  const { holder, iban, bic, bank, missing, reference, qr } = instructions
  return (
    <>
      <Callout kind="attention" title={t('important')}>
        {t('important_text')}
      </Callout>
      <Paper title={t('title')} amount={missing} foot={t('foot')}>
        <Facts
          facts={[
            { name: t('holder'), value: holder },
            { name: t('iban'), value: <Typed text={inFours(iban)} /> },
            ...(bic === null ? [] : [{ name: t('bic'), value: <Typed text={bic} /> }]),
            { name: t('bank'), value: bank },
            { name: t('amount'), value: <Money amount={missing} /> },
            { name: t('reference'), value: <Typed text={inFours(reference)} strong /> },
          ]}
        />
        {qr !== null && (
          <figure className="mt-4 flex flex-col items-center gap-2">
            <QrCode text={qr} label={t('qr')} />
            <figcaption className="text-small text-ink-soft">{t('qr')}</figcaption>
          </figure>
        )}
      </Paper>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={iban} label={t('copy_iban')} />
        <CopyButton text={reference} label={t('copy_reference')} />
        <CopyButton text={typeAmount(missing)} label={t('copy_amount')} />
        <PrintButton />
      </div>
    </>
  )
}

function Typed({ text, strong = false }: { readonly text: string; readonly strong?: boolean }) {
  return <span className={strong ? 'font-strong tabular-nums' : 'tabular-nums'}>{text}</span>
}

/** As it is printed: in groups that an eye can hold. */
function inFours(text: string): string {
  return text.replaceAll(/(.{4})(?=.)/g, '$1\u00a0')
}
