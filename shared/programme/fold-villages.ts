// Villages and what is known of them: links to communes, facts, milestones, recognition.
import { type Handlers, idIn } from './handlers.ts'
import { stampOf } from './stamp.ts'

type Types =
  | 'programme.village-added'
  | 'programme.village-linked'
  | 'programme.village-fact-recorded'
  | 'programme.village-milestone-set'
  | 'programme.recognition-recorded'

export const foldVillages: Handlers<Types> = {
  'programme.village-added': (draft, { subject, data }) => {
    const id = idIn(subject)
    const { name, order, plannedYear, links, centre } = data
    const village = { id, name, order, plannedYear, links, centre, facts: {}, milestones: [], recognition: null }
    draft.table('villages').set(id, village)
  },
  'programme.village-linked': (draft, { subject, data }) => {
    const village = draft.state.villages.get(idIn(subject))
    if (!village) return
    const ended = village.links
      .filter(link => link.from === null || link.from < data.from)
      .map(link => (link.to === null || link.to > data.from ? { ...link, to: data.from } : link))
    const links = [...ended, { unit: data.unit, from: data.from, to: null }]
    draft.table('villages').set(village.id, { ...village, links })
  },
  'programme.village-fact-recorded': (draft, event) => {
    const village = draft.state.villages.get(idIn(event.subject))
    if (!village) return
    const { fact, ...known } = event.data
    const facts = { ...village.facts, [fact]: { ...known, ...stampOf(event) } }
    draft.table('villages').set(village.id, { ...village, facts })
  },
  'programme.village-milestone-set': (draft, event) => {
    const village = draft.state.villages.get(idIn(event.subject))
    if (!village) return
    const { milestone, title, plannedOn, reachedOn } = event.data
    const one = { id: milestone, title, plannedOn, reachedOn, ...stampOf(event) }
    const at = village.milestones.findIndex(({ id }) => id === milestone)
    const milestones = at < 0 ? [...village.milestones, one] : village.milestones.with(at, one)
    draft.table('villages').set(village.id, { ...village, milestones })
  },
  'programme.recognition-recorded': (draft, event) => {
    const village = draft.state.villages.get(idIn(event.subject))
    if (village)
      draft.table('villages').set(village.id, { ...village, recognition: { ...event.data, ...stampOf(event) } })
  },
}
