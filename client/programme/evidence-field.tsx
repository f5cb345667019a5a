// Files as evidence: each is uploaded as soon as it is chosen, so that sending the form itself is quick and can be repeated.

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EVIDENCE_KINDS, MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'
import type { EvidenceReply } from '../../shared/programme/evidence-schema.ts'
import type { EvidenceFile } from '../../shared/programme/facts.ts'
import { problemIn } from '../app/post-json.ts'
import { stationUpload } from '../app/station-upload.ts'
import { FileField, type FileItem } from '../kit/file-field.tsx'
import { newKey } from './send-command.ts'

const PATH = '/api/v1/programme/files'
const LIMITS = {
  maxBytes: MAX_EVIDENCE_BYTES,
  maxFiles: 20,
  endings: [...Object.values(EVIDENCE_KINDS).map(({ extension }) => `.${extension}`), '.jpeg'],
}

type Item = FileItem & { readonly kept?: EvidenceFile }

export type Evidence = {
  readonly items: readonly Item[]
  readonly add: (files: readonly File[]) => void
  readonly remove: (id: string) => void
  /** What is uploaded, for the command. */
  readonly files: readonly EvidenceFile[]
  /** Uploading, or failed: sending now would leave something out. */
  readonly isUnfinished: boolean
}

/** Holds the files of one form. */
export function useEvidence(): Evidence {
  const { t } = useTranslation('programme')
  const [items, setItems] = useState<readonly Item[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const change = (id: string, to: (item: Item) => Item) =>
    setItems(held => held.map(item => (item.id === id ? to(item) : item)))

  const upload = async (id: string, file: File) => {
    const stop = new AbortController()
    stops.current.set(id, stop)
    try {
      const response = await stationUpload(PATH, {
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
        signal: stop.signal,
        onShare: sentShare => change(id, item => ({ ...item, sentShare })),
      })
      if (response.ok) {
        const reply = (await response.json()) as EvidenceReply
        change(id, item => ({ ...item, state: 'sent', kept: { ...reply, name: file.name } }))
        return
      }
      const problem = await problemIn(response)
      change(id, item => ({ ...item, state: 'failed', error: problem?.detail ?? t('shell.file.failed') }))
    } catch {
      change(id, item => ({ ...item, state: 'failed', error: t('shell.file.failed') }))
    } finally {
      stops.current.delete(id)
    }
  }

  return {
    items,
    add(files) {
      const fresh = files.map(file => ({ file, id: newKey() }))
      setItems(held => [
        ...held,
        ...fresh.map(({ file, id }) => ({ id, name: file.name, size: file.size, state: 'sending' as const })),
      ])
      for (const { file, id } of fresh) void upload(id, file)
    },
    remove(id) {
      stops.current.get(id)?.abort()
      setItems(held => held.filter(item => item.id !== id))
    },
    files: items.flatMap(({ kept }) => kept ?? []),
    isUnfinished: items.some(({ state }) => state !== 'sent'),
  }
}

type Props = { readonly name: string; readonly label: string; readonly evidence: Evidence }

export function EvidenceField({ name, label, evidence }: Props) {
  const { t } = useTranslation('programme')
  const named = (key: 'tooLarge' | 'tooMany' | 'kind' | 'empty' | 'again') => (file: string) =>
    t(`shell.file.${key}`, { name: file })
  return (
    <FileField
      name={name}
      label={label}
      note={t('shell.optional')}
      hint={t('shell.file.hint')}
      files={evidence.items}
      limits={LIMITS}
      onAdd={evidence.add}
      onRemove={evidence.remove}
      words={{
        choose: t('shell.file.choose'),
        orDrop: t('shell.file.orDrop'),
        remove: file => t('shell.file.remove', { name: file }),
        state: {
          waiting: t('shell.file.waiting'),
          sending: t('shell.file.sending'),
          sent: t('shell.file.sent'),
          failed: t('shell.file.failed'),
        },
        refused: {
          'too-large': named('tooLarge'),
          'too-many': named('tooMany'),
          'wrong-kind': named('kind'),
          empty: named('empty'),
          twice: named('again'),
        },
      }}
    />
  )
}
