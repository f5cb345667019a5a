// The HTTP interface of the service page of a display.
import { type Operation, ok, problems } from '../operation.ts'
import { doneSchema } from './api-schema.ts'
import {
  displayPinsReplySchema,
  enterServiceReplySchema,
  enterServiceSchema,
  setDisplayPinSchema,
} from './display-pin-schema.ts'

const ROOT = '/api/v1/access/service'
const MALFORMED = [400, 'malformed'] as const
const NOBODY = [401, 'sign in first'] as const
const FOREIGN = [403, "not allowed, or from another site's page"] as const
const REFUSED = [422, 'not done; `errors` says why, by field'] as const
const TOO_FAST = [429, 'wait; see Retry-After'] as const
const AWAY = [503, 'the store is not available now'] as const

export const DISPLAY_PIN_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/pins`,
    id: 'accessDisplayPins',
    vi: 'Màn hình nào có mã PIN dịch vụ, ai đặt, lúc nào; không bao giờ nói mã',
    en: 'Which displays have a service PIN, who set it and when; never the PIN',
    answers: [ok('which', displayPinsReplySchema), ...problems(NOBODY, FOREIGN)],
  },
  {
    method: 'post',
    path: `${ROOT}/pins`,
    id: 'accessSetDisplayPin',
    vi: 'Đặt hoặc bỏ mã PIN dịch vụ của một màn hình, hoặc mã chung',
    en: 'Set or take away the service PIN of a display, or the one for all',
    body: setDisplayPinSchema,
    answers: [ok('set', doneSchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
  {
    method: 'post',
    path: `${ROOT}/enter`,
    id: 'accessEnterService',
    vi: 'Màn hình mở trang dịch vụ bằng mã PIN; hoặc tự bỏ ghép',
    en: 'A display opens its service page by the PIN; or gives its pairing back',
    body: enterServiceSchema,
    answers: [ok('right', enterServiceReplySchema), ...problems(MALFORMED, NOBODY, FOREIGN, REFUSED, TOO_FAST, AWAY)],
  },
]
