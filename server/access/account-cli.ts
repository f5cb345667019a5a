// `npm run -s account -- list|add|invite`: lets somebody (back) in through the running station, by whoever can read its data folder.
import { parseArgs } from 'node:util'
import { type AccountRow, accessCommandReplySchema, accountsReplySchema } from '../../shared/access/api-schema.ts'
import { ROLES } from '../../shared/access/role.ts'
import type { Problem } from '../../shared/api.ts'
import { addressOf, dataDirOf, heldLocalKey } from '../running.ts'

const HELP = `npm run -s account -- list [--json]                                    các tài khoản · the accounts
npm run -s account -- add --login LOGIN --name NAME --role ROLE [--unit UNIT]
npm run -s account -- invite --login LOGIN                             đặt lại mật khẩu · set the password anew
npm run -s account -- remove-totp --login LOGIN                        bỏ mã xác thực, khi mất điện thoại · a phone was lost
Chung · all: [--url http://127.0.0.1:8080] [--data-dir DIR]; cần máy chủ đang chạy và quyền đọc thư mục dữ liệu · the station runs, its data folder can be read
add và invite in một liên kết dùng một lần, trong 24 giờ · print a link, good once and for 24 h
--role: ${ROLES.join(', ')}
`
/** What the user typed is wrong, or the station says no; the message says what, Vietnamese · English. */
class Refused extends Error {}

const text = { type: 'string' } as const
function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      login: text,
      name: text,
      role: text,
      unit: text,
      url: text,
      'data-dir': text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
}
type Values = ReturnType<typeof parse>['values']

function needed(values: Values, name: 'login' | 'name' | 'role'): string {
  const value = values[name]
  if (value === undefined || value === '') throw new Refused(`thiếu --${name} · --${name} is missing`)
  return value
}

type Ask = (path: string, body?: object) => Promise<unknown>

function reach(values: Values): { ask: Ask; origin: string } {
  const { url, origin } = addressOf(values.url)
  const key = heldLocalKey(dataDirOf(values['data-dir']))
  if (key === undefined)
    throw new Refused('không đọc được khóa trong thư mục dữ liệu · the key in the data folder cannot be read')
  const ask: Ask = async (path, body) => {
    const response = await fetch(new URL(`/api/v1/access/${path}`, url), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer: unknown = await response.json()
    if (response.ok) return answer
    const { title, en, errors = [] } = answer as Problem
    const said = errors.length > 0 ? errors : [{ vi: title, en: en.title }]
    throw new Refused(said.map(one => `${one.vi} · ${one.en}`).join('\n'))
  }
  return { ask, origin }
}

async function idOf(ask: Ask, login: string): Promise<string> {
  const { accounts } = accountsReplySchema.parse(await ask('accounts'))
  const found = accounts.find(account => account.login === login)
  if (!found) throw new Refused(`không có tài khoản ${login} · there is no account ${login}`)
  return found.id
}

const lineOf = ({ login, name, state, grants }: AccountRow) =>
  [login, name, state, grants.map(({ role, unit }) => (unit === null ? role : `${role}@${unit}`)).join(',')].join('\t')

async function run(command: string, values: Values): Promise<void> {
  const { ask, origin } = reach(values)
  const give = async (body: object) => {
    const { invitation } = accessCommandReplySchema.parse(await ask('commands', body))
    if (invitation === null) return
    process.stderr.write('liên kết, dùng một lần trong 24 giờ · link, good once and for 24 h:\n')
    process.stdout.write(`${origin}/sign-in#${invitation}\n`)
  }
  if (command === 'list') {
    const { accounts } = accountsReplySchema.parse(await ask('accounts'))
    for (const one of accounts) process.stdout.write(`${values.json ? JSON.stringify(one) : lineOf(one)}\n`)
  } else if (command === 'add') {
    const grants = [{ role: needed(values, 'role'), unit: values.unit ?? null }]
    await give({
      command: 'add-account',
      data: { login: needed(values, 'login'), name: needed(values, 'name'), grants },
    })
  } else await give({ command, data: { account: await idOf(ask, needed(values, 'login')) } })
}

const COMMANDS = ['list', 'add', 'invite', 'remove-totp']

try {
  const { values, positionals } = parse()
  const [command] = positionals
  if (values.help || command === undefined || !COMMANDS.includes(command)) {
    process.stderr.write(HELP)
    process.exit(values.help ? 0 : 2)
  }
  await run(command, values)
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException
  const isTyping = code.startsWith('ERR_PARSE_ARGS')
  if (error instanceof Refused || isTyping) process.stderr.write(`${message}\n`)
  else process.stderr.write(`không nối được với máy chủ · the station can't be reached: ${message}\n`)
  process.exitCode = isTyping ? 2 : 1
}
