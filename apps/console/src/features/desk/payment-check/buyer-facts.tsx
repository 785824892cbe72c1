import type { CheckedBuyer } from '@danbao/contracts/console'
import { Callout, countryName, Facts, Time, useLocale, useWords, words } from '@danbao/ui'
import { useDeviceName } from '../../people/device-name.ts'

const buyerWords = words({
  since: { en: 'Account opened', ru: 'Аккаунт открыт', zh: '开户时间' },
  country: { en: 'Country', ru: 'Страна', zh: '国家/地区' },
  unknown: { en: 'Not known', ru: 'Неизвестна', zh: '未知' },
  payments: { en: 'Paid before', ru: 'Платежей до этого', zh: '此前付款' },
  released: { en: 'Of them released', ru: 'Из них выплачено', zh: '其中已放款' },
  disputes: { en: 'Disputes', ru: 'Споров', zh: '争议' },
  lost: {
    en: '{disputes} ({lost} lost)',
    ru: '{disputes} (проиграно: {lost})',
    zh: '{disputes}（败诉 {lost}）',
  },
  devices: { en: 'Devices', ru: 'Устройства', zh: '设备' },
  none: { en: 'None remembered', ru: 'Не запомнены', zh: '无记录' },
  shops: {
    en: 'An account of {marketplace}',
    ru: 'Аккаунт маркетплейса {marketplace}',
    zh: '{marketplace} 的账户',
  },
  shops_text: {
    en: 'There is no wallet here: nobody can be asked for an identity. The marketplace answers for this buyer.',
    ru: 'Кошелька здесь нет: запросить личность не у кого. За покупателя отвечает маркетплейс.',
    zh: '该买家在此没有钱包，无法要求验证身份，由商城负责。',
  },
})

interface BuyerFactsProps {
  readonly buyer: CheckedBuyer
  readonly marketplace: string
}

/** Who has paid, and how it went before with them. */
export function BuyerFacts({ buyer, marketplace }: BuyerFactsProps) {
  const t = useWords(buyerWords)
  const locale = useLocale()
  const { country, payments, released, disputes, disputes_lost: lost } = buyer
  return (
    <>
      {buyer.wallet === null && (
        <Callout kind="info" title={t('shops', { marketplace })}>
          {t('shops_text')}
        </Callout>
      )}
      <Facts
        facts={[
          { name: t('since'), value: <Time at={buyer.since} /> },
          {
            name: t('country'),
            value: country === null ? t('unknown') : countryName(country, locale),
          },
          { name: t('payments'), value: String(payments) },
          { name: t('released'), value: String(released) },
          { name: t('disputes'), value: t('lost', { disputes, lost }) },
          ...(buyer.wallet === null
            ? []
            : [{ name: t('devices'), value: <Devices devices={buyer.devices} /> }]),
        ]}
      />
    </>
  )
}

function Devices({ devices }: Pick<CheckedBuyer, 'devices'>) {
  const t = useWords(buyerWords)
  const name = useDeviceName()
  if (devices.length === 0) return t('none')
  return (
    <ul>
      {devices.map(({ user_agent: agent, first_seen: seen }) => (
        <li key={seen}>
          {name(agent)} · <Time at={seen} />
        </li>
      ))}
    </ul>
  )
}
