// What both programs (production and demo) share about being a process: configuration errors, taken ports, the end.
import pino, { type Logger } from 'pino'
import { type Config, readConfig } from './config.ts'

/** The configuration, or one line per wrong value on stderr and exit 2. */
export function configOrExit(defaultDataDir: string, defaultAccess: Config['access'] = 'required'): Config {
  const config = readConfig(process.env, defaultDataDir, defaultAccess)
  if (!('port' in config)) {
    for (const line of config) process.stderr.write(`${line}\n`)
    process.exit(2)
  }
  return config
}

export const createLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })

export const isTaken = (error: unknown): error is NodeJS.ErrnoException & { port: number } =>
  (error as NodeJS.ErrnoException).code === 'EADDRINUSE'

/** One line for a start that failed. */
export function startFailure(error: unknown): string {
  if (isTaken(error))
    return `cổng ${error.port} đang được dùng, hãy đặt PORT hoặc MQTT_PORT khác · port ${error.port} is taken, set another PORT or MQTT_PORT`
  const { code, message } = error as NodeJS.ErrnoException
  return `không khởi động được · can't start: ${code ? `${code} ` : ''}${message}`
}

/** How long an orderly end may take before the process ends anyway. */
const DRAIN_MS = 10_000

/** Runs `stop` once on Ctrl-C or SIGTERM (or when the other end of the pipe that started us is gone), then ends the process. */
export function endOnSignal(stop: () => Promise<void>): void {
  let isEnding = false
  const end = (signal: NodeJS.Signals) => {
    if (isEnding) return
    isEnding = true
    const hurry = setTimeout(() => process.exit(1), DRAIN_MS)
    hurry.unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${signal}: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}
