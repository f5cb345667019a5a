// Whether this station has a richer base map. Without an answer there is none.
import { useQuery } from '@tanstack/react-query'
import { getJson } from '../../app/rest.ts'

export function useHasBasemap(): boolean {
  const { data } = useQuery({
    queryKey: ['basemap'],
    staleTime: Infinity,
    queryFn: async () => (await getJson('/basemap.json')) as { readonly isAvailable: boolean },
  })
  return data?.isAvailable ?? false
}
