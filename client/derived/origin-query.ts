// What a computed value came from, at an instant or of the newest step.
import { queryOptions } from '@tanstack/react-query'
import { ABOUT_DERIVED, type DerivedKind, HOUR_MS } from '../../shared/derived/kinds.ts'
import type { DerivedOrigin } from '../../shared/history/api-schema.ts'
import { getJson } from '../app/rest.ts'

const REFRESH_MS = 5 * 60_000

/** An instant within the newest step that was over at another one; the same for a whole hour. */
export const newestStepAt = (kind: DerivedKind, at: number): number =>
  Math.floor(at / HOUR_MS) * HOUR_MS - ABOUT_DERIVED[kind].stepMs

/** @param at undefined = the newest step that is over */
export const originQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: ['derived-origin', id, at],
    queryFn: async () =>
      (await getJson(
        `/api/v1/derived/${encodeURIComponent(id)}/origin${at === undefined ? '' : `?at=${at}`}`,
      )) as DerivedOrigin,
    staleTime: REFRESH_MS,
    refetchInterval: at === undefined ? REFRESH_MS : false,
  })
