import type { IdentityDocument } from '@danbao/contracts/wallet'
import { useWords, words } from '@danbao/ui'

const adviceWords = words({
  title: { en: 'A good picture', ru: 'Хороший снимок', zh: '怎样拍好' },
  whole: {
    en: 'The whole page, its edges in view',
    ru: 'Страница целиком, с краями',
    zh: '整页入镜，四边可见',
  },
  light: {
    en: 'Daylight, without glare or fingers on it',
    ru: 'Дневной свет, без бликов и пальцев',
    zh: '自然光下拍摄，无反光、无手指遮挡',
  },
  sharp: {
    en: 'In colour, and so sharp that you can read the smallest letters',
    ru: 'В цвете и так резко, что читается самый мелкий текст',
    zh: '彩色、清晰，最小的字也能看清',
  },
  zone: {
    en: "The lines with '<<<' at the foot: we read them",
    ru: "Внизу видны строки со знаками '<<<': мы читаем по ним",
    zh: "底部带 '<<<' 的两行要完整，我们据此识别信息",
  },
  original: {
    en: 'The document itself, no copy and no screen',
    ru: 'Сам документ, а не копия или экран',
    zh: '拍摄证件原件，勿拍复印件或屏幕',
  },
})

/** What makes a picture that staff can decide upon. */
export function GoodPicture({ document }: { readonly document: IdentityDocument }) {
  const t = useWords(adviceWords)
  const last = document === 'passport' ? 'zone' : 'original'
  return (
    <section className="flex flex-col gap-4 rounded-card bg-well p-4 sm:flex-row sm:items-center">
      <Sketch zone={document === 'passport'} />
      <div>
        <h3 className="font-strong">{t('title')}</h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 ps-5 text-small">
          {(['whole', 'light', 'sharp', last] as const).map((advice) => (
            <li key={advice}>{t(advice)}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** A page inside of the corners of a viewfinder, in the ink of the text. */
function Sketch({ zone }: { readonly zone: boolean }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 160 112"
      className="h-24 w-auto shrink-0 self-center fill-none stroke-ink-soft"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path
        className="stroke-jade"
        d="M4 20V8q0-4 4-4h12M140 4h12q4 0 4 4v12M156 92v12q0 4-4 4h-12M20 108H8q-4 0-4-4V92"
      />
      <rect x="20" y="18" width="120" height="76" rx="6" className="fill-card" />
      <rect x="30" y="28" width="32" height={zone ? 36 : 44} rx="3" />
      <circle cx="46" cy="41" r="6" />
      <path d={`M34 ${zone ? 64 : 72}q2-14 12-14t12 14`} />
      <path d="M72 32h40M72 42h56M72 52h30M72 62h44" />
      {zone && <path strokeDasharray="3 4" d="M30 76h100M30 85h100" />}
      {!zone && <path d="M72 76h56" />}
    </svg>
  )
}
