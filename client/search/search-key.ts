// Whether a pressed key opens the search: Ctrl or ⌘ K anywhere, a slash where nobody is typing. Pure.

export type PressedKey = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** @param isTyping the key belongs to a field @param isInDialog something else asks for an answer first */
export function opensSearch(pressed: PressedKey, isTyping: boolean, isInDialog: boolean): boolean {
  if (isInDialog || pressed.altKey) return false
  const isCommand = pressed.ctrlKey || pressed.metaKey
  if (isCommand) return pressed.key.toLowerCase() === 'k' && !pressed.shiftKey
  return pressed.key === '/' && !isTyping
}
