import { TextLink, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

const supportWords = words({
  write: {
    en: 'Write to us: <address>our support</address>',
    ru: 'Напишите нам: <address>служба поддержки</address>',
    zh: '请写信给我们：<address>客服</address>',
  },
})

/** Where a person answers. The address can be read and copied too, where no mail program opens. */
export function WriteToSupport() {
  const t = useWords(supportWords)
  const { data } = useQuery({
    queryKey: ['support'],
    queryFn: ({ signal }) => api.call('getSupport', { signal }),
    staleTime: Infinity,
  })
  if (data === undefined) return null
  const address = () => (
    <TextLink key="address" href={`mailto:${data.email}`}>
      {data.email}
    </TextLink>
  )
  return <p>{t.rich('write', { address })}</p>
}
