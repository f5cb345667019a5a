// What was typed, moved onto the version that somebody else published meanwhile: what this person changed stays, everything else
// becomes what the other made of it. So nobody takes back by chance what they never touched. Pure.
import type { LevelDraft, RuleDraft } from './rule-draft.ts'
import { saysTheSame } from './same-rule.ts'

/** @param base the draft as the form opened; `theirs` = the draft of the newer version */
export function rebaseDraft(base: RuleDraft, mine: RuleDraft, theirs: RuleDraft): RuleDraft {
  const parts = Object.keys(theirs) as readonly (keyof RuleDraft)[]
  const kept = parts.filter(part => !isUntouched(part, base, mine)).map(part => [part, mine[part]])
  return { ...theirs, ...Object.fromEntries(kept) }
}

/** Levels have keys of their own in every draft, which say nothing. */
function isUntouched(part: keyof RuleDraft, base: RuleDraft, mine: RuleDraft): boolean {
  if (part !== 'levels') return saysTheSame(base[part], mine[part])
  return saysTheSame(base.levels.map(saidOf), mine.levels.map(saidOf))
}

const saidOf = ({ name, at, priority }: LevelDraft) => ({ name, at: at ?? null, priority })
