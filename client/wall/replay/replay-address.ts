// The incident a wall is asked to replay, in its address; taking it out brings the wall back to now.
import { replaceAddress, withParameters } from '../../app/address.ts'

/** `since` undefined: from now on. */
export type AskedReplay = { readonly incident: string; readonly since: string | null }

export function askedReplay(parameters: URLSearchParams): AskedReplay | undefined {
  const incident = parameters.get('incident')
  return incident === null ? undefined : { incident, since: parameters.get('since') }
}

/** @param since server time */
export const beginReplay = (incident: string, since: number): void =>
  replaceAddress(withParameters({ incident, since: String(since) }))

export const endReplay = (): void => replaceAddress(withParameters({ incident: undefined, since: undefined }))
