// Each page by its address, and an address that is anything else.
import { expect, test } from 'vitest'
import { pageOf } from '../../../../client/app/page-of.ts'

test.each([
  ['/', { kind: 'desktop' }],
  ['/wall', { kind: 'wall' }],
  ['/wall/', { kind: 'wall' }],
  ['/kiosk', { kind: 'kiosk', unitId: undefined }],
  ['/kiosk/district-872', { kind: 'kiosk', unitId: 'district-872' }],
  ['/kiosk/district-872/tasks', { kind: 'kiosk', unitId: 'district-872', section: 'tasks' }],
  ['/kiosk/district-872/admin', { kind: 'kiosk', unitId: 'district-872', section: undefined }],
  ['/kiosk/..%2Fadmin', { kind: 'kiosk', unitId: undefined }],
  ['/admin/displays', { kind: 'displays' }],
  ['/admin/displays/profiles/sanh', { kind: 'displays' }],
  ['/admin', { kind: 'desktop' }],
  ['/handover', { kind: 'handover' }],
  ['/sign-in', { kind: 'sign-in' }],
  ['/account', { kind: 'account' }],
  ['/admin/accounts', { kind: 'accounts' }],
  ['/admin/access-log', { kind: 'access-log' }],
  ['/bench/map', { kind: 'map-bench' }],
  ['/bench', { kind: 'desktop' }],
  ['/nothing', { kind: 'desktop' }],
])('%s', (address, page) => {
  expect(pageOf(address)).toEqual(page)
})
