// Files on a disk that can fail: a file stands under its name whole and durable, or not at all. Knows nothing of evidence.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes, syncs, renames, syncs the folder: after a power cut the name has all bytes or isn't there. @throws when the disk can't */
export async function writeWhole(path: string, draftFolder: string, bytes: Uint8Array, at: number): Promise<void> {
  const draft = join(draftFolder, randomUUID())
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.utimes(at / 1000, at / 1000)
      await file.sync()
    } finally {
      await file.close()
    }
    const folder = dirname(path)
    // A folder's own name is kept in its parent.
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder))
    await rename(draft, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Sets the time a file counts as touched. */
export const touch = (path: string, at: number): Promise<void> => utimes(path, at / 1000, at / 1000)

/** @returns undefined when there is no such file */
export async function fileAt(path: string): Promise<{ readonly size: number; readonly touchedAt: number } | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? { size: found.size, touchedAt: found.mtimeMs } : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Names in a folder; none when it isn't there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Whether the disk, or what it grants us, is used up. */
export const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error))

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | undefined)?.code)

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
