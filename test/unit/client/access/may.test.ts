// What pages offer to whom, by the station's own tables; and for which unit somebody acts.
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../../../client/access/actor.ts'
import { hasRight, mayDo, unitsFor } from '../../../../client/access/may.ts'
import { mayOpen, ownUnits } from '../../../../client/access/page-rights.ts'
import type { Me, Person } from '../../../../shared/access/api-schema.ts'
import { rightsOf } from '../../../../shared/access/judge.ts'
import { RIGHTS } from '../../../../shared/access/right.ts'
import type { Grant } from '../../../../shared/access/role.ts'

const ACCOUNT = 'a1111111-1111-4111-8111-111111111111'

function aPerson(grants: readonly Grant[]): Person {
  const units = [...Map.groupBy(grants, ({ unit }) => unit)].flatMap(([unit, held]) =>
    unit === null ? [] : [{ id: unit, name: `Đơn vị ${unit}`, roles: held.map(({ role }) => role) }],
  )
  return {
    kind: 'person',
    account: ACCOUNT,
    login: 'sen',
    name: 'Nguyễn Thị Sen',
    grants: [...grants],
    units,
    hasTotp: false,
    hasPin: false,
    hasPassword: true,
  }
}
const aMe = (who: Me['who'], rights: Me['rights']): Me => ({
  mode: who.kind === 'local' ? 'open' : 'required',
  who,
  rights,
  audience: 'office',
  formSecret: null,
  outside: null,
  isNew: false,
})
const meOf = (...grants: readonly Grant[]): Me =>
  aMe(aPerson(grants), [...rightsOf({ kind: 'person', account: ACCOUNT, session: '', name: '', grants: [...grants] })])
const OPEN = aMe({ kind: 'local' }, [...RIGHTS])
const NOBODY = aMe({ kind: 'nobody' }, [])
const OFFICER: Grant = { role: 'unit-officer', unit: 'xa-1' }

describe('what is offered', () => {
  test('everything where nobody signs in, and while it isn’t known who sits there', () => {
    for (const me of [OPEN, undefined]) {
      expect(mayDo(me, { kind: 'programme', command: 'publish-criteria-set' })).toBe(true)
      expect(hasRight(me, 'manage-accounts')).toBe(true)
    }
  })
  test('to nobody nothing', () => {
    expect(mayDo(NOBODY, { kind: 'programme', command: 'update-task' })).toBe(false)
    expect(hasRight(NOBODY, 'read-field')).toBe(false)
  })
  test('to a role what it has a right to', () => {
    const me = meOf(OFFICER)
    expect(mayDo(me, { kind: 'programme', command: 'update-task' })).toBe(true)
    expect(mayDo(me, { kind: 'programme', command: 'set-task-deadline' })).toBe(false)
    expect(mayDo(me, { kind: 'import', of: 'funding' })).toBe(true)
    expect(mayDo(me, { kind: 'import', of: 'criteria' })).toBe(false)
    expect(mayDo(me, { kind: 'alarm', command: 'acknowledge' })).toBe(false)
    expect(mayDo(me, { kind: 'operation', id: 'programmeAudit' })).toBe(false)
    expect(mayDo(me, { kind: 'operation', id: 'no-such-operation' })).toBe(false)
  })
  test('a command of several parts to whoever may do one of them', () => {
    expect(mayDo(meOf(OFFICER), { kind: 'programme', command: 'move-dossier' })).toBe(true)
    expect(mayDo(meOf({ role: 'leader', unit: null }), { kind: 'programme', command: 'assess-indicator' })).toBe(false)
  })
})

describe('which page', () => {
  test('each by its rights', () => {
    const me = meOf(OFFICER)
    expect(mayOpen(me, 'programme')).toBe(true)
    expect(mayOpen(me, 'accounts')).toBe(false)
    expect(mayOpen(me, 'account')).toBe(true)
    expect(mayOpen(NOBODY, 'account')).toBe(false)
    for (const page of ['sign-in', 'acknowledge'] as const) expect(mayOpen(NOBODY, page)).toBe(true)
    expect(mayOpen(meOf({ role: 'auditor', unit: null }), 'access-log')).toBe(true)
  })
  test('whoever looks after one unit has its page, not the map of the province', () => {
    const bound = meOf({ role: 'viewer', unit: 'xa-1' })
    expect(ownUnits(bound)).toEqual(['xa-1'])
    expect(mayOpen(bound, 'desktop')).toBe(false)
    expect(mayOpen(bound, 'kiosk')).toBe(true)
    expect(mayOpen(meOf({ role: 'viewer', unit: null }), 'desktop')).toBe(true)
  })
})

describe('for which unit', () => {
  const person = aPerson([OFFICER, { role: 'operator', unit: 'so-1' }, { role: 'unit-officer', unit: 'xa-2' }])
  const ids = (units: Person['units']) => units.map(({ id }) => id)

  test('those whose roles allow it', () => {
    expect(ids(unitsFor(person, undefined))).toEqual(['xa-1', 'so-1', 'xa-2'])
    expect(ids(unitsFor(person, { kind: 'alarm', command: 'acknowledge' }))).toEqual(['so-1'])
    expect(ids(unitsFor(person, { kind: 'programme', command: 'update-task' }))).toEqual(['xa-1', 'xa-2'])
    expect(ids(unitsFor(person, { kind: 'display', command: 'save-profile' }))).toEqual([])
  })
  test('the only one without being asked; of several the one chosen last, if it may', () => {
    const update = { kind: 'programme', command: 'update-task' } as const
    expect(actorOf(person, { kind: 'alarm', command: 'acknowledge' }, 'xa-1').unit).toBe('so-1')
    expect(actorOf(person, update, 'xa-2')).toEqual({ name: 'Nguyễn Thị Sen', unit: 'xa-2' })
    expect(actorOf(person, update, 'so-1').unit).toBe('')
  })
})
