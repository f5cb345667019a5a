// A folder with a certificate, its key and the devices' authority as an operator lays them down, and replaces them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsFiles } from '../../server/tls-files.ts'
import { type Issued, issueCertificate } from './certificates.ts'
import { temporaryFolder } from './temporary-folder.ts'

export function tlsFolder() {
  const folder = temporaryFolder()
  const path = (name: string) => join(folder.path, name)
  const authority = issueCertificate({ name: 'Test Authority', isAuthority: true })
  const deviceAuthority = issueCertificate({ name: 'Test Device Authority', isAuthority: true })
  const files: TlsFiles = { cert: path('cert.pem'), key: path('key.pem'), clientCa: undefined }
  const withClients: TlsFiles = { ...files, clientCa: path('devices.pem') }
  const issue = () => issueCertificate({ name: 'station.test', by: authority })
  const lay = ({ cert, key }: Pick<Issued, 'cert' | 'key'>) => {
    writeFileSync(files.cert, cert)
    writeFileSync(files.key, key, { mode: 0o600 })
  }
  const first = issue()
  lay(first)
  writeFileSync(path('devices.pem'), deviceAuthority.cert)
  return { path, authority, deviceAuthority, files, withClients, first, issue, lay, remove: folder.remove }
}
