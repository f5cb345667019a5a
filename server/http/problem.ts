// RFC 9457 answers in Vietnamese and English. Nothing internal leaks: an unexpected error says only that it happened.
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Problem } from '../../shared/api.ts'
import { StoreTrouble } from '../store/store.ts'

type Words = { readonly vi: string; readonly en: string }

const PROBLEMS = {
  'bad-request': { status: 400, vi: 'Yêu cầu không hợp lệ', en: 'Bad request' },
  unauthorized: { status: 401, vi: 'Thiếu hoặc sai mã thiết bị', en: 'Missing or wrong device token' },
  'sign-in-needed': { status: 401, vi: 'Cần đăng nhập', en: 'Sign in first' },
  'wrong-credentials': {
    status: 401,
    vi: 'Tên đăng nhập, mật khẩu hoặc mã không đúng',
    en: 'Login, password or code is wrong',
  },
  'code-needed': { status: 401, vi: 'Cần mã xác thực sáu số', en: 'The code of six digits is needed' },
  forbidden: { status: 403, vi: 'Không được phép', en: 'Forbidden' },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'method-not-allowed': { status: 405, vi: 'Phương thức không được hỗ trợ', en: 'Method not allowed' },
  'timed-out': { status: 408, vi: 'Yêu cầu đến quá chậm', en: 'The request came too slowly' },
  conflict: { status: 409, vi: 'Đã có người khác thay đổi', en: 'Changed by somebody else meanwhile' },
  'key-reused': { status: 409, vi: 'Khóa này đã dùng cho lệnh khác', en: 'This key was used for another command' },
  'too-large': { status: 413, vi: 'Yêu cầu vượt quá giới hạn dung lượng', en: 'Payload too large' },
  'unsupported-media': { status: 415, vi: 'Loại tệp không được nhận', en: 'Unsupported kind of file' },
  'unsupported-encoding': { status: 415, vi: 'Không nhận dữ liệu nén', en: 'Compressed bodies are not accepted' },
  'no-such-range': { status: 416, vi: 'Không có khoảng dữ liệu này', en: 'No such range' },
  misdirected: { status: 421, vi: 'Tên máy này không phải của trạm', en: "Not a name of this station's" },
  refused: { status: 422, vi: 'Chưa thực hiện được', en: 'Not done' },
  'too-many-requests': { status: 429, vi: 'Gửi quá nhanh', en: 'Too many requests' },
  'headers-too-large': { status: 431, vi: 'Phần đầu yêu cầu quá lớn', en: 'Request headers too large' },
  unexpected: { status: 500, vi: 'Lỗi ngoài dự kiến', en: 'Unexpected error' },
  unavailable: { status: 503, vi: 'Kho dữ liệu tạm thời không ghi được', en: 'The store is not available now' },
  'storage-full': { status: 507, vi: 'Đĩa đã đầy', en: 'Insufficient storage' },
} as const satisfies Record<string, Words & { status: number }>
export type ProblemType = keyof typeof PROBLEMS

export const PROBLEM_TYPES = Object.keys(PROBLEMS) as readonly ProblemType[]
export const problemStatus = (type: ProblemType): number => PROBLEMS[type].status

const MEDIA_TYPE = 'application/problem+json'

type Extra = Pick<Problem, 'errors' | 'newest'>

function problemOf(type: ProblemType, detail?: Words, extra: Extra = {}): Problem {
  const { status, vi, en } = PROBLEMS[type]
  return {
    type: `urn:dai-sen:problem:${type}`,
    title: vi,
    status,
    ...(detail ? { detail: detail.vi } : {}),
    en: { title: en, ...(detail ? { detail: detail.en } : {}) },
    ...extra,
  }
}

export function sendProblem(response: Response, type: ProblemType, detail?: Words, extra?: Extra): void {
  response
    .status(PROBLEMS[type].status)
    .type(MEDIA_TYPE)
    .send(JSON.stringify(problemOf(type, detail, extra)))
}

/** For answers that no router of ours gives. */
export function sendBareProblem(response: ServerResponse, type: ProblemType): void {
  const body = JSON.stringify(problemOf(type))
  response
    .writeHead(PROBLEMS[type].status, {
      'Content-Type': BARE_TYPE,
      'Content-Length': Buffer.byteLength(body),
      'X-Content-Type-Options': 'nosniff',
    })
    .end(body)
}

const BARE_TYPE = `${MEDIA_TYPE}; charset=utf-8`
/** Who doesn't take even the refusal is cut off. */
const REFUSED_WITHIN_MS = 2_000

/** Answers on a connection that no response belongs to, and closes it. */
export function refuseSocket(socket: Duplex, type: ProblemType): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemOf(type))
  const { status } = PROBLEMS[type]
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${BARE_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  const cut = setTimeout(() => socket.destroy(), REFUSED_WITHIN_MS)
  cut.unref()
  socket.once('close', () => clearTimeout(cut))
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

/** For `clientError` of an HTTP server: what isn't HTTP reaches no router, and is told so all the same. */
export function refuseBrokenRequest({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  refuseSocket(socket, BROKEN[code] ?? 'bad-request')
}

const BROKEN: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'timed-out',
}

export const notFound: RequestHandler = (_request, response) => sendProblem(response, 'not-found')

/** Errors of body-parser carry a `type`; store trouble is a state of the house, not a bug; the rest is logged once, here. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    if (error instanceof StoreTrouble) {
      if (error.code !== 'full') response.set('Retry-After', '2')
      sendProblem(response, error.code === 'full' ? 'storage-full' : 'unavailable')
      return
    }
    const type = bodyProblem(error)
    if (!type) log.error({ err: error, method: request.method, path: request.path }, 'request failed')
    sendProblem(response, type ?? 'unexpected')
  }
}

function bodyProblem(error: unknown): ProblemType | undefined {
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown }
  if (type === 'entity.too.large') return 'too-large'
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported-encoding'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : undefined
}
