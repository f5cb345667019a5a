// Production: `npm start`. No simulation; configuration from the environment only.
import { startStation } from './compose.ts'
import { CLIENT_FOLDER, ensureClientBuilt } from './ops/client-build.ts'
import { configOrExit, createLog, endOnSignal, startFailure } from './process.ts'
import { announceRunning } from './running.ts'

const config = configOrExit('data')
const log = createLog(config.logLevel)
try {
  await ensureClientBuilt(line => log.info(line))
  const station = await startStation(config, { log, clientFolder: CLIENT_FOLDER })
  const { url, mqttUrl } = station
  const withdraw = announceRunning({ dataDir: config.dataDir, url, origin: config.origins[0] ?? url })
  endOnSignal(async () => {
    withdraw()
    await station.stop()
  })
  log.info({ http: url, mqtt: mqttUrl, dataDir: config.dataDir }, 'ready')
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}
