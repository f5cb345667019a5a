// What an event is about, in words and as a page of the programme. Pure; subjects are spelled by shared/programme/event.ts.
import type { TFunction } from 'i18next'
import { addressWith } from '../address-with.ts'
import type { EventNames } from '../event-words.ts'
import { periodWords } from '../period-words.ts'
import { addressOf } from '../section.ts'
import { SETTING_KEYS } from '../settings/settings-choice.ts'

type Words = TFunction<'programme'>

/** "Kinh phí · Mỹ Đông · Ngân sách Tỉnh · 2025"; one that isn't known stays as it is spelled. */
export const subjectWords = (t: Words, names: EventNames, subject: string): string =>
  subjectParts(t, names, subject).join(' · ')

/** What a sentence about the subject leaves out. */
export const subjectBeside = (t: Words, names: EventNames, subject: string, sentence: string): string =>
  subjectParts(t, names, subject)
    .filter(part => !sentence.includes(part))
    .join(' · ')

function subjectParts(t: Words, { state, units }: EventNames, subject: string): readonly string[] {
  const [kind = '', ...parts] = subject.split(':')
  const [first = '', second = '', third = ''] = parts
  const village = (id: string) => state.villages.get(id)?.name ?? (id === 'province' ? t('event.province') : id)
  const unit = (id: string) => units.get(id)?.name ?? id
  const set = (id: string) => state.criteriaSets.get(id)?.title ?? id
  switch (kind) {
    case 'plan':
      return said(t('history.subject.plan'), state.plan?.id === first ? state.plan.title : first)
    case 'calendar':
      return said(t('history.subject.calendar'), first)
    case 'setting': {
      const key = SETTING_KEYS.find(one => one === first)
      return said(t('history.subject.setting'), key ? t(`settings.name.${key}`) : first)
    }
    case 'village':
      return said(t('history.subject.village'), village(first))
    case 'criteria-set':
      return said(t('history.subject.criteriaSet'), set(first))
    case 'carry-over':
      return said(t('history.subject.carryOver'), `${set(first)} → ${set(second)}`)
    case 'result':
      return said(t('history.subject.result'), village(first), third)
    case 'dossier':
      return said(t('history.subject.dossier'), village(first), second)
    case 'task':
      return said(t('history.subject.task'), first)
    case 'plan-milestone': {
      const title = state.plan?.milestones.find(({ id }) => id === first)?.title
      return said(t('history.subject.planMilestone'), title ?? first, unit(second))
    }
    case 'funding': {
      const source = state.plan?.fundingSources.find(({ id }) => id === second)?.title
      return said(t('history.subject.funding'), village(first), source ?? second, third)
    }
    case 'supervision':
      return said(t('history.subject.supervision'), village(first), second)
    case 'report':
      return said(t('history.subject.report'), unit(first), periodWords(t, second))
    case 'consolidation':
      return said(t('history.subject.consolidation'), periodWords(t, first))
    case 'obstacle':
      return said(t('history.subject.obstacle'), state.obstacles.get(first)?.title ?? first)
    case 'record':
      return said(t('history.subject.record'), state.records.get(first)?.title ?? first)
    default:
      return [subject]
  }
}

const said = (...parts: readonly string[]): readonly string[] => parts.filter(part => part !== '')

/** The page that shows the subject itself; undefined when none does. */
export function pageOfSubject(subject: string, search?: string): string | undefined {
  const [kind = '', ...parts] = subject.split(':')
  const [first = '', second, third] = parts
  switch (kind) {
    case 'village':
      return addressOf('villages', first, search)
    case 'task':
      return addressOf('tasks', first, search)
    case 'obstacle':
      return addressOf('obstacles', first, search)
    case 'record':
      return addressWith('records', undefined, { record: first }, undefined, search)
    case 'funding':
      return addressWith('funding', undefined, { cell: `${first}:${second}:${third}` }, undefined, search)
    case 'setting':
      return addressOf('settings', undefined, search)
    case 'calendar':
      return addressWith('settings', undefined, { part: 'calendar', year: first }, undefined, search)
    default:
      return undefined
  }
}
