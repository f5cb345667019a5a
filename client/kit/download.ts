// Hands the person a file the page holds. Knows nothing of what is in it.

/** Long enough for the browser to have taken the file over. */
const RELEASE_AFTER_MS = 60_000
const MAX_NAME = 120

export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = safeFileName(fileName)
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

/** A name every system takes: Vietnamese letters stay, signs that mean something to a file system become "-". */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const dot = safe.lastIndexOf('.')
  const ending = dot > 0 && safe.length - dot <= 6 ? safe.slice(dot) : ''
  const stem = (ending === '' ? safe : safe.slice(0, dot)).slice(0, MAX_NAME - ending.length)
  return stem === '' ? `dai-sen${ending}` : stem + ending
}
