// A process that keeps file after file and tells of each when it is kept, until it is killed.
import { createEvidenceStore } from '../../server/evidence/evidence-store.ts'
import { endWithParent, tellParent } from '../support/child.ts'
import { pdfOf } from '../support/evidence-samples.ts'

endWithParent()
const store = await createEvidenceStore({ folder: process.argv[2] ?? '', now: () => Date.now() })
for (let n = 0; ; n++) {
  const kept = await store.put(pdfOf(2_000_000, `${n}`))
  if ('code' in kept) throw new Error(kept.code)
  tellParent({ hash: kept.hash })
}
