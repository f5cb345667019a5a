// Codes of screens that ask to be let in: good once, for ten minutes, and not to be guessed.
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  CODE_LIFE_MS,
  createPairings,
  MOST_OPEN,
  MOST_OPEN_HERE,
  type Pairings,
} from '../../../server/access/pairings.ts'

const ADMINISTRATOR = 'account-1'
const GRANT = 'what it may'
let clock: number
let pairings: Pairings<string>

beforeEach(() => {
  clock = 1_000_000
  pairings = createPairings(() => clock)
})

function opened(display = 'a', address = '10.0.0.1') {
  const one = pairings.open(display, address)
  if (!one) throw new Error('no room')
  return { code: one.pairing.code, secret: one.secret }
}
function approved(code: string): void {
  const taken = pairings.take(code, ADMINISTRATOR)
  if (typeof taken !== 'object' || !('settle' in taken)) throw new Error('not taken')
  taken.settle(GRANT)
}

describe('a code', () => {
  test('has six digits, also when the number is small', () => {
    const [pairing] = [
      createPairings(
        () => 0,
        () => 42,
      ).open('a', '10.0.0.1')?.pairing,
    ]
    expect(pairing?.code).toBe('000042')
  })

  test('brings what was approved to the screen that shows it, once', () => {
    const { code, secret } = opened()
    expect(pairings.claim(secret)).toBe('waiting')
    approved(code)
    expect(pairings.claim(secret)).toMatchObject({ approval: GRANT, pairing: { display: 'a', code } })
    expect(pairings.claim(secret)).toBe('gone')
    expect(pairings.look(code, ADMINISTRATOR)).toBe('wrong')
  })

  test('is good for one approval, also while the first is under way', () => {
    const { code } = opened()
    const first = pairings.take(code, ADMINISTRATOR)
    expect(first).toHaveProperty('settle')
    expect(pairings.take(code, 'account-2')).toBe('wrong')
    expect(pairings.look(code, 'account-2')).toBe('wrong')
  })

  test('that came to nothing is good again', () => {
    const { code, secret } = opened()
    const taken = pairings.take(code, ADMINISTRATOR)
    if (typeof taken === 'object' && 'settle' in taken) taken.settle(undefined)
    expect(pairings.claim(secret)).toBe('waiting')
    approved(code)
    expect(pairings.claim(secret)).toHaveProperty('approval', GRANT)
  })

  test('can be fetched again when what was to come of it failed', () => {
    const { code, secret } = opened()
    approved(code)
    const claimed = pairings.claim(secret)
    if (typeof claimed === 'object') claimed.giveBack()
    expect(pairings.claim(secret)).toHaveProperty('approval', GRANT)
  })

  test('runs out after ten minutes, not a millisecond before', () => {
    const { code, secret } = opened()
    clock += CODE_LIFE_MS - 1
    expect(pairings.look(code, ADMINISTRATOR)).toHaveProperty('display', 'a')
    expect(pairings.claim(secret)).toBe('waiting')
    clock += 1
    expect(pairings.look(code, ADMINISTRATOR)).toBe('wrong')
    expect(pairings.claim(secret)).toBe('gone')
  })

  test('approved in its last moment still reaches the screen', () => {
    const { code, secret } = opened()
    clock += CODE_LIFE_MS - 1
    approved(code)
    clock += CODE_LIFE_MS - 1
    expect(pairings.claim(secret)).toHaveProperty('approval', GRANT)
  })

  test('ends when the same screen asks anew, not when another machine says it is that screen', () => {
    const first = opened('a', '10.0.0.1')
    opened('a', '10.0.0.2')
    expect(pairings.claim(first.secret)).toBe('waiting')
    const second = opened('a', '10.0.0.1')
    expect(pairings.claim(first.secret)).toBe('gone')
    expect(pairings.claim(second.secret)).toBe('waiting')
  })
})

test(`${MOST_OPEN} screens ask at once, ${MOST_OPEN_HERE} from one address, and not one more`, () => {
  for (let i = 0; i < MOST_OPEN_HERE; i++) opened(`a-${i}`, '10.0.0.1')
  expect(pairings.open('one more', '10.0.0.1')).toBeUndefined()
  for (let i = MOST_OPEN_HERE; i < MOST_OPEN; i++) opened(`a-${i}`, `10.0.1.${i}`)
  expect(pairings.open('one more', '10.0.2.1')).toBeUndefined()
  clock += CODE_LIFE_MS
  expect(pairings.open('one more', '10.0.2.1')).toBeDefined()
})

describe('whoever guesses', () => {
  const MOST_TRIES = 14

  test(`gets ${MOST_TRIES} tries within the life of a code, however the tries are spread and whatever is right in between`, () => {
    const tries = fc.array(fc.record({ after: fc.integer({ min: 0, max: 20_000 }), isLook: fc.boolean() }), {
      minLength: 100,
      maxLength: 400,
    })
    fc.assert(
      fc.property(tries, steps => {
        clock = 0
        pairings = createPairings(
          () => clock,
          () => 999_999,
        )
        const own = opened('own')
        let counted = 0
        for (const { after, isLook } of steps) {
          clock += after
          if (clock >= CODE_LIFE_MS) break
          // Looking at one's own code in between buys no tries.
          pairings.look(own.code, ADMINISTRATOR)
          const outcome = isLook ? pairings.look('000000', ADMINISTRATOR) : pairings.take('000000', ADMINISTRATOR)
          if (outcome === 'wrong') counted++
        }
        return counted <= MOST_TRIES
      }),
    )
  })

  test('waits, and the right code waits as well; others don’t', () => {
    const { code } = opened()
    for (let i = 0; i < 5; i++) expect(pairings.look('000000', ADMINISTRATOR)).toBe('wrong')
    expect(pairings.look(code, ADMINISTRATOR)).toEqual({ waitSeconds: 1 })
    expect(pairings.look(code, 'account-2')).toHaveProperty('display', 'a')
    clock += 1_000
    expect(pairings.look(code, ADMINISTRATOR)).toHaveProperty('display', 'a')
  })
})
