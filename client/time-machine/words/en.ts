// Every word of the time machine, in English.
import type { TimeVocabulary } from './vi.ts'

export const en: TimeVocabulary = {
  band: {
    past: 'SHOWING THE PAST',
    ago: '{{age}} ago',
    now: 'has just caught up with now',
    meaning: 'All readings, alarms and the programme on this page are of this instant, not of now.',
    loading: 'rebuilding {{moment}}',
    titlePrefix: 'PAST {{moment}}',
    announced: 'Showing the past, {{moment}}. Press Escape to come back to now.',
  },
  bar: {
    label: 'Time machine',
    slider: 'Instant shown',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 1 minute',
    forward: 'Forward 1 minute',
    speed: 'Speed',
    times: '{{speed}}×',
    moment: 'Instant',
    momentPattern: 'dd/mm/yyyy hh:mm',
    noMoment: 'Type it like 20/11/2026 07:15',
    range: 'Range of the track',
    ranges: { day: '24 hours', week: '7 days', month: '30 days', all: 'All' },
    leave: 'Back to now',
    alarms: 'new alarms',
    programme: 'programme events',
    present: 'now',
    loading: 'Loading…',
    waiting: 'Waiting for readings…',
    failed: 'The past could not be read, trying again',
    tooFast: 'The station is busy, trying again in a moment',
    keys: 'Arrow keys: 1 minute · Shift + arrow: 1 hour · Page Up, Page Down: 1 day',
  },
}
