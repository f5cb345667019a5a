// What the configuration asks of the files it names.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** What a password's file holds, without its line end. */
export const readSecret = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : readFileSync(path, 'utf8').trim()

export function isReadable(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}

/** PMTiles specification, version 3: the header's length, its first bytes, and where it says that the tiles are vector tiles. */
const ARCHIVE = { headerBytes: 127, start: 'PMTiles\u0003', tileTypeAt: 99, vectorTiles: 1 }

/** Reads the header alone: a base map may be larger than the memory. */
export function isVectorArchive(path: string): boolean {
  const header = Buffer.alloc(ARCHIVE.headerBytes)
  try {
    const file = openSync(path, 'r')
    try {
      if (readSync(file, header, 0, header.length, 0) < header.length) return false
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
  const { start, tileTypeAt, vectorTiles } = ARCHIVE
  return header.toString('latin1', 0, start.length) === start && header[tileTypeAt] === vectorTiles
}
