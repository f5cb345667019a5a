// Files to attach: chosen or dropped, listed with size, progress and what went wrong. Sends nothing itself.
import { type DragEvent, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { FieldFrame } from './field-frame.tsx'
import styles from './file-field.module.css'
import { type FileLimits, type FileRefusal, formatSize, judgeFiles } from './file-limits.ts'
import { type FieldProps, useField } from './form-context.ts'
import { Icon } from './icons.tsx'

export type FileItem = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** 0–1 while sending; undefined before anything is known. */
  readonly sentShare?: number
  /** Why it failed. */
  readonly error?: string
}

export type FileFieldWords = {
  readonly choose: string
  /** "hoặc kéo thả vào đây" */
  readonly orDrop: string
  readonly remove: (fileName: string) => string
  readonly state: Readonly<Record<FileItem['state'], string>>
  readonly refused: Readonly<Record<FileRefusal, (fileName: string) => string>>
}

export type FileFieldProps = FieldProps & {
  readonly files: readonly FileItem[]
  readonly limits: FileLimits
  readonly words: FileFieldWords
  /** Only files within the limits. */
  readonly onAdd: (files: readonly File[]) => void
  readonly onRemove: (id: string) => void
}

export function FileField(props: FileFieldProps) {
  const { files, limits, words } = props
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const field = useField({ ...props, error: refusals.length > 0 ? refusals.join(' ') : props.error })

  const take = (chosen: Iterable<File>) => {
    const { accepted, refused } = judgeFiles(files, [...chosen], limits)
    setRefusals(refused.map(({ file, refusal }) => words.refused[refusal](file.name)))
    if (accepted.length > 0) props.onAdd(accepted)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(!props.isDisabled && event.type === 'dragover')
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!props.isDisabled) take(event.dataTransfer.files)
  }
  const remove = (id: string) => {
    setRefusals([])
    props.onRemove(id)
    input.current?.focus()
  }

  return (
    <FieldFrame
      field={field}
      props={props}
      below={
        files.length > 0 && (
          <ul className={styles.list}>
            {files.map(file => (
              <FileLine key={file.id} file={file} words={words} onRemove={() => remove(file.id)} />
            ))}
          </ul>
        )
      }
    >
      <div className={styles.place} data-over={isOver} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
        <label className={styles.choose}>
          <input
            {...field.control}
            ref={input}
            className="spoken"
            type="file"
            multiple={limits.maxFiles > 1}
            accept={limits.endings.join(',') || undefined}
            onChange={event => {
              take(event.target.files ?? [])
              // The same file may be chosen again after it was taken out.
              event.target.value = ''
            }}
          />
          <Icon name="upload" />
          {words.choose}
        </label>
        <span className={styles.or}>{words.orDrop}</span>
      </div>
    </FieldFrame>
  )
}

type LineProps = { readonly file: FileItem; readonly words: FileFieldWords; readonly onRemove: () => void }

function FileLine({ file, words, onRemove }: LineProps) {
  const percent = file.sentShare === undefined ? undefined : Math.round(file.sentShare * 100)
  return (
    <li className={styles.file} data-state={file.state}>
      <Icon name={file.state === 'failed' ? 'error' : file.state === 'sent' ? 'check' : 'file'} />
      <span className={styles.name}>{file.name}</span>
      <Button kind="quiet" icon="close" isIconOnly onClick={onRemove}>
        {words.remove(file.name)}
      </Button>
      <span className={styles.about}>
        {formatSize(file.size)} · {words.state[file.state]}
        {file.state === 'sending' && percent !== undefined && ` ${percent}\u00a0%`}
        {file.error && <span className={styles.error}> · {file.error}</span>}
      </span>
      {file.state === 'sending' && (
        <progress
          className="spoken"
          aria-label={`${file.name}, ${words.state.sending}`}
          {...(percent === undefined ? {} : { max: 100, value: percent })}
        />
      )}
      {file.state === 'sending' && (
        <span className={styles.track} aria-hidden="true" data-unknown={percent === undefined}>
          <span style={{ width: `${percent ?? 0}%` }} />
        </span>
      )}
    </li>
  )
}
