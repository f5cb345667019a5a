// Passwords at rest: argon2id in the PHC string format, so that its cost can be raised without anybody's password changing.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32
const SALT_BYTES = 16
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22,86})\$([\w+/]{43,86})$/
/** Each takes 19 MiB: whoever floods the sign-in waits in line, and beyond the line is turned away. */
const MOST_AT_ONCE = 2
const MOST_WAITING = 50

export type Passwords = {
  /** Undefined = too many at once. */
  readonly hash: (password: string) => Promise<string | undefined>
  /** Undefined = too many at once. Without a hash (no such account) it takes as long and is false. */
  readonly verify: (password: string, hash: string | null) => Promise<boolean | undefined>
}

export function createPasswords(): Passwords {
  let running = 0
  const waiting: (() => void)[] = []
  const nobodys = write(randomBytes(SALT_BYTES), randomBytes(TAG_BYTES))

  async function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (running >= MOST_AT_ONCE) {
      if (waiting.length >= MOST_WAITING) return undefined
      await new Promise<void>(resolve => waiting.push(resolve))
    }
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }

  return {
    hash: password =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES)
        return write(salt, await tagOf(password, salt, { ...COST, tagLength: TAG_BYTES }))
      }),
    verify: (password, hash) =>
      inTurn(async () => {
        const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(hash ?? nobodys) ?? []
        const expected = Buffer.from(tag, 'base64')
        const given = await tagOf(password, Buffer.from(salt, 'base64'), {
          memory: Number(memory),
          passes: Number(passes),
          parallelism: Number(parallelism),
          tagLength: expected.length,
        })
        return timingSafeEqual(given, expected) && hash !== null
      }),
  }
}

type Cost = {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly tagLength: number
}

/** The same text typed on another keyboard may come in other code points: NFKC makes them one (RFC 8265). */
const tagOf = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost })

const write = (salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${bare(salt)}$${bare(tag)}`
const bare = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
