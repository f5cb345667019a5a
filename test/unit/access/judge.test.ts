import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPERATION_NEEDS } from '../../../shared/access/action.ts'
import { grantSchema, grantsSchema } from '../../../shared/access/grant-schema.ts'
import { audienceOf, boundUnits, grantsFor, may, rightsOf } from '../../../shared/access/judge.ts'
import { LOCAL, NOBODY, type Principal } from '../../../shared/access/principal.ts'
import { RIGHTS, ROLE_RIGHTS } from '../../../shared/access/right.ts'
import { AUDIENCES, type Grant, MAX_GRANTS, ROLES, type Role } from '../../../shared/access/role.ts'
import { DISPLAY_OPERATIONS } from '../../../shared/displays/operations.ts'
import { OPERATIONS } from '../../../shared/operations.ts'

const person = (...grants: Grant[]): Principal => ({ kind: 'person', account: 'a', session: 's', name: 'Sen', grants })
const display = (scope: string, audience: (typeof AUDIENCES)[number]): Principal => ({
  kind: 'display',
  display: 'd',
  scope,
  audience,
})
const aGrant = fc.record({ role: fc.constantFrom(...ROLES), unit: fc.constantFrom('ubnd-tinh', 'commune-30055') })

describe('the table', () => {
  test('names every operation there is, and none that there isn’t', () =>
    expect(Object.keys(OPERATION_NEEDS).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort()))

  test('denies what it doesn’t name, to everybody', () => {
    for (const id of ['nothing', '', '__proto__', 'constructor', 'toString'])
      for (const one of [NOBODY, LOCAL, person(...ROLES.map(role => ({ role, unit: 'ubnd-tinh' })))])
        expect(may(one, { kind: 'operation', id })).toBe(false)
  })

  test('gives every right to some role, and to no role every right', () => {
    for (const right of RIGHTS)
      if (right !== 'be-a-display') expect(ROLES.filter(role => ROLE_RIGHTS[role].includes(right))).not.toEqual([])
    for (const role of ROLES) expect(ROLE_RIGHTS[role].length).toBeLessThan(RIGHTS.length)
  })

  test('lets an auditor change nothing, and a leader only what the desk writes', () => {
    const changing = new Set([
      'enter',
      'appraise',
      'consolidate',
      'approve',
      'operate-alarms',
      'manage-rules',
      'manage-displays',
      'write-desk',
      'manage-accounts',
    ])
    const changedBy = (role: Role) => ROLE_RIGHTS[role].filter(right => changing.has(right))
    expect([changedBy('auditor'), changedBy('viewer')]).toEqual([[], []])
    // Who leads a shift keeps its log.
    expect(changedBy('leader')).toEqual(['write-desk'])
  })

  test('lets nobody in but at the doors that let people in', () =>
    expect(OPERATIONS.filter(({ id }) => may(NOBODY, { kind: 'operation', id })).map(({ id }) => id)).toEqual(
      OPERATIONS.filter(({ id }) => ['anyone', 'device'].includes(String(OPERATION_NEEDS[id]))).map(({ id }) => id),
    ))

  test('lets no display give a command', () => {
    for (const audience of AUDIENCES)
      for (const { id, method } of DISPLAY_OPERATIONS)
        if (method === 'post' && id !== 'displayThumbnail')
          expect(may(display('province', audience), { kind: 'operation', id })).toBe(false)
  })
})

describe('roles', () => {
  test('add up: more of them never take a right away', () => {
    fc.assert(
      fc.property(fc.array(aGrant, { minLength: 1, maxLength: 5 }), aGrant, (grants, more) => {
        const [fewer, all] = [rightsOf(person(...grants)), rightsOf(person(...grants, more))]
        for (const right of fewer) expect(all.has(right)).toBe(true)
      }),
    )
  })

  test('are the reason for what may be done: without a grant for it nothing may', () => {
    fc.assert(
      fc.property(fc.array(aGrant, { maxLength: 4 }), fc.constantFrom(...OPERATIONS), (grants, { id }) => {
        const action = { kind: 'operation', id } as const
        if (typeof OPERATION_NEEDS[id] === 'string') return
        expect(may(person(...grants), action)).toBe(grantsFor(grants, action).length > 0)
      }),
    )
  })

  test('that act are held for a unit; those that look may be held for the province', () => {
    for (const role of ROLES)
      expect([role, grantSchema.safeParse({ role, unit: null }).success]).toEqual([
        role,
        ['viewer', 'leader', 'auditor'].includes(role),
      ])
    const many = (count: number) => Array.from({ length: count }, () => ({ role: 'leader', unit: null }))
    expect([0, 1, MAX_GRANTS, MAX_GRANTS + 1].map(count => grantsSchema.safeParse(many(count)).success)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('a viewer or a display of one unit', () => {
  const bound = [person({ role: 'viewer', unit: 'commune-30055' }), display('unit:commune-30055', 'office')]
  test('has that unit and nothing that can’t be cut to it', () => {
    for (const one of bound) {
      expect(boundUnits(one)).toEqual(['commune-30055'])
      expect(may(one, { kind: 'watch' })).toBe(true)
      for (const family of ['programme', 'alarm'] as const) expect(may(one, { kind: 'follow', family })).toBe(false)
    }
  })

  test('has the province as soon as another role gives it', () =>
    expect(
      boundUnits(person({ role: 'viewer', unit: 'commune-30055' }, { role: 'leader', unit: null })),
    ).toBeUndefined())
})

test('what is personal is seen by who works with it', () => {
  expect(audienceOf(NOBODY)).toBe('public')
  expect(audienceOf(person({ role: 'viewer', unit: null }))).toBe('office')
  expect(audienceOf(person({ role: 'viewer', unit: null }, { role: 'operator', unit: 'ubnd-tinh' }))).toBe('leader')
  for (const audience of AUDIENCES) expect(audienceOf(display('province', audience))).toBe(audience)
})
