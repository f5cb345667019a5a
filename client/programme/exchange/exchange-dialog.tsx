// Imports a spreadsheet of any kind: chooses the file, shows what it would change and what is wrong, and records it as a whole
// or not at all. What somebody else recorded meanwhile is never overwritten: then it is looked at anew.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandActor } from '../../../shared/programme/command.ts'
import type { ImportKind, ImportPreview } from '../../../shared/programme/exchange-schema.ts'
import { useActor } from '../../access/actor.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form, SubmitButton } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { Icon } from '../../kit/icons.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import { useOperation } from '../../operation/use-operation.ts'
import { ActorFields } from '../actor-fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'
import styles from './exchange.module.css'
import { type ExportChoice, exportPath } from './export-link.tsx'
import { ImportPreviewPart } from './import-preview.tsx'
import { type ImportOutcome, type ImportRequest, sendImport } from './send-import.ts'

/** As the station takes them. */
const MAX_BYTES = 5 * 1024 * 1024

type Props = {
  readonly view: ProgrammeView
  readonly kind: ImportKind
  /** What the file with today's content is limited to, as in the page's own export. */
  readonly template?: Omit<ExportChoice, 'kind'>
  readonly onClose: () => void
}

/** A preview holds for one file and one person. */
type Looked = {
  readonly preview: ImportPreview
  readonly file: File
  readonly actor: CommandActor
  /** Makes a second press after a lost answer do nothing twice. */
  readonly key: string
  readonly hasMoved: boolean
}

export function ExchangeDialog({ view, kind, template, onClose }: Props) {
  const { t, i18n } = useTranslation('programme')
  const { tell } = useToasts()
  const action = useMemo(() => ({ kind: 'import', of: kind }) as const, [kind])
  const actor = useActor(action)
  const operation = useOperation()
  const [file, setFile] = useState<File>()
  const [looked, setLooked] = useState<Looked>()
  const isJsonTaken = kind === 'criteria'

  const current = looked?.file === file && looked?.actor === actor ? looked : undefined
  const isReady = current !== undefined && current.preview.errors.length === 0 && current.preview.changes.length > 0
  const check = (): FieldErrors => ({
    ...(file ? {} : { file: t('exchange.missingFile') }),
    ...(actor.name.trim() === '' ? { 'actor.name': t('exchange.missingName') } : {}),
    ...(actor.unit === '' ? { 'actor.unit': t('exchange.missingUnit') } : {}),
  })

  const send = async (request: Pick<ImportRequest, 'file' | 'commit'>): Promise<ImportOutcome | undefined> => {
    const outcome = await operation.run(({ signal, tell: onShare }) =>
      sendImport({ kind, actor, ...request, signal, onShare }),
    )
    return outcome.kind === 'done' ? outcome.value : undefined
  }
  const look = async (of: File, hasMoved: boolean): Promise<FieldErrors | undefined> => {
    const outcome = await send({ file: of })
    if (!outcome) return { '': t('exchange.lookCancelled') }
    if (outcome.kind !== 'preview') return failureOf(outcome)
    setLooked({ preview: outcome.preview, file: of, actor, key: newKey(), hasMoved })
    return undefined
  }
  const record = async (of: File, { preview, key }: Looked): Promise<FieldErrors | undefined> => {
    const outcome = await send({ file: of, commit: { head: preview.head, key } })
    // It may have been recorded just before; looking at it anew tells.
    if (!outcome) return { '': t('exchange.commitCancelled') }
    if (outcome.kind === 'moved') return look(of, true)
    if (outcome.kind !== 'done') return failureOf(outcome)
    tell('done', outcome.isRepeated ? t('exchange.doneAlready') : t('exchange.done', { number: outcome.events }))
    onClose()
    return undefined
  }
  const failureOf = (outcome: ImportOutcome): FieldErrors => {
    const problem = outcome.kind === 'failed' ? outcome.problem : undefined
    const said = i18n.language === 'en' ? problem?.en : problem
    const first = problem?.errors?.[0]
    const why = first && (i18n.language === 'en' ? first.en : first.vi)
    return { '': why ?? said?.detail ?? said?.title ?? t('shell.failed') }
  }
  const submit = async () => {
    if (!file) return { file: t('exchange.missingFile') }
    return isReady ? record(file, current) : look(file, false)
  }

  const named =
    (key: 'refusedKind' | 'refusedKindJson' | 'refusedSize' | 'refusedMany' | 'refusedEmpty') => (name: string) =>
      t(`exchange.${key}`, { name })
  return (
    <Dialog
      title={t(`exchange.title.${kind}`)}
      description={t('exchange.description')}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={file !== undefined}
      confirmClose={{ question: t('shell.leaveQuestion'), leave: t('shell.leave'), stay: t('shell.stay') }}
      onClose={onClose}
    >
      <Form
        label={t(`exchange.title.${kind}`)}
        words={{ summary: number => t('shell.errors', { number }), failed: t('shell.failed') }}
        check={check}
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
            <SubmitButton
              busyWords={t(isReady ? 'exchange.writing' : 'exchange.checking')}
              isDisabled={current !== undefined && !isReady}
            >
              {isReady ? t('exchange.commit', { number: current.preview.changes.length }) : t('exchange.preview')}
            </SubmitButton>
          </>
        }
      >
        <a className={styles.template} href={exportPath({ kind, ...template })} download>
          <Icon name="download" />
          {t('exchange.template')}
        </a>
        <FileField
          name="file"
          label={t(isJsonTaken ? 'exchange.fileOrJson' : 'exchange.file')}
          hint={t('exchange.fileHint')}
          isRequired
          files={file ? [{ id: 'file', name: file.name, size: file.size, state: 'sent' }] : []}
          limits={{ maxBytes: MAX_BYTES, maxFiles: 1, endings: isJsonTaken ? ['.xlsx', '.json'] : ['.xlsx'] }}
          onAdd={([first]) => setFile(first)}
          onRemove={() => setFile(undefined)}
          words={{
            choose: t('shell.file.choose'),
            orDrop: t('shell.file.orDrop'),
            remove: name => t('shell.file.remove', { name }),
            state: {
              waiting: t('exchange.chosen'),
              sending: t('exchange.checking'),
              sent: t('exchange.chosen'),
              failed: t('shell.file.failed'),
            },
            refused: {
              'too-large': named('refusedSize'),
              'too-many': named('refusedMany'),
              'wrong-kind': named(isJsonTaken ? 'refusedKindJson' : 'refusedKind'),
              empty: named('refusedEmpty'),
              twice: named('refusedMany'),
            },
          }}
        />
        <OperationProgress
          label={t(isReady ? 'exchange.writing' : 'exchange.checking')}
          isRunning={operation.isRunning}
          share={operation.share}
          onCancel={operation.cancel}
        />
        <ActorFields view={view} doing={action} />
        {current && <ImportPreviewPart preview={current.preview} hasMoved={current.hasMoved} />}
      </Form>
    </Dialog>
  )
}
