// The bare SQL of a chart on a thread of its own, as any server must have it: no commit may wait for a chart.
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, Worker, workerData } from 'node:worker_threads'

type Job = { readonly path: string; readonly sql: string }

export async function openBareHistory(job: Job) {
  const worker = new Worker(new URL(import.meta.url), { workerData: job })
  await once(worker, 'message')
  return {
    ask: async (n: number): Promise<unknown> => {
      worker.postMessage(n)
      const [rows] = await once(worker, 'message')
      return rows
    },
    stop: () => worker.terminate(),
  }
}

if (parentPort) {
  const { path, sql } = workerData as Job
  const query = new DatabaseSync(path, { readOnly: true }).prepare(sql)
  parentPort.on('message', (n: number) => parentPort?.postMessage(query.all(n)))
  parentPort.postMessage('ready')
}
