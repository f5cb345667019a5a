// One moving line on a terminal; nothing when the output isn't one.

const WIDTH = 30
const REDRAW_MS = 100

export type Progress = { readonly show: (done: number, total: number, words: string) => void; readonly end: () => void }

export function createProgress(stream: NodeJS.WriteStream): Progress {
  let drawnAt = -Infinity
  return {
    show(done, total, words) {
      const now = performance.now()
      if (!stream.isTTY || (now - drawnAt < REDRAW_MS && done < total)) return
      drawnAt = now
      const share = total > 0 ? Math.min(1, done / total) : 1
      const filled = Math.round(share * WIDTH)
      stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(share * 100)} % ${words}\x1b[K`)
    },
    end() {
      if (stream.isTTY) stream.write('\n')
    },
  }
}
