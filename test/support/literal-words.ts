// Words that a component says by itself instead of asking the vocabulary: in the text between its elements, and in attributes that are
// shown or read out. Reads the source as text: TypeScript 7 offers no parser. Pure.

const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]
const ATTRIBUTE = new RegExp(`\\b(?:${SPOKEN.join('|')})=(?:"[^"]*"|\\{(?:"[^"]*"|'[^']*'|\`[^\`$]*\`)\\})`, 'g')
const WORD = /\p{L}{2,}/u
/** Vietnamese anywhere in a string is for people, whatever it is given to. */
const VIETNAMESE_STRING = /'[^'\n]*[à-ỹđÀ-ỸĐ][^'\n]*'|`[^`\n]*[à-ỹđÀ-ỸĐ][^`\n]*`/gu
/** From the end of a tag to the next tag or expression; an arrow, a comparison or a type ends otherwise. */
const TEXT = /(?<![=\s(<])>([^<>{}()=;]*)(?=[<{])/g
/** After an expression within an element. */
const TEXT_AFTER = /\}([^<>{}()=;:,`'"[\]]*)(?=<\/?[A-Za-z])/g

export function literalWords(source: string): readonly string[] {
  const text = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '')
  const attributes = [...text.matchAll(ATTRIBUTE)]
    .map(([all]) => all)
    .filter(one => WORD.test(one.slice(one.indexOf('='))))
  const between = [...text.matchAll(TEXT), ...text.matchAll(TEXT_AFTER)]
    .map(([, words = '']) => words.replaceAll(/&\w+;/g, '').trim())
    .filter(words => WORD.test(words))
  const strings = [...text.matchAll(VIETNAMESE_STRING)].map(([all]) => all)
  const known = new Set([...attributes.join('\n')])
  return [...attributes, ...between, ...strings.filter(one => !attributes.some(all => all.includes(one)) && known)]
}
