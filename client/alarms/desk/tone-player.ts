// Plays the tones through WebAudio, and says honestly when the browser won't let it. Knows no alarm and no component.
import type { Priority } from '../../../shared/alarms/rule.ts'
import { createListeners } from '../../live/listeners.ts'
import { EDGE_MS, type Note, PEAK_GAIN, TONES } from './tones.ts'

/** `blocked`: the browser waits until somebody presses something on this page. `missing`: it can't play at all. */
export type SoundState = 'off' | 'ready' | 'blocked' | 'missing'

export function createTonePlayer(make: (() => AudioContext) | undefined) {
  const changed = createListeners<void>()
  let context: AudioContext | undefined

  const wake = () => {
    // Refused until the first press on the page; that is what `blocked` says.
    context?.resume().catch(() => undefined)
  }
  const stopListening = () => {
    removeEventListener('pointerdown', wake)
    removeEventListener('keydown', wake)
  }

  return {
    state: (): SoundState => {
      if (!make) return 'missing'
      if (!context) return 'off'
      return context.state === 'running' ? 'ready' : 'blocked'
    },
    onChange: changed.add,
    turnOn: () => {
      if (!make || context) return
      context = make()
      context.addEventListener('statechange', () => changed.tell())
      addEventListener('pointerdown', wake)
      addEventListener('keydown', wake)
      wake()
      changed.tell()
    },
    turnOff: () => {
      stopListening()
      context?.close().catch(() => undefined)
      context = undefined
      changed.tell()
    },
    /** Nothing is heard later that was missed: a tone that can't be played now is not played. */
    play: (priority: Priority) => {
      if (context?.state !== 'running') return
      for (const note of TONES[priority]) playNote(context, note)
    },
  }
}
export type TonePlayer = ReturnType<typeof createTonePlayer>

function playNote(context: AudioContext, { hertz, atMs, forMs }: Note): void {
  const begin = context.currentTime + atMs / 1_000
  const end = begin + forMs / 1_000
  const edge = EDGE_MS / 1_000
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, begin)
  gain.gain.linearRampToValueAtTime(PEAK_GAIN, begin + edge)
  gain.gain.setValueAtTime(PEAK_GAIN, end - edge)
  gain.gain.linearRampToValueAtTime(0, end)
  const tone = context.createOscillator()
  tone.frequency.value = hertz
  tone.connect(gain).connect(context.destination)
  tone.start(begin)
  tone.stop(end)
}

const makeContext = typeof AudioContext === 'undefined' ? undefined : () => new AudioContext()
/** One for the page: a browser allows only a few. */
export const tonePlayer = createTonePlayer(makeContext)
