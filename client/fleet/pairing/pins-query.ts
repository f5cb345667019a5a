// Which displays have a PIN for their service page; the PINs themselves nobody is told.
import { useQuery } from '@tanstack/react-query'
import type { DisplayPinsReply } from '../../../shared/access/display-pin-schema.ts'
import { getJson } from '../../app/rest.ts'

export const PINS_KEY = ['access', 'service-pins'] as const

export function usePins(isAllowed: boolean): DisplayPinsReply['pins'] | undefined {
  const { data } = useQuery({
    queryKey: PINS_KEY,
    queryFn: async () => (await getJson('/api/v1/access/service/pins')) as DisplayPinsReply,
    retry: false,
    enabled: isAllowed,
  })
  return data?.pins
}
