// Every word of the vocabularies is asked for by somebody, both languages have the plurals that they need and no others.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Asked, askedIn } from '../../../support/asked-words.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const VOCABULARY = /\/words\/|^client\/i18n\/(?:vi|en)\.ts$/
const SOURCES = globSync('client/**/*.{ts,tsx}', { cwd: ROOT }).filter(path => !VOCABULARY.test(path))
const FOLDERS = [...globSync('client/**/words', { cwd: ROOT }), 'client/i18n'].toSorted()
const PLURAL = /_(zero|one|two|few|many|other)$/

type Words = ReadonlyMap<string, string>
type Tree = { readonly [key: string]: string | Tree }

const flat = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )
const wordsIn = async (folder: string, language: 'vi' | 'en'): Promise<Words> => {
  const module = (await import(join(ROOT, folder, `${language}.ts`))) as Record<string, Tree>
  return new Map(flat(module[language] ?? {}))
}

/** Keys without the ending of their number. */
const asked = (key: string): string => key.replace(PLURAL, '')

export function unusedIn(words: Words, { plain, filled }: Asked): readonly string[] {
  const isAsked = (key: string) => plain.has(key) || filled.some(pattern => pattern.test(key))
  return [...new Set([...words.keys()].map(asked))].filter(key => !isAsked(key))
}

/** What is wrong with the numbers of one vocabulary: forms that its language hasn't, lacks, or wouldn't tell apart. */
export function pluralFaults(language: string, words: Words): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = Map.groupBy(
    [...words.keys()].filter(key => PLURAL.test(key)),
    asked,
  )
  return [...counted].flatMap(([key, own]) => {
    const has = own.map(one => PLURAL.exec(one)?.[1] ?? '')
    const texts = new Set(own.map(one => words.get(one)))
    return [
      ...has
        .filter(form => !forms.includes(form as Intl.LDMLPluralRule))
        .map(form => `${key}: no ${form} in ${language}`),
      ...forms.filter(form => !has.includes(form)).map(form => `${key}: ${form} is missing`),
      ...(words.has(key) ? [`${key}: also without a number`] : []),
      ...(forms.length > 1 && texts.size === 1 ? [`${key}: its forms are alike`] : []),
    ]
  })
}

/** A number and then a word in the plural, with no form for one: "1 stations". */
const HALF = /\{\{count\}\} (?!with\b)(?:\w+ )?(?!series\b)\w+s\b/
const loneCounts = (words: Words): readonly string[] =>
  [...words].filter(([key, text]) => !PLURAL.test(key) && HALF.test(text)).map(([key, text]) => `${key}: ${text}`)

let code: Asked
beforeAll(() => {
  const all = SOURCES.map(path => askedIn(path, readFileSync(join(ROOT, path), 'utf8')))
  code = {
    plain: new Set(all.flatMap(({ plain }) => [...plain])),
    filled: all.flatMap(({ filled }) => filled),
  }
  // A thousand files are read: a busy machine takes its time.
}, 60_000)

describe('what the checks see', () => {
  const source = "t('a.b'); t(`c.${x}`); t(`${y}.d`); t(isOn ? 'e' : `f.${x}.g`); say(`${x} is ${y}`)"
  test('a word is asked for by its name, or by a name that is filled in and says where', () => {
    const all = ['a.b', 'a.c', 'c.one', 'c.one.two', 'd.d', 'e_one', 'e_other', 'f.x.g', 'f.x.h']
    expect(unusedIn(new Map(all.map(key => [key, key])), askedIn('a.ts', source))).toEqual(['a.c', 'd.d', 'f.x.h'])
  })
  test('each language has its own forms of number', () => {
    expect(pluralFaults('en', new Map(Object.entries({ a_other: '{{count}} x' })))).toContain('a: one is missing')
    expect(pluralFaults('vi', new Map(Object.entries({ a_one: '{{count}} x', a_other: '{{count}} x' })))).toContain(
      'a: no one in vi',
    )
    expect(pluralFaults('en', new Map(Object.entries({ a_one: '{{count}} x', a_other: '{{count}} xs' })))).toEqual([])
    expect(loneCounts(new Map([['a', '{{count}} old stations']]))).toHaveLength(1)
  })
})

describe.each(FOLDERS)('%s', folder => {
  test('has no word that nobody asks for', async () => expect(unusedIn(await wordsIn(folder, 'vi'), code)).toEqual([]))
  test('has the plurals that its languages need', async () => {
    const [vi, en] = [await wordsIn(folder, 'vi'), await wordsIn(folder, 'en')]
    expect([...pluralFaults('vi', vi), ...pluralFaults('en', en), ...loneCounts(en)]).toEqual([])
  })
  test('says the same things in both languages', async () => {
    const [vi, en] = [await wordsIn(folder, 'vi'), await wordsIn(folder, 'en')]
    const keys = (words: Words) => [...new Set([...words.keys()].map(asked))].toSorted()
    expect(keys(en)).toEqual(keys(vi))
  })
})
