// What a display may watch and follow, by what the station said of it.
import { expect, test } from 'vitest'
import { reachOf } from '../../../../client/displays/own-reach.ts'
import type { Me } from '../../../../shared/access/api-schema.ts'
import { rightsOf } from '../../../../shared/access/judge.ts'
import type { Audience } from '../../../../shared/access/role.ts'

const FAMILIES = ['programme', 'alarm', 'display'] as const
const aDisplay = (scope: string, audience: Audience): Me => ({
  mode: 'required',
  who: { kind: 'display', display: 'a', scope },
  rights: [...rightsOf({ kind: 'display', display: 'a', scope, audience })],
  audience,
  formSecret: null,
  outside: null,
  isNew: false,
})

test.each([
  ['in an office', aDisplay('province', 'office'), { scope: 'province', follows: FAMILIES }],
  ['in a public place', aDisplay('province', 'public'), { scope: 'province', follows: ['display'] }],
  ['of a unit', aDisplay('unit:xa', 'office'), { scope: 'unit:xa', follows: ['display'], unit: 'xa' }],
  [
    'where nobody signs in',
    { ...aDisplay('province', 'public'), who: { kind: 'local' } } as const,
    { scope: 'province', follows: FAMILIES },
  ],
  ['without a gate', undefined, { scope: 'province', follows: FAMILIES }],
])('%s', (_where, me, reach) => expect(reachOf(me, FAMILIES)).toEqual(reach))
