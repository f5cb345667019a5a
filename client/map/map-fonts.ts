// The page's own font files for the map's labels: no glyph server, every subset pinned by its range, Vietnamese first.
import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url'
import latinExt400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-normal.woff2?url'
import latinExt600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-600-normal.woff2?url'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url'
import type { StyleSpecification } from 'maplibre-gl'

export const REGULAR = 'Be Vietnam Pro Regular'
export const SEMIBOLD = 'Be Vietnam Pro SemiBold'

const VIETNAMESE = [
  'U+0102-0103',
  'U+0110-0111',
  'U+0128-0129',
  'U+0168-0169',
  'U+01A0-01A1',
  'U+01AF-01B0',
  'U+0300-0301',
  'U+0303-0304',
  'U+0308-0309',
  'U+0323',
  'U+1EA0-1EF9',
]
const LATIN = ['U+0000-00FF', 'U+2000-206F', 'U+2212']
const LATIN_EXTENDED = ['U+0100-02BA']

/** MapLibre's worker has no page to resolve against, so addresses are absolute. */
const facesOf = (vietnamese: string, latin: string, latinExtended: string) =>
  [
    { file: vietnamese, range: VIETNAMESE },
    { file: latin, range: LATIN },
    { file: latinExtended, range: LATIN_EXTENDED },
  ].map(({ file, range }) => ({ url: new URL(file, location.href).href, 'unicode-range': range }))

export const mapFontFaces = (): NonNullable<StyleSpecification['font-faces']> => ({
  [REGULAR]: facesOf(vietnamese400, latin400, latinExt400),
  [SEMIBOLD]: facesOf(vietnamese600, latin600, latinExt600),
})
