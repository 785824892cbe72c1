import { EVENT_TYPES, type WebhookEndpointView } from '@danbao/contracts'
import {
  Button,
  Checkbox,
  Dialog,
  Form,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { EventName } from './event-name.tsx'
import { useRefreshMarketplace } from './queries.ts'

const dialogWords = words({
  add: { en: 'Add an address', ru: 'Добавить адрес', zh: '添加接收地址' },
  change: { en: 'Change the address', ru: 'Изменить адрес', zh: '修改接收地址' },
  url: { en: 'Address', ru: 'Адрес', zh: '地址' },
  url_hint: {
    en: 'Of the marketplace’s own program, with https.',
    ru: 'Адрес программы маркетплейса, с https.',
    zh: '商城程序的 https 地址。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  description: { en: 'What it is for', ru: 'Для чего', zh: '用途' },
  all: {
    en: 'All events, also kinds that come later',
    ru: 'Все события, включая будущие виды',
    zh: '全部事件，包括今后新增的类型',
  },
  events: { en: 'Which events', ru: 'Какие события', zh: '事件类型' },
  none: {
    en: 'Choose at least one kind, or all.',
    ru: 'Выберите хотя бы один вид или все.',
    zh: '请至少选择一种，或选择全部。',
  },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  done: { en: 'The address is saved.', ru: 'Адрес сохранён.', zh: '接收地址已保存。' },
})

export interface EndpointDialogProps {
  /** Of the marketplace. */
  readonly id: string
  readonly open: boolean
  readonly onClose: () => void
  /** Absent: a new one. */
  readonly endpoint?: WebhookEndpointView
  readonly onDone: (saved: WebhookEndpointView) => void
}

export function EndpointDialog(props: EndpointDialogProps) {
  const t = useWords(dialogWords)
  const { open, onClose, endpoint } = props
  return (
    <Dialog open={open} onClose={onClose} title={t(endpoint === undefined ? 'add' : 'change')}>
      <EndpointForm {...props} />
    </Dialog>
  )
}

function EndpointForm(props: EndpointDialogProps) {
  const t = useWords(dialogWords)
  const { endpoint, onClose } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(endpoint?.events))
  const form = useEndpoint(props, chosen)
  const choose = (type: string, wanted: boolean): void =>
    setChosen(new Set(wanted ? [...chosen, type] : [...chosen].filter((one) => one !== type)))
  return (
    <Form form={form} label={t(endpoint === undefined ? 'add' : 'change')}>
      <TextInput
        label={t('url')}
        hint={t('url_hint')}
        type="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={2000}
        {...form.text('url')}
      />
      <TextInput
        label={t('description')}
        autoComplete="off"
        maxLength={500}
        {...form.text('description')}
      />
      <fieldset>
        <legend className="font-strong">{t('events')}</legend>
        <Checkbox label={t('all')} {...form.flag('all')} />
        {!form.values.all &&
          EVENT_TYPES.map((type) => (
            <Checkbox
              key={type}
              label={<EventName type={type} />}
              checked={chosen.has(type)}
              onChecked={(wanted) => choose(type, wanted)}
            />
          ))}
      </fieldset>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button kind="secondary" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={form.busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  )
}

function useEndpoint(
  { id, endpoint, onClose, onDone }: EndpointDialogProps,
  chosen: ReadonlySet<string>,
) {
  const t = useWords(dialogWords)
  const refresh = useRefreshMarketplace(id)
  return useForm({
    initial: {
      url: endpoint?.url ?? '',
      description: endpoint?.description ?? '',
      all: endpoint === undefined || endpoint.events.length === 0,
    },
    check: ({ url, all }) => ({
      url: url.trim() === '' ? t('needed') : undefined,
      all: !all && chosen.size === 0 ? t('none') : undefined,
    }),
    submit: ({ url, description, all }): Promise<WebhookEndpointView> => {
      const said = description.trim()
      const events = all ? [] : EVENT_TYPES.filter((type) => chosen.has(type))
      const body = { url: url.trim(), events, ...(said === '' ? {} : { description: said }) }
      return endpoint === undefined
        ? api.call('createMarketplaceEndpoint', { params: { id }, body })
        : api.call('updateMarketplaceEndpoint', { params: { id, endpoint: endpoint.id }, body })
    },
    at: { url_not_allowed: 'url' },
    done: (saved) => {
      toast(t('done'))
      onClose()
      refresh()
      onDone(saved)
    },
  })
}
