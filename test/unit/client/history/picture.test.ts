import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapped } from '../../../../client/history/page/picture.ts'

const measure = (text: string) => text.length

test('words of a picture are in as many lines as they need, none lost', () => {
  expect(wrapped('Mực nước, Trạm thử · Tân Thuận Tây', 18, measure)).toEqual(['Mực nước, Trạm thử', '· Tân Thuận Tây'])
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zđ]{1,12}$/), { minLength: 1 }), fc.nat(40), (words, width) => {
      const lines = wrapped(words.join(' '), width, measure)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
    }),
  )
})
