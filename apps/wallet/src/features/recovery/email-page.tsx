import { Button, Form, Page, Progress, serverNow, useGo, useSearchText, useWords } from '@danbao/ui'
import { useEffect, useRef, useState } from 'react'
import { EMAIL_STEPS, stepAt } from './email-fields.ts'
import { EmailStep } from './email-step.tsx'
import { emailWords } from './email-words.ts'
import { MailOnItsWay } from './mail-on-its-way.tsx'
import { useEmailForm } from './use-email-form.ts'

/** The mailbox is lost: what the person can prove, one question at a time. */
export function EmailPage() {
  const t = useWords(emailWords)
  const { at, goTo, goBack } = useStep()
  const last = at === EMAIL_STEPS.length - 1
  const [sent, setSent] = useSent(last)
  const form = useEmailForm({ at, goTo, onSent: (to) => setSent({ to, at: serverNow() }) })
  const heading = useFocusOn(at)
  if (sent !== undefined) {
    return (
      <MailOnItsWay
        text={t('sent', { email: sent.to })}
        next={t('sent_next')}
        resend={{ sentAt: sent.at, form }}
        onAgain={() => goTo(EMAIL_STEPS.indexOf('new_email'))}
        back="/recover"
      />
    )
  }
  const step = EMAIL_STEPS[at] ?? 'old_email'
  return (
    <Page title={t('title')} {...(at === 0 && { intro: t('intro') })} back="/recover">
      <Progress titles={EMAIL_STEPS.map((name) => t(name))} at={at} />
      <Form form={form} label={t('title')}>
        <h2 ref={heading} tabIndex={-1} className="text-large font-strong outline-none">
          {t(`${step}_ask`)}
        </h2>
        <EmailStep step={step} form={form} />
        <div className="flex flex-col gap-2">
          <Button type="submit" busy={form.busy} wide>
            {last ? t('send') : t('next')}
          </Button>
          {at > 0 && (
            <Button kind="quiet" onClick={goBack} wide>
              {t('before')}
            </Button>
          )}
        </div>
      </Form>
    </Page>
  )
}

interface Sent {
  readonly to: string
  readonly at: number
}

/** Forgotten when the person goes back to a question: the answers are sent once more then. */
function useSent(last: boolean) {
  const [sent, setSent] = useState<Sent>()
  useEffect(() => {
    if (!last) setSent(undefined)
  }, [last])
  return [last ? sent : undefined, setSent] as const
}

/** In the address, so that the browser's Back leads to the question before, and a reload stays. */
function useStep() {
  const go = useGo()
  const at = stepAt(useSearchText('step'))
  const goTo = (next: number): void => go(addressOf(next))
  return { at, goTo, goBack: () => goTo(at - 1) }
}

function addressOf(at: number): string {
  return at === 0 ? '/recover/email' : `/recover/email?step=${at + 1}`
}

/** Each question takes the focus when it comes, so that screen readers hear of it. */
function useFocusOn(at: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(at)
  useEffect(() => {
    if (before.current !== at) heading.current?.focus()
    before.current = at
  }, [at])
  return heading
}
