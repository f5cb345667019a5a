// What people read stands in the vocabularies: no word in a component, the same words asked for in both languages, and numbers and dates
// written by the files that know how the province writes them.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { literalWords } from '../../../support/literal-words.ts'

const COMPONENTS = globSync('client/**/*.tsx').sort()
const SOURCES = globSync('client/**/*.{ts,tsx}').sort()
const found = (sources: readonly string[], find: (text: string) => readonly string[]) =>
  sources.flatMap(path => find(readFileSync(path, 'utf8')).map(words => `${path}: ${words}`))

test('finds words where they stand as text or are read out', () => {
  expect(
    literalWords(`
      // a <b>comment</b> says words
      const isLess = a < b && c > d
      const generic = useState<Set<string>>(new Set())
      const row = <p className="row" title="Name" aria-label={t('x')}>Mực nước {value} m · <b>{t('unit')}</b>&nbsp;</p>`),
  ).toEqual(['Mực nước', 'Name'])
  expect(literalWords('<input placeholder={`Find ${name}`} alt={isOpen ? "Picture" : t("none")} />')).toEqual([
    'Find',
    'Picture',
  ])
  expect(literalWords("<p>{isOpen ? 'Close it' : t('open')} {kind === 'none' && 'nothing'}</p>")).toEqual([
    'Close it',
    'nothing',
  ])
  expect(literalWords("say('Đóng lại', 'kind', `px ${size}`)")).toEqual(['Đóng lại'])
})

test('no component holds a word', () => expect(found(COMPONENTS, literalWords)).toEqual([]))

/** Written any other way, they would come in the machine's own manner. */
const WRITES = /\bIntl\.(?!Collator)\w+|\.toLocale\w*String\(/g
// The third writes what a field reads back; the last one runs in a file of its own, far from the others.
const MAY_WRITE = [
  'client/design/number-format.ts',
  'client/design/time-format.ts',
  'client/kit/number-text.ts',
  'client/time-machine/export/page-script.ts',
]

test('numbers and dates are written by the files that know how', () => {
  const writes = (text: string) => text.match(WRITES) ?? []
  expect(
    found(
      SOURCES.filter(path => !MAY_WRITE.includes(path)),
      writes,
    ),
  ).toEqual([])
  expect(found(MAY_WRITE, writes)).not.toEqual([])
})
