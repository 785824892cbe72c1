import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Progress,
  RadioCards,
  tabMemory,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import {
  type Choice,
  hasAdvice,
  type Leaf,
  leafOf,
  PROBLEM_TREE,
  questionsOf,
  readPath,
  writePath,
} from './problem-tree.ts'
import { adviceWords, choiceWords, questionWords } from './problem-words.ts'
import { ProposalForm } from './proposal-form.tsx'

const formWords = words({
  what: { en: 'What happened', ru: 'Что случилось', zh: '问题' },
  wish: { en: 'What you want', ru: 'Чего вы хотите', zh: '您的要求' },
  on: { en: 'Go on', ru: 'Дальше', zh: '继续' },
  needed: {
    en: 'Choose what fits best.',
    ru: 'Выберите, что ближе всего.',
    zh: '请选择最接近的一项。',
  },
  first: { en: 'Before you go on', ru: 'Прежде чем продолжить', zh: '继续之前' },
})

/** The questions one after the other, then the proposal. Going back loses nothing. */
export function ProblemForm({ detail }: { readonly detail: OwnPaymentDetail }) {
  const t = useWords(formWords)
  const go = useGo()
  const [path, setPath] = useKeptPath(detail.payment.id)
  const [asking, setAsking] = useState(true)
  const leaf = leafOf(path)
  const titles = [t('what'), t('wish')]
  if (leaf === undefined || asking) {
    return (
      <>
        <Progress titles={titles} at={0} />
        <Questions path={path} onPath={setPath} onDone={() => setAsking(false)} />
      </>
    )
  }
  return (
    <>
      <Progress titles={titles} at={1} />
      <ProposalForm
        detail={detail}
        leaf={leaf}
        onBack={() => setAsking(true)}
        onDone={() => go(`/payments/${detail.payment.id}`, { replace: true })}
      />
    </>
  )
}

/** Survives leaving the screen, as what is typed into a form does. */
function useKeptPath(id: string) {
  const key = `problem.${id}`
  const [path, setPath] = useState(() => readPath(tabMemory.read(key) ?? ''))
  const keep = (next: readonly Choice[]): void => {
    tabMemory.write(key, writePath(next))
    setPath(next)
  }
  return [path, keep] as const
}

interface QuestionsProps {
  readonly path: readonly Choice[]
  readonly onPath: (path: readonly Choice[]) => void
  readonly onDone: () => void
}

/** Each answer brings the next question below it: nothing goes away by choosing. */
function Questions({ path, onPath, onDone }: QuestionsProps) {
  const t = useWords(formWords)
  const ask = useWords(questionWords)
  const say = useWords(choiceWords)
  const [missing, setMissing] = useState(false)
  const leaf = leafOf(path)
  return (
    <>
      {questionsOf(path).map((question, at) => (
        <RadioCards
          key={question}
          label={ask(question)}
          value={path[at] ?? ''}
          onValue={(value) => onPath(readPath([...path.slice(0, at), value].join('.')))}
          error={missing && path[at] === undefined ? t('needed') : undefined}
          options={PROBLEM_TREE[question].map((choice) => ({ value: choice, label: say(choice) }))}
        />
      ))}
      {leaf !== undefined && <Advice leaf={leaf} />}
      <Button wide onClick={() => (leaf === undefined ? setMissing(true) : onDone())}>
        {t('on')}
      </Button>
    </>
  )
}

function Advice({ leaf }: { readonly leaf: Leaf }) {
  const t = useWords(formWords)
  const advise = useWords(adviceWords)
  if (!hasAdvice(leaf) || !isAdvised(leaf)) return null
  return <Callout title={t('first')}>{advise(leaf)}</Callout>
}

function isAdvised(leaf: Leaf): leaf is Leaf & keyof typeof adviceWords {
  return Object.hasOwn(adviceWords, leaf)
}
