// The bill of materials of production in CycloneDX 1.6, from the lockfile alone: the same lock makes the same document. Pure.
import { createHash } from 'node:crypto'
import type { Lock, Package } from './lockfile.ts'

export function sbomOf({ name, version, licence, needs, packages }: Lock): object {
  const byPath = new Map(packages.map(one => [one.path, one]))
  const refsOf = (paths: readonly string[]) => [...new Set(paths.flatMap(path => refOf(byPath.get(path))))].sort()
  // The same version in several folders is one component with the needs of each.
  const byRef = Map.groupBy(packages, one => `${one.name}@${one.version}`)
  const own = `${name}@${version}`
  const parts = [...byRef].sort(([a], [b]) => (a < b ? -1 : 1))
  const content = {
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': own,
        name,
        version,
        purl: purlOf(name, version),
        ...licencesOf(licence),
      },
    },
    components: parts.flatMap(([ref, [one]]) => (one ? [component(ref, one)] : [])),
    dependencies: [
      { ref: own, dependsOn: refsOf(needs) },
      ...parts.map(([ref, same]) => ({ ref, dependsOn: refsOf(same.flatMap(one => one.needs)) })),
    ],
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  }
}

const refOf = (one: Package | undefined): string[] => (one ? [`${one.name}@${one.version}`] : [])

function component(ref: string, { name, version, licence, integrity, isOptional }: Package): object {
  const [algorithm, digest] = integrity?.split('-') ?? []
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    scope: isOptional ? 'optional' : 'required',
    purl: purlOf(name, version),
    ...(algorithm === 'sha512' && digest !== undefined
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
    ...licencesOf(licence),
  }
}

const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function licencesOf(licence: string | undefined): object {
  if (licence === undefined) return {}
  return { licenses: [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }] }
}

/** A name-based one (version 8: any hash). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return parts.join('-')
}
