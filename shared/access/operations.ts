// The HTTP interface of access: signing in, one's own account, other people's accounts, what was written down about it all.
import { type Operation, ok, problems } from '../operation.ts'
import { eventsReplySchema } from '../programme/api-schema.ts'
import {
  acceptInvitationSchema,
  accessCommandReplySchema,
  accessEventsQuerySchema,
  accountsReplySchema,
  changePasswordSchema,
  confirmationSchema,
  doneSchema,
  invitationReplySchema,
  invitationRequestSchema,
  meSchema,
  revokeSessionSchema,
  sessionsReplySchema,
  setPinSchema,
  signInSchema,
  totpConfirmSchema,
  totpOfferSchema,
} from './api-schema.ts'
import { accessCommandSchema } from './command-schema.ts'

const ROOT = '/api/v1/access'
const MALFORMED = [400, 'malformed'] as const
const NOBODY = [401, 'sign in first'] as const
const FOREIGN = [403, "not allowed, or from another site's page"] as const
const GONE = [404, 'there is none such (any more)'] as const
const REFUSED = [422, 'not done; `errors` says why, by field'] as const
const TOO_FAST = [429, 'wait; see Retry-After'] as const
const AWAY = [503, 'the store is not available now'] as const

export const ACCESS_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/me`,
    id: 'accessMe',
    vi: 'Tôi là ai với trạm: người, màn hình hay chưa đăng nhập; được làm gì',
    en: 'Who I am to the station: a person, a display, nobody yet; and what I may do',
    answers: [ok('who', meSchema)],
  },
  {
    method: 'post',
    path: `${ROOT}/sign-in`,
    id: 'accessSignIn',
    vi: 'Đăng nhập bằng mật khẩu, và mã xác thực nếu tài khoản có',
    en: 'Sign in with a password, and the second factor where the account has one',
    body: signInSchema,
    answers: [
      ok('signed in; the cookie says so', meSchema),
      ...problems(MALFORMED, [401, 'wrong, or the code is missing'], FOREIGN, TOO_FAST, AWAY),
    ],
  },
  {
    method: 'post',
    path: `${ROOT}/sign-out`,
    id: 'accessSignOut',
    vi: 'Đăng xuất: phiên này hết hiệu lực ở máy chủ',
    en: 'Sign out: the session ends on the server',
    answers: [ok('signed out', doneSchema), ...problems(NOBODY, FOREIGN, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/invitations/look`,
    id: 'accessInvitation',
    vi: 'Liên kết đặt mật khẩu này dành cho ai',
    en: 'Whom this link to set a password is for',
    body: invitationRequestSchema,
    answers: [ok('whom', invitationReplySchema), ...problems(MALFORMED, FOREIGN, GONE, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/invitations/accept`,
    id: 'accessAcceptInvitation',
    vi: 'Đặt mật khẩu bằng liên kết một lần, và đăng nhập',
    en: 'Set a password by a one-time link, and sign in',
    body: acceptInvitationSchema,
    answers: [ok('signed in', meSchema), ...problems(MALFORMED, FOREIGN, GONE, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/password`,
    id: 'accessChangePassword',
    vi: 'Đổi mật khẩu của mình; các phiên khác hết hiệu lực',
    en: "Change one's own password; other sessions end",
    body: changePasswordSchema,
    answers: [ok('changed', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/totp/start`,
    id: 'accessStartTotp',
    vi: 'Bắt đầu thêm mã xác thực: khóa để quét vào điện thoại',
    en: 'Begin adding the second factor: the key to scan with a phone',
    body: confirmationSchema,
    answers: [ok('the key, once', totpOfferSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/totp/confirm`,
    id: 'accessConfirmTotp',
    vi: 'Xong việc thêm mã xác thực bằng mã đầu tiên',
    en: 'Finish adding the second factor with its first code',
    body: totpConfirmSchema,
    answers: [ok('added', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/totp/remove`,
    id: 'accessRemoveTotp',
    vi: 'Bỏ mã xác thực của mình',
    en: "Remove one's own second factor",
    body: confirmationSchema,
    answers: [ok('removed', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/pin`,
    id: 'accessSetPin',
    vi: 'Đặt mã PIN của mình cho ki-ốt',
    en: "Set one's own PIN for kiosks",
    body: setPinSchema,
    answers: [ok('set', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/pin/remove`,
    id: 'accessRemovePin',
    vi: 'Bỏ mã PIN của mình',
    en: "Remove one's own PIN",
    body: confirmationSchema,
    answers: [ok('removed', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'get',
    path: `${ROOT}/sessions`,
    id: 'accessSessions',
    vi: 'Các phiên đang mở của mình',
    en: "One's own open sessions",
    answers: [ok('the sessions', sessionsReplySchema), ...problems(NOBODY)],
  },
  {
    method: 'post',
    path: `${ROOT}/sessions/revoke`,
    id: 'accessRevokeSession',
    vi: 'Kết thúc một phiên của mình',
    en: "End one of one's own sessions",
    body: revokeSessionSchema,
    answers: [ok('ended', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, GONE, AWAY)],
  },
  {
    method: 'get',
    path: `${ROOT}/accounts`,
    id: 'accessAccounts',
    vi: 'Các tài khoản và vai trò',
    en: 'The accounts and their roles',
    answers: [ok('the accounts', accountsReplySchema), ...problems(NOBODY, FOREIGN)],
  },
  {
    method: 'post',
    path: `${ROOT}/commands`,
    id: 'accessCommand',
    vi: 'Một lệnh: thêm, đổi, mời lại, khóa tài khoản; bỏ mã xác thực; kết thúc phiên',
    en: 'A command: add, change, invite again, disable an account; remove a second factor; end sessions',
    body: accessCommandSchema,
    answers: [ok('done', accessCommandReplySchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'get',
    path: `${ROOT}/events`,
    id: 'accessEvents',
    vi: 'Nhật ký: ai vào, ai bị từ chối, ai đổi quyền của ai; mới nhất trước',
    en: 'The log: who came in, who was turned away, who changed whose rights; newest first',
    query: accessEventsQuerySchema,
    answers: [ok('the events', eventsReplySchema), ...problems(MALFORMED, NOBODY, FOREIGN)],
  },
]
