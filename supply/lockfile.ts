// What package-lock.json says is installed. Pure; the one reading of it that the lists and the tests share.
import { z } from 'zod'

const entrySchema = z.looseObject({
  version: z.string().optional(),
  /** Where a package stands under another name. */
  name: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const lockSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  packages: z.record(z.string(), entrySchema),
})

export type Package = {
  /** Where it is installed: `node_modules/…`. */
  readonly path: string
  readonly name: string
  readonly version: string
  readonly integrity: string | undefined
  readonly licence: string | undefined
  /** Some machines do without: a package of one platform. */
  readonly isOptional: boolean
  /** Paths of what it asks for. */
  readonly needs: readonly string[]
}
export type Lock = {
  readonly name: string
  readonly version: string
  readonly licence: string | undefined
  /** Paths of what the project itself asks for, in production. */
  readonly needs: readonly string[]
  /** Everything that production takes, in the order of paths. */
  readonly packages: readonly Package[]
}

const FOLDER = 'node_modules/'
/** Packages that name their licence in a form of before SPDX, which npm doesn't read; from their own package.json. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'node_modules/xmlhttprequest-ssl': 'MIT' }

/** @throws ZodError when it isn't a lockfile of npm 7 or later */
export function readLock(text: string): Lock {
  const { name, version, packages: entries } = lockSchema.parse(JSON.parse(text))
  const needsOf = (path: string): string[] => {
    const { dependencies, optionalDependencies } = entries[path] ?? {}
    return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(wanted => {
      const found = resolve(wanted, path)
      return found === undefined || entries[found]?.dev === true ? [] : [found]
    })
  }
  /** As Node looks: beside, then one folder up, and so on. */
  function resolve(wanted: string, from: string): string | undefined {
    for (let folder = from; ; ) {
      const path = `${folder === '' ? '' : `${folder}/`}${FOLDER}${wanted}`
      if (path in entries) return path
      if (folder === '') return undefined
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${FOLDER}`)))
    }
  }
  const packages = Object.entries(entries)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length),
      version: entry.version ?? '',
      integrity: entry.integrity,
      licence: entry.license ?? SAID_ELSEWHERE[path],
      isOptional: entry.optional === true,
      needs: needsOf(path),
    }))
  return { name, version, licence: entries['']?.license, needs: needsOf(''), packages }
}
