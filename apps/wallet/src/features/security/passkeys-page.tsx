import type { Passkey } from '@danbao/contracts/wallet'
import {
  Badge,
  Button,
  Callout,
  Card,
  Dialog,
  Form,
  IconButton,
  Loaded,
  Page,
  RefusalNote,
  TextInput,
  toast,
  useForm,
  useTime,
  useWords,
} from '@danbao/ui'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { type CreatedPasskey, createPasskey } from './create-passkey.ts'
import { deviceName } from './device-name.ts'
import { passkeyWords } from './passkey-words.ts'
import { passkeysQuery } from './queries.ts'
import { useSure } from './use-sure.tsx'

/** The keys of the person's devices, which sign in without a password. */
export function PasskeysPage() {
  const t = useWords(passkeyWords)
  const query = useQuery(passkeysQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={query}>
        {({ data }) => (
          <>
            {data.length > 0 && (
              <Card title={t('present')}>
                <ul className="-my-2 divide-y divide-line">
                  {data.map((passkey) => (
                    <PasskeyRow key={passkey.id} passkey={passkey} />
                  ))}
                </ul>
              </Card>
            )}
            {browserSupportsWebAuthn() ? (
              <AddPasskey />
            ) : (
              <Callout kind="attention" title={t('cannot')}>
                {t('cannot_text')}
              </Callout>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function useReload(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: passkeysQuery.queryKey })
}

function AddPasskey() {
  const t = useWords(passkeyWords)
  const reload = useReload()
  const [outcome, setOutcome] = useState<'exists' | 'stopped'>()
  const add = useSure(createPasskey, (created: CreatedPasskey) => {
    if (typeof created === 'string') return setOutcome(created)
    reload()
    form.reset()
    toast(t('added'))
  })
  const form = useForm({
    initial: { name: deviceName() },
    check: ({ name }) => ({ name: name.trim() === '' ? t('name_missing') : undefined }),
    submit: async ({ name }) => {
      setOutcome(undefined)
      add.run(name.trim())
    },
  })
  return (
    <Card title={t('add_title')}>
      <Form form={form} label={t('add_title')}>
        <p className="text-ink-soft">{t('add_text')}</p>
        <RefusalNote error={add.error} />
        {outcome !== undefined && (
          <Callout kind="attention" title={t('none_made')} live>
            {t(outcome)}
          </Callout>
        )}
        <TextInput
          {...form.text('name')}
          label={t('name')}
          hint={t('name_hint')}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" icon={KeyRound} busy={form.busy || add.busy} wide>
          {t('add')}
        </Button>
      </Form>
      {add.dialog}
    </Card>
  )
}

interface PasskeyProps {
  readonly passkey: Passkey
}

function PasskeyRow({ passkey }: PasskeyProps) {
  const t = useWords(passkeyWords)
  const { date, time } = useTime()
  const [asking, setAsking] = useState<'rename' | 'delete'>()
  const { name, synced, created_at, last_used_at } = passkey
  const used = last_used_at === null ? t('never_used') : t('used', { time: time(last_used_at) })
  const close = (): void => setAsking(undefined)
  return (
    <li className="flex items-center gap-3 py-3">
      <KeyRound aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 break-words">
          <span className="min-w-0">{name}</span>
          {synced && <Badge>{t('synced')}</Badge>}
        </span>
        <span className="block text-small text-ink-soft">
          {t('made', { date: date(created_at) })} · {used}
        </span>
      </span>
      <span className="flex shrink-0">
        <IconButton
          icon={Pencil}
          label={t('rename', { name })}
          onClick={() => setAsking('rename')}
        />
        <IconButton
          icon={Trash2}
          label={t('delete', { name })}
          onClick={() => setAsking('delete')}
        />
      </span>
      <Dialog open={asking === 'rename'} onClose={close} title={t('rename_title')}>
        <RenameForm passkey={passkey} onDone={close} />
      </Dialog>
      <DeleteDialog passkey={passkey} open={asking === 'delete'} onClose={close} />
    </li>
  )
}

function RenameForm({ passkey, onDone }: PasskeyProps & { readonly onDone: () => void }) {
  const t = useWords(passkeyWords)
  const reload = useReload()
  const form = useForm({
    initial: { name: passkey.name },
    check: ({ name }) => ({ name: name.trim() === '' ? t('name_missing') : undefined }),
    submit: ({ name }) =>
      api.call('renamePasskey', { params: { id: passkey.id }, body: { name: name.trim() } }),
    done: () => {
      reload()
      onDone()
    },
  })
  return (
    <Form form={form} label={t('rename_title')}>
      <TextInput {...form.text('name')} label={t('name')} maxLength={60} autoComplete="off" />
      <Button type="submit" busy={form.busy} wide>
        {t('save')}
      </Button>
    </Form>
  )
}

interface DeleteDialogProps extends PasskeyProps {
  readonly open: boolean
  readonly onClose: () => void
}

function DeleteDialog({ passkey, open, onClose }: DeleteDialogProps) {
  const t = useWords(passkeyWords)
  const reload = useReload()
  const remove = useMutation({
    mutationFn: () => api.call('deletePasskey', { params: { id: passkey.id } }),
    onSuccess: () => {
      onClose()
      reload()
      toast(t('deleted'))
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      busy={remove.isPending}
      title={t('delete_title', { name: passkey.name })}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('delete_confirm')}
          </Button>
        </>
      }
    >
      <p>{t('delete_text')}</p>
      <RefusalNote error={remove.error} />
    </Dialog>
  )
}
