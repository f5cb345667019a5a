// Teaches the map to read the station's own PMTiles archive by ranges. Loaded only where there is one.
import { addProtocol } from 'maplibre-gl'
import { Protocol } from 'pmtiles'

const SCHEME = 'pmtiles'
let isTaught = false

/** The address of the archive for a source of the map. */
export function basemapAddress(): string {
  if (!isTaught) {
    const { tilev4 } = new Protocol()
    addProtocol(SCHEME, async (request, abort) => {
      const { data } = await tilev4(request, abort)
      // A tile's bytes or the source's description, each an object.
      return { data: data as object }
    })
    isTaught = true
  }
  return `${SCHEME}://${new URL('/basemap.pmtiles', location.href).href}`
}
