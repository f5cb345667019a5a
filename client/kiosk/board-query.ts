// A unit's board as the station cuts it, asked for every few seconds; an answer that hasn't changed costs a line.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { UnitBoard } from '../../shared/unit-board/unit-board-schema.ts'
import { getJson, isTurnedAway, ReadFailed } from '../app/rest.ts'

const EVERY_MS = 10_000

const isUnknown = (error: unknown): boolean => error instanceof ReadFailed && error.status === 404

export function useBoardQuery(unitId: string): UseQueryResult<UnitBoard> {
  return useQuery({
    queryKey: ['unit-board', unitId],
    queryFn: async () => (await getJson(`/api/v1/units/${encodeURIComponent(unitId)}/board`)) as UnitBoard,
    refetchInterval: EVERY_MS,
    retry: (_count, error) => !isTurnedAway(error) && !isUnknown(error),
  })
}

/** No such unit, or none for this display: the station says no more. */
export const isNoUnit = ({ error }: Pick<UseQueryResult, 'error'>): boolean => isUnknown(error) || isTurnedAway(error)
