// Makes a page a display: it reports, takes orders, sends small pictures and helps itself when it is stuck. Knows nothing of what it shows.
import './words/vocabulary.ts'
import { Fragment, type ReactNode, use, useEffect, useState } from 'react'
import { createDisplayAgent, type DisplayAgent } from './display-agent.ts'
import styles from './display-frame.module.css'
import { DisplayAgentContext, useDisplay } from './display-hooks.tsx'
import { displayId } from './display-id.ts'
import { createFrameRate, type FrameRate } from './frame-rate.ts'
import { IdentifySign, type SignWords } from './identify-sign.tsx'
import { pageMeasures } from './page-measures.ts'
import { NO_USE, type PageUse } from './page-use.ts'
import { runWatchdog } from './run-watchdog.ts'

const IDENTIFY_MS = 10_000
/** As long as the page takes to fade (display-frame.module.css). */
const FADE_MS = 600
const PICTURE_MS = 5 * 60_000
/** The first one when the page has drawn itself. */
const FIRST_PICTURE_MS = 20_000
/** A reload that was asked for while the page was in use looks so often whether it still is. */
const LOOK_MS = 1_000

type Held = { readonly agent: DisplayAgent; readonly rate: FrameRate }

type Props = {
  /** Must stay the same one. */
  readonly pageUse?: PageUse
  readonly children: ReactNode
}

export function DisplayFrame({ pageUse = NO_USE, children }: Props) {
  const [{ agent, rate }] = useState<Held>(() => {
    const fresh = createFrameRate(performance.now())
    return { rate: fresh, agent: createDisplayAgent(() => ({ ...pageMeasures(fresh), ...pageUse.report() })) }
  })
  const [round, setRound] = useState(0)
  const [isFading, setFading] = useState(false)
  useEffect(
    () => runWatchdog({ agent, rate, pageUse, remount: () => setRound(before => before + 1) }),
    [agent, rate, pageUse],
  )
  useEffect(() => watchContexts(agent), [agent])
  useEffect(() => {
    let fading: ReturnType<typeof setTimeout> | undefined
    const picture = () => void takePicture(agent, pageUse)
    const reload = () => {
      clearTimeout(fading)
      if (!pageUse.mayReload()) {
        fading = setTimeout(reload, LOOK_MS)
        return
      }
      setFading(true)
      fading = setTimeout(() => location.reload(), FADE_MS)
    }
    const first = setTimeout(picture, FIRST_PICTURE_MS)
    const repeated = setInterval(picture, PICTURE_MS)
    const stop = agent.onOrder(({ kind }) => {
      if (kind === 'thumbnail') picture()
      if (kind === 'reload') reload()
    })
    return () => {
      stop()
      clearTimeout(first)
      clearTimeout(fading)
      clearInterval(repeated)
    }
  }, [agent, pageUse])
  return (
    <DisplayAgentContext value={agent}>
      <div className={styles.frame} data-fading={isFading}>
        <Fragment key={round}>{children}</Fragment>
      </div>
    </DisplayAgentContext>
  )
}

/** The display's name over the page, for as long as it was asked for; stands among what the page shows. */
export function Identified({ words }: { readonly words?: SignWords }) {
  const agent = use(DisplayAgentContext)
  const display = useDisplay()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    let hiding: ReturnType<typeof setTimeout> | undefined
    const stop = agent?.onOrder(({ kind }) => {
      if (kind !== 'identify') return
      setShown(true)
      clearTimeout(hiding)
      hiding = setTimeout(() => setShown(false), IDENTIFY_MS)
    })
    return () => {
      stop?.()
      clearTimeout(hiding)
    }
  }, [agent])
  return isShown ? <IdentifySign display={display} words={words} /> : null
}

async function takePicture(agent: DisplayAgent, pageUse: PageUse): Promise<void> {
  if (document.visibilityState === 'hidden' || pageUse.isInUse()) return
  try {
    const { sendThumbnail } = await import('./thumbnail.ts')
    await sendThumbnail(displayId(), pageUse.isInUse)
  } catch {
    // A wall shows no error of this; whoever looks after the fleet sees it there.
    agent.addTrouble('thumbnail-failed')
  }
}

/** Capturing: this event doesn't bubble. On the window, before whoever mends the canvas stops it. */
function watchContexts(agent: DisplayAgent): () => void {
  window.addEventListener('webglcontextlost', agent.countContextLoss, true)
  return () => window.removeEventListener('webglcontextlost', agent.countContextLoss, true)
}
