import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { LinkProps } from '../shells/link.tsx'

/** Links to paths of the app ('/settings') change the screen, all others leave it. */
export function AppLink({ href, children, onClick: also, ...look }: LinkProps) {
  const router = useRouter()
  if (!href.startsWith('/')) {
    return (
      <a {...look} href={href} onClick={also}>
        {children}
      </a>
    )
  }
  const onClick = (event: MouseEvent): void => {
    also?.()
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void router.navigate({ href })
  }
  const target = router.basepath.replace(/\/$/, '') + href
  return (
    <a {...look} href={target} onClick={onClick}>
      {children}
    </a>
  )
}

/** Goes to a path of the app. */
export function useGo(): (href: string, options?: { readonly replace?: boolean }) => void {
  const router = useRouter()
  return (href, options) => void router.navigate({ href, replace: options?.replace ?? false })
}

/** A value of the address' query: `?token=…`. */
export function useSearchText(name: string): string | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const value = search[name]
  return typeof value === 'string' ? value : undefined
}

/** A part of the address' path: `$id`. */
export function usePathText(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  return String(params[name] ?? '')
}
