// What the tests of the desk share: translators, names, and alarms in their several states.
import { createInstance, type TFunction } from 'i18next'
import type { AlarmNames } from '../../../../client/alarms/alarm-names.ts'
import { en } from '../../../../client/alarms/words/en.ts'
import { vi } from '../../../../client/alarms/words/vi.ts'
import { quantityWords } from '../../../../client/registry/quantity-words.ts'
import type { AlarmDraft, AlarmEventData } from '../../../../shared/alarms/event.ts'
import type { AlarmState } from '../../../../shared/alarms/state.ts'
import { alarmIdOf, targetOf } from '../../../../shared/alarms/target.ts'
import type { Quantity } from '../../../../shared/registry.ts'
import { aDraft, anAbout } from '../../alarms/sample.ts'

export function translator(language: 'vi' | 'en'): TFunction<'alarms'> {
  const words = createInstance()
  void words.init({
    lng: language,
    defaultNS: 'alarms',
    resources: { vi: { alarms: vi }, en: { alarms: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return words.getFixedT(language, 'alarms')
}

const PH: Quantity = {
  code: 'ph',
  name: { vi: 'pH', en: 'pH' },
  unit: '[pH]',
  unitLabel: { vi: 'pH', en: 'pH' },
  decimals: 1,
  range: [0, 14],
  intervalMs: 600_000,
  kind: 'gauge',
  states: null,
}
const VILLAGES: Readonly<Record<string, string>> = { 'my-dong': 'Mỹ Đông', 'dinh-yen': 'Định Yên' }

export const namesOf = (state: AlarmState, language: 'vi' | 'en' = 'vi'): AlarmNames => ({
  state,
  quantities: quantityWords([PH], language),
  language,
  unitName: id => (id === 'so-yt' ? 'Sở Y tế' : id),
  villageName: id => VILLAGES[id] ?? id,
})

/** The alarm of the sample rule at the pH of a device. */
export const idOf = (device: string, rule = 'ph-high'): string => alarmIdOf(rule, targetOf.series(`${device}.ph`))

export const raised = (device: string, change: Partial<AlarmEventData['alarm.raised']> = {}): AlarmDraft => {
  const rule = change.rule ?? 'ph-high'
  const target = targetOf.series(`${device}.ph`)
  return aDraft('alarm.raised', { about: anAbout(device), target, ...change }, alarmIdOf(rule, target))
}
