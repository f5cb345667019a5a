// The HTTP interface of pairing: a screen shows a code, an administrator approves it, looks after it, takes it back.
import { type Operation, ok, problems } from '../operation.ts'
import { doneSchema } from './api-schema.ts'
import {
  approvePairingReplySchema,
  approvePairingSchema,
  changePairedSchema,
  claimPairingReplySchema,
  claimPairingSchema,
  lookPairingReplySchema,
  lookPairingSchema,
  openPairingReplySchema,
  openPairingSchema,
  pairedReplySchema,
  revokePairedSchema,
} from './pairing-schema.ts'

const ROOT = '/api/v1/access'
const MALFORMED = [400, 'malformed'] as const
const NOBODY = [401, 'sign in first'] as const
const BARE = [403, 'over the network only by https'] as const
const FOREIGN = [403, "not allowed, or from another site's page"] as const
const GONE = [404, 'there is none such (any more)'] as const
const REFUSED = [422, 'not done; `errors` says why, by field'] as const
const TOO_FAST = [429, 'wait; see Retry-After'] as const
const AWAY = [503, 'the store is not available now'] as const

export const PAIRING_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: `${ROOT}/pairings`,
    id: 'accessOpenPairing',
    vi: 'Màn hình xin ghép: một mã sáu số, dùng một lần, trong mười phút',
    en: 'A screen asks to be let in: a code of six digits, good once, for ten minutes',
    body: openPairingSchema,
    answers: [ok('the code', openPairingReplySchema), ...problems(MALFORMED, BARE, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/pairings/claim`,
    id: 'accessClaimPairing',
    vi: 'Màn hình hỏi mã của mình đã được duyệt chưa; duyệt rồi thì cookie nói nó là ai',
    en: 'A screen asks whether its code was approved; then the cookie says which it is',
    body: claimPairingSchema,
    answers: [ok('waiting, or paired', claimPairingReplySchema), ...problems(MALFORMED, BARE, GONE, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/pairings/look`,
    id: 'accessLookPairing',
    vi: 'Máy nào đang hiện mã này',
    en: 'Which machine shows this code',
    body: lookPairingSchema,
    answers: [ok('which', lookPairingReplySchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/pairings/approve`,
    id: 'accessApprovePairing',
    vi: 'Duyệt mã: tên, cấu hình, phạm vi và lớp của màn hình',
    en: 'Approve a code: the name, profile, scope and class of the display',
    body: approvePairingSchema,
    answers: [
      ok('approved', approvePairingReplySchema),
      ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY),
    ],
  },
  {
    method: 'get',
    path: `${ROOT}/displays`,
    id: 'accessDisplays',
    vi: 'Các màn hình đã ghép',
    en: 'The paired displays',
    answers: [ok('the displays', pairedReplySchema), ...problems(NOBODY, FOREIGN)],
  },
  {
    method: 'post',
    path: `${ROOT}/displays/change`,
    id: 'accessChangeDisplay',
    vi: 'Đổi phạm vi và lớp của một màn hình đã ghép',
    en: 'Change the scope and class of a paired display',
    body: changePairedSchema,
    answers: [ok('changed', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, GONE, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/displays/revoke`,
    id: 'accessRevokeDisplay',
    vi: 'Thu hồi một màn hình: hết hiệu lực ngay',
    en: 'Take a pairing back: it ends at once',
    body: revokePairedSchema,
    answers: [ok('taken back', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, GONE, TOO_FAST, AWAY)],
  },
]
