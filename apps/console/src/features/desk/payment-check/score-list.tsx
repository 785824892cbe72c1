import type { RiskCode } from '@danbao/contracts'
import type { PaymentCheckCase, RiskHitView } from '@danbao/contracts/console'
import { countryName, useLocale, useMoney, useWords, words } from '@danbao/ui'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { wordOf } from '../../common/kind-words.ts'
import { ruleNames, ruleWords } from './rule-words.ts'

const scoreWords = words({
  score: {
    en: '{score, plural, one {# point} other {# points}}',
    ru: '{score, plural, one {# балл} few {# балла} many {# баллов} other {# балла}}',
    zh: '{score} 分',
  },
  high: {
    en: 'From {threshold} points on nothing passes by itself.',
    ru: 'Начиная с {threshold} баллов ничего не проходит само.',
    zh: '达到 {threshold} 分后，任何付款都不会自动放行。',
  },
  unknown: {
    en: 'Little speaks against it. It waits because no rule speaks for a buyer of whom we know so little.',
    ru: 'Против говорит немногое. Платёж ждёт, потому что ни одно правило не говорит за малоизвестного покупателя.',
    zh: '不利因素不多。之所以等待，是因为我们对买家了解太少，没有规则可以放行。',
  },
  quiet: { en: 'Did not apply', ru: 'Не сработали', zh: '未触发' },
  clears: { en: 'speaks for it', ru: 'говорит за', zh: '有利因素' },
  points: { en: '+{points}', ru: '+{points}', zh: '+{points}' },
})

/** A rule that has no words yet does not compile. */
const NAMES: Readonly<Record<RiskCode | keyof typeof ruleWords, object>> = ruleNames

/** Why the payment waits, rule by rule. */
export function ScoreList({ found }: { readonly found: PaymentCheckCase }) {
  const t = useWords(scoreWords)
  const name = useWords(ruleNames)
  const { hits, score, threshold } = found
  const held = new Set(hits.map(({ code }) => code))
  const quiet = Object.keys(NAMES).filter((code) => !held.has(code))
  return (
    <>
      <p className="text-small">
        <span className="font-strong">{t('score', { score })}</span>{' '}
        <span className="text-ink-soft">
          {score >= threshold ? t('high', { threshold }) : t('unknown')}
        </span>
      </p>
      {hits.length > 0 && (
        <ul className="divide-y divide-line">
          {hits.map((hit) => (
            <HitLine key={hit.code} hit={hit} />
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <p className="text-small text-ink-soft">
          {t('quiet')}: {quiet.map((code) => wordOf(ruleNames, code, name)).join(' · ')}
        </p>
      )}
    </>
  )
}

function HitLine({ hit }: { readonly hit: RiskHitView }) {
  const t = useWords(scoreWords)
  const name = useWords(ruleNames)
  const text = useRuleText()
  const Icon = hit.clears ? CircleCheck : CircleAlert
  return (
    <li className="flex items-start gap-2 py-2 text-small">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${hit.clears ? 'text-jade' : 'text-amber'}`}
      />
      <span className="min-w-0 flex-1">
        <span className="font-strong">{wordOf(ruleNames, hit.code, name)}</span>
        <span className="block text-ink-soft">{text(hit)}</span>
      </span>
      <span className="font-strong tabular-nums">
        {hit.clears ? t('clears') : t('points', { points: hit.points })}
      </span>
    </li>
  )
}

/** What a rule saw, as a sentence; nothing for one that this console does not know yet. */
function useRuleText(): (hit: RiskHitView) => string {
  const t = useWords(ruleWords)
  const money = useMoney()
  const locale = useLocale()
  const country = (code: string | undefined): string =>
    code === undefined ? '' : countryName(code, locale)
  return ({ code, figures }) =>
    wordOf(ruleWords, code, (known) =>
      t(known, {
        count: figures.count ?? 0,
        days: figures.days ?? 0,
        of: figures.of ?? 0,
        amount: figures.amount === undefined ? '' : money(figures.amount),
        country: country(figures.country),
        other: country(figures.other),
      }),
    )
}
