import { type ReactNode, useId } from 'react'

/** A part of a dense screen under its own heading. */
export function Section({
  title,
  action,
  children,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="font-strong">
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  )
}
