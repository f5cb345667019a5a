// The settings page: what its forms send, which years and mergers it must speak of, how a village gets its id.
import { describe, expect, test } from 'vitest'
import {
  calendarDraftOf,
  calendarRows,
  calendarYearOf,
  missingOfCalendar,
  weekdayKeyOf,
} from '../../../../client/programme/settings/calendar-draft.ts'
import { reorganisationsOf, unitsOfKind, unverifiedOn } from '../../../../client/programme/settings/reorganisation.ts'
import {
  dayMonthText,
  draftOf,
  monthDayOf,
  settingOf,
  toggled,
  unreadableCutoffs,
} from '../../../../client/programme/settings/setting-draft.ts'
import { SETTING_KEYS, settingsChoice } from '../../../../client/programme/settings/settings-choice.ts'
import {
  idOf,
  missingOfVillage,
  type VillageDraft,
  villageIdOf,
  villageOf,
} from '../../../../client/programme/settings/village-draft.ts'
import { subjectOf } from '../../../../shared/programme/event.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/programme/state.ts'
import { unitsById } from '../../../../shared/programme/units.ts'
import { say, stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'

describe('a setting', () => {
  test('that nobody touched is sent as it is', () => {
    for (const key of SETTING_KEYS)
      expect(settingOf(key, draftOf(key, DEFAULT_SETTINGS))).toEqual({
        key,
        value: DEFAULT_SETTINGS[key],
        reason: null,
      })
  })
  test('waits for the unit or the number that is missing', () => {
    const holder = { ...draftOf('districtStep', DEFAULT_SETTINGS), holder: 'unit' as const }
    expect(settingOf('districtStep', holder)).toBeUndefined()
    expect(settingOf('districtStep', { ...holder, unit: 'so-tc', reason: ' vì ' })).toEqual({
      key: 'districtStep',
      value: { kind: 'unit', unit: 'so-tc' },
      reason: 'vì',
    })
    const days = draftOf('silentDays', DEFAULT_SETTINGS)
    expect(settingOf('silentDays', { ...days, number: undefined })).toBeUndefined()
  })
  test('steps and spans go in the order of the procedure, however they were ticked', () => {
    const draft = draftOf('steps', DEFAULT_SETTINGS)
    const steps = toggled(toggled(draft.steps, 'district', false), 'district', true)
    expect(steps.at(-1)).toBe('district')
    expect(settingOf('steps', { ...draft, steps })?.value).toEqual(DEFAULT_SETTINGS.steps)
    expect(settingOf('reportSpans', { ...draft, spans: ['Y', 'Q1'] })?.value).toEqual(['Q1', 'Y'])
  })
  test('cut-offs are typed day first; what no year has is named', () => {
    expect([dayMonthText('03-14'), monthDayOf('14/3'), monthDayOf(' 5-12 '), monthDayOf('mai')]).toEqual([
      '14/03',
      '03-14',
      '12-05',
      'mai',
    ])
    const { cutoffs } = draftOf('reportCutoffs', DEFAULT_SETTINGS)
    expect(unreadableCutoffs({ cutoffs })).toEqual([])
    expect(unreadableCutoffs({ cutoffs: { ...cutoffs, Q1: '29/2', Q2: '30/2', Y: '' } })).toEqual(['Q2', 'Y'])
  })
})

test('an address says the part and what is open; what it says wrongly is left out', () => {
  const choice = (query: string) => settingsChoice(new URLSearchParams(query))
  expect(choice('part=calendar&year=2026&form=calendar&kind=commune&setting=steps')).toEqual({
    part: 'calendar',
    year: 2026,
    form: 'calendar',
    kind: 'commune',
    setting: 'steps',
  })
  expect(choice('part=x&year=26&form=x&kind=x&setting=x')).toEqual(choice(''))
})

describe('the working calendar', () => {
  test('speaks of every year from the plan’s first to the next one, also those nobody published', () => {
    const years = (day: string) => calendarRows(stateOn(DAY), day).map(({ year, known }) => [year, known !== null])
    expect(years(DAY)).toEqual([
      [2027, true],
      [2026, true],
      [2025, true],
      [2024, true],
    ])
    expect(years('2028-02-01').slice(0, 3)).toEqual([
      [2029, false],
      [2028, false],
      [2027, true],
    ])
  })
  test('a known year becomes a form and back again', () => {
    const known = stateOn(DAY).calendar.get(2026)
    const again = calendarYearOf(calendarDraftOf(2026, known))
    expect(again).toEqual({ ...known, holidays: known?.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1)) })
  })
  test('empty days are named in their rows, and nothing is sent', () => {
    const draft = {
      ...calendarDraftOf(undefined, undefined),
      swaps: [{ key: 'a', off: '2028-01-03', on: undefined }],
    }
    expect(missingOfCalendar(draft)).toEqual(['year.year', 'year.holidays.0.date', 'year.swaps.0.on'])
    expect(calendarYearOf(draft)).toBeUndefined()
    expect(calendarYearOf({ ...draft, year: 2028 })).toBeUndefined()
  })
  test('days of the week are Monday to Sunday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayKeyOf)).toEqual(['mon', 'sat', 'sun'])
  })
})

