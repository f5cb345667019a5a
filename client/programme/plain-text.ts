// Finding Vietnamese text by what was typed without its marks. Pure.

/** Lower case, without marks: "Đề nghị" is found by "de nghi". */
export const plainText = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/\s+/g, ' ').trim()

/** Every word that was typed must occur; nothing typed fits everything. */
export function isFoundBy(typed: string, ...texts: readonly string[]): boolean {
  const haystack = plainText(texts.join(' '))
  return plainText(typed)
    .split(' ')
    .every(word => haystack.includes(word))
}
