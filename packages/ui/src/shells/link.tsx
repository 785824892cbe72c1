import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

export interface LinkProps {
  /** A path of the app ('/settings') or a whole address. */
  readonly href: string
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly 'aria-current'?: 'page' | undefined
  readonly 'aria-label'?: string | undefined
  readonly title?: string | undefined
  /** Where another link beside it leads to the same, for the keyboard. */
  readonly tabIndex?: -1 | undefined
}

const LinkContext = createContext<ComponentType<LinkProps>>((props) => <a {...props} />)

/** How this app goes from screen to screen: its router's link. */
export const LinkProvider = LinkContext.Provider

/** A link without a look of its own. */
export function Link(props: LinkProps) {
  const Way = useContext(LinkContext)
  return <Way {...props} />
}

/** A link in a sentence. */
export function TextLink(props: LinkProps) {
  return <Link {...props} className={LOOK} />
}

const LOOK = 'text-jade underline decoration-1 underline-offset-3 hover:text-jade-deep'
