// Starts i18next: Vietnamese unless the address says `?lang=en`; English comes when it is first asked for.
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { AccessVocabulary } from '../access/words/vi.ts'
import type { AlarmVocabulary } from '../alarms/words/vi.ts'
import type { BenchVocabulary } from '../bench/words/vi.ts'
import type { CompareVocabulary } from '../compare/words/vi.ts'
import type { DeskVocabulary } from '../desk/words/vi.ts'
import type { DesktopVocabulary } from '../desktop/words/vi.ts'
import type { DisplayVocabulary } from '../displays/words/vi.ts'
import type { FleetVocabulary } from '../fleet/words/vi.ts'
import type { HistoryVocabulary } from '../history/words/vi.ts'
import type { EntryVocabulary } from '../kiosk/entry/words/vi.ts'
import type { KioskVocabulary } from '../kiosk/words/vi.ts'
import type { MapVocabulary } from '../map/words/vi.ts'
import type { ProgrammeVocabulary } from '../programme/words/vi.ts'
import type { SearchVocabulary } from '../search/words/vi.ts'
import type { TimeVocabulary } from '../time-machine/words/vi.ts'
import type { WallVocabulary } from '../wall/words/vi.ts'
import { countedNumbers } from './counted-number.ts'
import { type Vocabulary, vi } from './vi.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type Vocabularies = {
  words: Vocabulary
  programme: ProgrammeVocabulary
  alarms: AlarmVocabulary
  wall: WallVocabulary
  kiosk: KioskVocabulary
  map: MapVocabulary
  bench: BenchVocabulary
  compare: CompareVocabulary
  desk: DeskVocabulary
  desktop: DesktopVocabulary
  displays: DisplayVocabulary
  fleet: FleetVocabulary
  search: SearchVocabulary
  access: AccessVocabulary
  time: TimeVocabulary
  entry: EntryVocabulary
  history: HistoryVocabulary
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: Vocabularies
  }
}

const words = createInstance()

export const languageOf = (search: string): Language => (new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'vi')

/** Once; before a page speaks it. */
async function fetchWords(language: Language): Promise<void> {
  if (language === 'vi' || words.hasResourceBundle('en', 'words')) return
  const { en } = await import('./en.ts')
  words.addResourceBundle('en', 'words', en)
}

export async function startLanguage(language: Language): Promise<void> {
  await words
    .use(countedNumbers)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'vi',
      defaultNS: 'words',
      resources: { vi: { words: vi } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    })
  await fetchWords(language)
  nameDocument(language)
}

/** The vocabulary of a part that isn't on every page; comes with the part's own chunk. */
export function addVocabulary(
  name: Exclude<keyof Vocabularies, 'words'>,
  vocabulary: Readonly<Record<Language, object>>,
): void {
  for (const language of LANGUAGES) words.addResourceBundle(language, name, vocabulary[language])
}

export async function changeLanguage(language: Language): Promise<void> {
  await fetchWords(language)
  await words.changeLanguage(language)
  nameDocument(language)
}

function nameDocument(language: Language): void {
  document.documentElement.lang = language
  document.title = words.t('title')
}
