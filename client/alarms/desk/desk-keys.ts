// What a key does at the desk. Pure; who listens asks `isTaken` first.

export type DeskAction =
  | { readonly kind: 'move'; readonly by: 1 | -1; readonly isExtending: boolean }
  | { readonly kind: 'move-to'; readonly end: 'first' | 'last' }
  | { readonly kind: 'select' | 'select-all' | 'open' | 'leave' | 'search' | 'help' }
  | { readonly kind: 'command'; readonly command: KeyCommand }

export const KEY_COMMANDS = ['acknowledge', 'shelve', 'comment', 'assign', 'reset'] as const
export type KeyCommand = (typeof KEY_COMMANDS)[number]

/** As the help and the buttons name them. */
export const KEY_OF: Readonly<Record<KeyCommand, string>> = {
  acknowledge: 'A',
  shelve: 'S',
  comment: 'C',
  assign: 'G',
  reset: 'R',
}

export type Pressed = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/**
 * Undefined for a key that means nothing here, so that the browser keeps it.
 * @param hasCharacters whether single characters are commands; where not, arrows, Enter and the like still are
 */
export function actionOf(pressed: Pressed, hasCharacters: boolean): DeskAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed
  if (altKey) return undefined
  if (!hasCharacters && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey) return undefined
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return letter === 'a' ? { kind: 'select-all' } : undefined
  switch (letter) {
    case 'ArrowDown':
    case 'j':
      return { kind: 'move', by: 1, isExtending: shiftKey }
    case 'ArrowUp':
    case 'k':
      return { kind: 'move', by: -1, isExtending: shiftKey }
    case 'Home':
      return { kind: 'move-to', end: 'first' }
    case 'End':
      return { kind: 'move-to', end: 'last' }
    case ' ':
      return { kind: 'select' }
    case 'Enter':
      return { kind: 'open' }
    case 'Escape':
      return { kind: 'leave' }
    case '/':
      return { kind: 'search' }
    case '?':
      return { kind: 'help' }
    default: {
      const command = KEY_COMMANDS.find(name => KEY_OF[name].toLowerCase() === letter)
      return command && { kind: 'command', command }
    }
  }
}

/** What has the focus when a key is pressed. */
export type Focused = 'dialog' | 'text' | 'row' | 'elsewhere'

/**
 * Whether a key belongs to what has the focus: everything to a dialog, letters to a text; beside the list the browser keeps what
 * scrolls, presses and selects.
 */
export function isTaken(focused: Focused, { key, ctrlKey, metaKey }: Pressed): boolean {
  if (focused === 'dialog') return true
  if (focused === 'text') return key !== 'Escape'
  if (focused === 'row') return false
  return ctrlKey || metaKey || ['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' '].includes(key)
}
