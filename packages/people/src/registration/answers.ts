import type { FieldError, Refusal } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import { hashSecret } from '../base/secrets.ts'

/** The way an answer is compared: case, blanks and full-width forms are forgotten in years. */
export function normaliseAnswer(answer: string): string {
  return answer.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}

export interface AnsweredQuestion {
  readonly question: string
  readonly answer: string
}

export interface AnsweredHash {
  readonly question: string
  /** Argon2id of the normalised answer. */
  readonly hash: string
}

const SHORTEST = 2

/** Refuses questions or answers that are there twice: one guess would open two of three. */
export async function hashAnswers(
  questions: readonly AnsweredQuestion[],
): Promise<Result<readonly AnsweredHash[], Refusal>> {
  const plain = questions.map(({ question, answer }) => ({
    question: normaliseAnswer(question),
    answer: normaliseAnswer(answer),
  }))
  const errors = plain.flatMap((_, at) => findFaults(plain, at))
  const [first] = errors
  if (first !== undefined) {
    return refuse({ code: 'invalid_request', detail: first.detail, errors })
  }
  const hashes: AnsweredHash[] = []
  for (const { question, answer } of questions) {
    hashes.push({ question, hash: await hashSecret(normaliseAnswer(answer)) })
  }
  return accept(hashes)
}

function findFaults(all: readonly AnsweredQuestion[], at: number): FieldError[] {
  const { question = '', answer = '' } = all[at] ?? {}
  const before = all.slice(0, at)
  const faults: FieldError[] = []
  const found = (field: 'question' | 'answer', code: string, detail: string): void => {
    faults.push({ pointer: `/questions/${at}/${field}`, code, detail })
  }
  if (before.some((other) => other.question === question)) {
    found('question', 'same_question', 'Choose three different questions.')
  }
  if ([...answer].length < SHORTEST) {
    found('answer', 'too_short', `The answer has ${SHORTEST} characters or more.`)
  } else if (before.some((other) => other.answer === answer)) {
    found('answer', 'same_answer', 'Each answer has to be another one.')
  }
  if (answer === question || answer === question.replaceAll('_', ' ')) {
    found('answer', 'same_as_question', 'The question is no answer.')
  }
  return faults
}
