// What people read stands in the vocabularies: no word in a component, the same words asked for in both languages, and numbers and dates
// written by the two files that know how the province writes them.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { literalWords } from '../../../support/literal-words.ts'

const COMPONENTS = globSync('client/**/*.tsx').sort()
const SOURCES = globSync('client/**/*.{ts,tsx}').sort()
const found = (sources: readonly string[], find: (text: string) => readonly string[]) =>
  sources.flatMap(path => find(readFileSync(path, 'utf8')).map(words => `${path}: ${words}`))

test('finds words where they stand as text or are read out', () => {
  const source = `
    // a <b>comment</b> says words
    const isLess = a < b && c > d
    const generic = useState<Set<string>>(new Set())
    return <p className="row" title="Tên làng" aria-label={t('x')}>Mực nước {value} m · <b>{t('unit')}</b> &nbsp;</p>`
  expect(literalWords(source)).toEqual(['title="Tên làng"', 'Mực nước'])
  expect(literalWords('<input placeholder={`Tìm`} alt={"Hình"} />')).toEqual(['placeholder={`Tìm`}', 'alt={"Hình"}'])
  expect(literalWords("<p>{isOpen ? 'Đóng lại' : t('open')}</p>")).toEqual(["'Đóng lại'"])
})

test('no component holds a word', () => expect(found(COMPONENTS, literalWords)).toEqual([]))

/** Every other way of writing numbers and dates would be in the machine's own manner. */
const WRITES = /\bIntl\.\w+|\.toLocale\w*String\(|\.toFixed\(\d\)(?=\})/g
const MAY_WRITE = new Set(['client/design/number-format.ts', 'client/design/time-format.ts'])

test('numbers and dates are written by two files', () => {
  const others = SOURCES.filter(path => !MAY_WRITE.has(path))
  expect(found(others, text => text.match(/\bIntl\.\w+|\.toLocale\w*String\(/g) ?? [])).toEqual([])
  expect(found([...MAY_WRITE], text => text.match(WRITES) ?? []).length).toBeGreaterThan(0)
})
