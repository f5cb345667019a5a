// Asks the station whether a PIN opens this display's service page, or gives the pairing back with it.
import type { EnterService, EnterServiceReply } from '../../../shared/access/display-pin-schema.ts'
import { postJson, problemWords } from '../../app/post-json.ts'
import { displayId } from '../../displays/display-id.ts'

const DOOR = '/api/v1/access/service/enter'

export type UpkeepAnswer =
  /** `address`: the one that the station gives to phones. */
  | { readonly kind: 'right'; readonly address: string }
  | { readonly kind: 'away' }
  /** In the page's language. */
  | { readonly kind: 'refused'; readonly words: string | undefined }

export async function askUpkeep(pin: string, to: EnterService['to'], language: 'vi' | 'en'): Promise<UpkeepAnswer> {
  const answer = await postJson<EnterServiceReply>(DOOR, { display: displayId(), pin, to } satisfies EnterService)
  if (answer.body) return { kind: 'right', address: answer.body.address }
  if (answer.status === 0 || answer.status >= 500) return { kind: 'away' }
  const [error] = answer.problem?.errors ?? []
  return { kind: 'refused', words: error?.[language] ?? problemWords(answer.problem, language) }
}
