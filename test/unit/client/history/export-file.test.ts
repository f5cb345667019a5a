import { expect, test } from 'vitest'
import { shareOf } from '../../../../client/history/page/export-file.ts'

const range = { from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 10, 24) }
const share = (text: string) => shareOf(new TextEncoder().encode(text), range)

test('how far a file is follows from the last whole time in it', () => {
  expect(share('2026-11-23T07:00:00.000+07:00,1\r\n2026-11-23T19:00:00.000+07:00,2\r\n2026-11-23T2')).toBe(0.5)
  expect(share('2026-11-25T07:00:00.000+07:00,1\r\n')).toBe(1)
  expect(share('PK binary')).toBeUndefined()
})
