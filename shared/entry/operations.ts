// The HTTP interface of entry sessions: an officer says at a kiosk who they are, enters for that kiosk's unit, and is gone again.
import { z } from 'zod'
import { doneSchema } from '../access/api-schema.ts'
import { type Operation, ok, problems } from '../operation.ts'
import { evidenceReplySchema } from '../programme/evidence-schema.ts'
import {
  claimEntryCodeReplySchema,
  claimEntryCodeSchema,
  declareEntrySchema,
  endEntrySchema,
  entryChoicesSchema,
  entryCodeReplySchema,
  entryDoneSchema,
  entryReplySchema,
  entryRequestSchema,
  entrySignInSchema,
  entryStandingSchema,
  lookEntryCodeReplySchema,
  lookEntryCodeSchema,
  openEntryCodeSchema,
} from './api-schema.ts'

const ROOT = '/api/v1/entry'
const MALFORMED = [400, 'malformed'] as const
const NOBODY = [401, 'sign in first, or the entry session is over'] as const
const WRONG = [401, 'the login or the PIN is wrong'] as const
const FOREIGN = [403, "not allowed, or from another site's page"] as const
const GONE = [404, 'there is none such (any more)'] as const
const REFUSED = [422, 'not done; `errors` says why, by field'] as const
const TOO_FAST = [429, 'wait; see Retry-After'] as const
const AWAY = [503, 'the store is not available now'] as const

export const ENTRY_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: `${ROOT}/sign-in`,
    id: 'entrySignIn',
    vi: 'Cán bộ vào phiên nhập liệu ở ki-ốt bằng mã PIN',
    en: 'An officer begins an entry session at a kiosk with a PIN',
    body: entrySignInSchema,
    answers: [ok('the session', entryReplySchema), ...problems(MALFORMED, WRONG, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/declare`,
    id: 'entryDeclare',
    vi: 'Phiên nhập liệu theo tên tự khai, chỉ ở trạm không yêu cầu đăng nhập',
    en: 'An entry session of whoever one says one is; only where nobody signs in',
    body: declareEntrySchema,
    answers: [ok('the session', entryReplySchema), ...problems(MALFORMED, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/codes`,
    id: 'entryOpenCode',
    vi: 'Ki-ốt xin một mã để cán bộ quét bằng điện thoại: dùng một lần, trong hai phút',
    en: 'A kiosk asks for a code that an officer scans with a phone: good once, for two minutes',
    body: openEntryCodeSchema,
    answers: [ok('the code', entryCodeReplySchema), ...problems(MALFORMED, FOREIGN, REFUSED, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/codes/claim`,
    id: 'entryClaimCode',
    vi: 'Ki-ốt hỏi mã đã được đồng ý chưa; rồi thì phiên bắt đầu',
    en: 'The kiosk asks whether its code was approved; then the session begins',
    body: claimEntryCodeSchema,
    answers: [
      ok('waiting, or the session', claimEntryCodeReplySchema),
      ...problems(MALFORMED, FOREIGN, GONE, REFUSED, TOO_FAST, AWAY),
    ],
  },
  {
    method: 'post',
    path: `${ROOT}/codes/look`,
    id: 'entryLookCode',
    vi: 'Màn hình nào, của đơn vị nào, đang hiện mã này',
    en: 'Which display, of which unit, shows this code',
    body: lookEntryCodeSchema,
    answers: [ok('which', lookEntryCodeReplySchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/codes/approve`,
    id: 'entryApproveCode',
    vi: 'Đồng ý cho ki-ốt đang hiện mã này mở phiên nhập liệu của mình',
    en: "Let the kiosk that shows this code open one's own entry session",
    body: lookEntryCodeSchema,
    answers: [ok('approved', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST)],
  },
  {
    method: 'get',
    path: `${ROOT}/session`,
    id: 'entrySession',
    vi: 'Phiên nhập liệu còn không, đến khi nào (tiêu đề X-Entry-Session)',
    en: 'Whether the entry session still runs, and until when (header X-Entry-Session)',
    answers: [ok('it runs', entryStandingSchema), ...problems(NOBODY, FOREIGN)],
  },
  {
    method: 'post',
    path: `${ROOT}/end`,
    id: 'entryEnd',
    vi: 'Kết thúc phiên nhập liệu (tiêu đề X-Entry-Session)',
    en: 'End the entry session (header X-Entry-Session)',
    body: endEntrySchema,
    answers: [ok('ended', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, TOO_FAST, AWAY)],
  },
  {
    method: 'get',
    path: `${ROOT}/choices`,
    id: 'entryChoices',
    vi: 'Những việc của đơn vị mà phiên này nhập được (tiêu đề X-Entry-Session)',
    en: "What of the unit's own can be entered in this session (header X-Entry-Session)",
    answers: [ok('the choices', entryChoicesSchema), ...problems(NOBODY, FOREIGN)],
  },
  {
    method: 'post',
    path: `${ROOT}/commands`,
    id: 'entryCommand',
    vi: 'Một mục đã nhập trong phiên (tiêu đề X-Entry-Ticket), cũng khi phiên đã hết và mục chờ đường truyền',
    en: 'What was entered in a session (header X-Entry-Ticket), also when the session is over and it waited for the line',
    body: entryRequestSchema,
    needsKey: 'always',
    answers: [
      ok('taken', entryDoneSchema),
      ...problems(
        MALFORMED,
        FOREIGN,
        [409, 'somebody else changed it meanwhile, or the key named another command'],
        [413, 'over 64 KiB'],
        REFUSED,
        TOO_FAST,
        AWAY,
      ),
    ],
  },
  {
    method: 'post',
    path: `${ROOT}/files`,
    id: 'entryKeepFile',
    vi: 'Ảnh chụp làm minh chứng cho một mục đã nhập (tiêu đề X-Entry-Ticket), tối đa 2 MiB',
    en: 'A photograph as evidence of an entry (header X-Entry-Ticket), at most 2 MiB',
    body: z.custom<Uint8Array>().describe('the bytes of the photograph'),
    bodyTypes: ['application/octet-stream'],
    answers: [
      ok('what it is kept as', evidenceReplySchema),
      ...problems([400, 'empty'], FOREIGN, [413, 'over 2 MiB'], [415, 'not a photograph'], REFUSED, TOO_FAST, [
        507,
        'the disk is full',
      ]),
    ],
  },
]
