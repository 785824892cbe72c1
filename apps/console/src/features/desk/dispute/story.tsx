import type { DisputeCase } from '@danbao/contracts/console'
import { cx, Money, useTime, useWords, words } from '@danbao/ui'
import { sideWords } from './dispute-words.ts'
import { type StoryLine, tellStory } from './tell-story.ts'

const storyWords = words({
  created: { en: 'Payment created', ru: 'Платёж создан', zh: '创建付款' },
  paid: { en: 'Paid', ru: 'Оплачен', zh: '已付款' },
  shipped: { en: 'Shipped', ru: 'Отправлен', zh: '已发货' },
  delivered: { en: 'Reported as delivered', ru: 'Отмечен как доставленный', zh: '显示已送达' },
  opened: {
    en: 'Opens the dispute and wants',
    ru: 'Открывает спор и просит',
    zh: '发起争议，要求',
  },
  offer: { en: 'Offers', ru: 'Предлагает', zh: '提出方案' },
  return_shipped: { en: 'Goods sent back', ru: 'Товар отправлен обратно', zh: '商品已寄回' },
  return_delivered: { en: 'Return delivered', ru: 'Возврат доставлен', zh: '退货已送达' },
  return_received: { en: 'Return received', ru: 'Возврат получен', zh: '退货已收到' },
  escalated: { en: 'Comes to an arbiter', ru: 'Передан арбитру', zh: '提交仲裁' },
  decided: {
    en: 'Decision: back to the buyer',
    ru: 'Решение: вернуть покупателю',
    zh: '裁决：退还买家',
  },
  appealed: { en: 'Appeals', ru: 'Обжалует', zh: '提出申诉' },
  dispute_closed: { en: 'Dispute closed', ru: 'Спор закрыт', zh: '争议关闭' },
  with_return: { en: 'goods go back', ru: 'с возвратом товара', zh: '须退货' },
  without: { en: 'buyer keeps the goods', ru: 'товар остаётся покупателю', zh: '买家留下商品' },
})

/** Timeline and conversation in one: what each of them said stands where they said it. */
export function Story({ found }: { readonly found: DisputeCase }) {
  return (
    <ol className="flex flex-col gap-2 text-small">
      {tellStory(found).map((line, at) => (
        <li key={at}>
          <Line line={line} />
        </li>
      ))}
    </ol>
  )
}

function Line({ line }: { readonly line: StoryLine }) {
  const t = useWords(storyWords)
  const side = useWords(sideWords)
  const { moment } = useTime()
  const { at, what, by, amount, with_return, text = null } = line
  const talks = what === 'opened' || what === 'offer'
  return (
    <div
      className={cx(
        'grid gap-x-4 gap-y-0.5 border-s-2 ps-3 @lg:grid-cols-[11rem_1fr]',
        by === 'buyer' ? 'border-jade' : by === 'seller' ? 'border-amber' : 'border-line',
      )}
    >
      <time dateTime={at} className="text-ink-soft">
        {moment(at)}
      </time>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {by !== undefined && <span className="font-strong">{side(by)}</span>}
          <span>{t(what)}</span>
          {amount !== undefined && <Money amount={amount} />}
          {talks && with_return !== undefined && (
            <span className="text-ink-soft">{t(with_return ? 'with_return' : 'without')}</span>
          )}
        </p>
        {text !== null && <p className="break-words whitespace-pre-wrap">{text}</p>}
      </div>
    </div>
  )
}
