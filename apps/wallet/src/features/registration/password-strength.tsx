import {
  guessedWords,
  isPersonal,
  PASSWORD_RULES,
  passwordForms,
  personalWords,
} from '@danbao/contracts/wallet'
import { cx, useWords, words } from '@danbao/ui'
import { useEffect, useState } from 'react'

const strengthWords = words({
  label: { en: 'Strength of the password', ru: 'Надёжность пароля', zh: '密码强度' },
  score_0: { en: 'Guessed at once', ru: 'Угадывается сразу', zh: '极易猜到' },
  score_1: { en: 'Easy to guess', ru: 'Легко угадать', zh: '容易猜到' },
  score_2: { en: 'Not strong enough', ru: 'Пока недостаточно', zh: '强度不足' },
  score_3: { en: 'Good', ru: 'Хороший', zh: '良好' },
  score_4: { en: 'Very good', ru: 'Очень хороший', zh: '非常好' },
})

type Score = 0 | 1 | 2 | 3 | 4
type Judge = (password: string, personal: string[]) => number

const SCORES: readonly Score[] = [0, 1, 2, 3, 4]
const scoreOf = (found: number): Score => SCORES.find((score) => score === found) ?? 0

/** The list of common passwords is large: it comes when somebody chooses one. */
async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, personal) => {
    if (isPersonal(password, personal)) return 1
    return Math.min(
      ...passwordForms(password).map((form) => zxcvbn.check(form, guessedWords(personal)).score),
    )
  }
}

/** How strong a password is while it is typed; the server has the last word. */
export function PasswordStrength(props: {
  readonly password: string
  readonly personal: readonly string[]
}) {
  const { password, personal } = props
  const t = useWords(strengthWords)
  const [judge, setJudge] = useState<{ readonly of: Judge }>()
  useEffect(() => {
    void loadJudge().then((of) => setJudge({ of }))
  }, [])
  if (judge === undefined || password === '') return null
  const score = scoreOf(judge.of(password.slice(0, 128), personalWords(personal)))
  return <Bars label={t('label')} score={score} text={t(`score_${score}`)} />
}

interface BarsProps {
  readonly label: string
  readonly score: Score
  readonly text: string
}

function Bars({ label, score, text }: BarsProps) {
  const colour = score >= PASSWORD_RULES.score ? 'bg-jade' : 'bg-amber'
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={4}
      aria-valuenow={score}
      aria-valuetext={text}
    >
      <div aria-hidden className="mb-1.5 flex gap-1.5">
        {([1, 2, 3, 4] as const).map((bar) => (
          <span
            key={bar}
            className={cx('h-1.5 flex-1 rounded-full', bar <= score ? colour : 'bg-line')}
          />
        ))}
      </div>
      <p className="text-small text-ink-soft">{text}</p>
    </div>
  )
}
