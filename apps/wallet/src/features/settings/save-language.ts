import type { Language } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/**
 * Mails and SMS follow the language of the app. When that can not be stored now the app speaks it
 * all the same, and the settings show that the mails do not yet.
 */
export function useSaveLanguage(): (language: Language) => void {
  const client = useQueryClient()
  return (language) => {
    void api
      .call('changeLanguage', { body: { language } })
      .then((next) => client.setQueryData(['settings'], next))
      .catch(() => undefined)
  }
}
