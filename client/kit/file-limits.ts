// What may be attached, judged before anything is sent; the server judges again. Pure.
import { formatNumber } from '../design/number-format.ts'

export type FileLimits = {
  readonly maxBytes: number
  readonly maxFiles: number
  /** Endings with their point, lower case: ".pdf". Empty means every kind. */
  readonly endings: readonly string[]
}
export type FileRefusal = 'too-large' | 'empty' | 'wrong-kind' | 'too-many' | 'twice'
export type FileFacts = { readonly name: string; readonly size: number }

type Judged<File extends FileFacts> = {
  readonly accepted: readonly File[]
  readonly refused: readonly { readonly file: File; readonly refusal: FileRefusal }[]
}

/** In the order they were chosen; the same name and size as one already there is taken for the same file. */
export function judgeFiles<File extends FileFacts>(
  present: readonly FileFacts[],
  chosen: readonly File[],
  limits: FileLimits,
): Judged<File> {
  const accepted: File[] = []
  const refused: { readonly file: File; readonly refusal: FileRefusal }[] = []
  for (const file of chosen) {
    const there = [...present, ...accepted]
    const refusal = refusalOf(file, there, limits)
    if (refusal) refused.push({ file, refusal })
    else accepted.push(file)
  }
  return { accepted, refused }
}

function refusalOf(file: FileFacts, there: readonly FileFacts[], limits: FileLimits): FileRefusal | undefined {
  const name = file.name.toLowerCase()
  if (there.some(other => other.name === file.name && other.size === file.size)) return 'twice'
  if (limits.endings.length > 0 && !limits.endings.some(ending => name.endsWith(ending))) return 'wrong-kind'
  if (file.size === 0) return 'empty'
  if (file.size > limits.maxBytes) return 'too-large'
  if (there.length >= limits.maxFiles) return 'too-many'
  return undefined
}

const KIB = 1_024

/** "812 B", "14 kB", "1,2 MB", in steps of 1.024 as the limits are. */
export function formatSize(bytes: number): string {
  if (bytes < KIB) return `${formatNumber(bytes)}\u00a0B`
  if (bytes < KIB * KIB) return `${formatNumber(bytes / KIB)}\u00a0kB`
  return `${formatNumber(bytes / (KIB * KIB), 1)}\u00a0MB`
}