describe('a new village', () => {
  const draft: VillageDraft = {
    name: ' Đốc Binh Kiều ',
    id: undefined,
    plannedYear: 2027,
    commune: 'commune-30061',
    from: DAY,
    longitude: undefined,
    latitude: undefined,
    source: ' Quyết định ',
  }
  test('gets its id from its name until somebody writes another', () => {
    expect(['Mỹ Đông', 'Ấp 5 – Thường Phước 1', '!!'].map(villageIdOf)).toEqual(['my-dong', 'ap-5-thuong-phuoc-1', ''])
    expect([idOf(draft), idOf({ ...draft, id: 'khac' })]).toEqual(['doc-binh-kieu', 'khac'])
  })
  test('has a whole position or none', () => {
    expect(missingOfVillage({ ...draft, longitude: 105 })).toEqual(['centre.latitude'])
    expect(missingOfVillage({ ...draft, latitude: 10 })).toEqual(['centre'])
    expect(villageOf({ ...draft, longitude: 105.5, latitude: 10.4 })?.centre).toEqual([105.5, 10.4])
    expect(villageOf(draft)).toEqual({
      village: 'doc-binh-kieu',
      name: 'Đốc Binh Kiều',
      plannedYear: 2027,
      links: [{ unit: 'commune-30061', from: DAY, to: null }],
      centre: null,
      source: 'Quyết định',
    })
  })
  test('names what is missing', () => {
    const empty = { ...draft, plannedYear: undefined, commune: undefined, from: undefined }
    expect(missingOfVillage(empty)).toEqual(['plannedYear', 'links.0.unit', 'links.0.from'])
    expect(villageOf(empty)).toBeUndefined()
  })
})

describe('the reorganisation', () => {
  const on = (day: string) => reorganisationsOf(units, day)
  test('is read from what ended and who carries it on, newest first, not before its day', () => {
    expect(on('2025-02-28')).toEqual([])
    expect(on('2025-03-01').map(({ on: day }) => day)).toEqual(['2025-03-01'])
    expect(on(DAY).map(({ on: day }) => day)).toEqual(['2025-07-01', '2025-03-01'])
  })
  test('departments that became one stand together; districts have nobody after them', () => {
    const [communes, departments] = on(DAY)
    const science = departments?.mergers.find(({ to }) => to?.id === 'so-khcn-2025')
    expect(science?.from.map(({ id }) => id).sort()).toEqual(['so-khcn', 'so-tttt'])
    const last = communes?.mergers.at(-1)
    expect(last?.to).toBeNull()
    expect(last?.from.filter(({ kind }) => kind === 'district')).toHaveLength(12)
  })
  test('departments of which no source speaks are named, once what they belonged to has ended', () => {
    expect(unverifiedOn(units, '2025-06-30')).toEqual([])
    const ids = unverifiedOn(units, DAY).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['so-khdt', 'so-tc', 'so-nv']))
    expect(ids).not.toContain('so-khcn-2025')
  })
  test('a unit whose successor isn’t known to the registry has none', () => {
    const lone = unitsOfKind(units, 'district').slice(0, 1)
    const lost = lone.map(unit => ({ ...unit, successor: 'lạ' }))
    expect(reorganisationsOf(unitsById(lost), DAY)[0]?.mergers).toEqual([{ to: null, from: lost }])
  })
})

test('a published year replaces the one before', () => {
  const year = {
    year: 2028,
    holidays: [{ date: '2028-01-03', name: 'Nghỉ bù' }],
    swaps: [],
    source: 'công văn',
    confidence: 'reported',
  } as const
  const published = say(DAY, {
    type: 'programme.calendar-published',
    subject: subjectOf.calendar(2028),
    data: { year },
  })
  expect(calendarRows(stateOn(DAY, [published]), DAY)[0]).toEqual({ year: 2028, known: year })
})
