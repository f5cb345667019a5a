// Between what is typed and what it means: the text stays as typed while the field has the focus, and is written out
// properly when it is left. A value that changes from outside replaces the text.
import { useState } from 'react'

type Ways<Value> = {
  readonly parse: (text: string) => Value | undefined
  readonly format: (value: Value) => string
}

export function useTypedText<Value>(
  value: Value | undefined,
  onChange: (value: Value | undefined) => void,
  { parse, format }: Ways<Value>,
) {
  const written = (known: Value | undefined) => (known === undefined ? '' : format(known))
  const [text, setText] = useState(() => written(value))
  const [lastValue, setLastValue] = useState(value)
  const [wasLeft, setLeft] = useState(false)
  if (value !== lastValue) {
    setLastValue(value)
    if (parse(text) !== value) setText(written(value))
  }
  const isUnclear = text.trim() !== '' && parse(text) === undefined
  return {
    text,
    isUnclear,
    /** Nobody is corrected in the middle of a word. */
    isUnclearShown: isUnclear && wasLeft,
    type: (typed: string) => {
      setText(typed)
      const meant = parse(typed)
      if (meant !== value) onChange(meant)
    },
    leave: () => {
      setLeft(true)
      const meant = parse(text)
      if (meant !== undefined) setText(format(meant))
    },
  }
}
