import { describe, expect, test } from 'vitest'
import { ask, close, move, setDeadline, setting, standing, update } from './standing-sample.ts'

const TRAINING = '1.2'
const RESEARCH = '1.4'
const ADVICE = '3.2'
const APPRAISAL = '6.4'

describe.each([TRAINING, RESEARCH])('a task without an end, %s', task => {
  test.each([
    ['2024-04-01', 'on-track', 0],
    ['2024-06-30', 'on-track', 90],
    ['2024-07-01', 'silent', 91],
  ])('of which nothing was heard since the plan: on %s it is %s', (day, mark, silentDays) =>
    expect(standing(task, day)).toMatchObject({ mark, silentDays, dueOn: null, daysLeft: null }),
  )

  test.each([
    ['2024-09-13', 'on-track', 90],
    ['2024-09-14', 'silent', 91],
  ])('last heard of on 15 June: on %s it is %s', (day, mark, silentDays) =>
    expect(standing(task, day, [update('2024-06-15', task, 'in-progress')])).toMatchObject({ mark, silentDays }),
  )

  test('is never done', () =>
    expect(standing(task, '2024-06-16', [update('2024-06-15', task, 'done')])).toMatchObject({
      mark: 'on-track',
      silentDays: 1,
      doneLateDays: null,
    }))

  test('may be silent as long as the setting says', () => {
    const said = [setting('2024-04-02', 'silentDays', 10)]
    expect(standing(task, '2024-04-11', said).mark).toBe('on-track')
    expect(standing(task, '2024-04-12', said).mark).toBe('silent')
  })
})

describe('a task on request', () => {
  const asked = ask('2024-05-10', ADVICE, 'r1')

  test('waits while nobody asks, whatever is said of it', () => {
    expect(standing(ADVICE, '2026-11-25')).toMatchObject({ mark: 'waiting', silentDays: null })
    expect(standing(ADVICE, '2026-11-25', [update('2024-05-01', ADVICE, 'done')]).mark).toBe('waiting')
  })

  test.each([
    ['2024-05-10', 'on-track', 0],
    ['2024-08-08', 'on-track', 90],
    ['2024-08-09', 'silent', 91],
  ])('asked for on 10 May: on %s it is %s', (day, mark, silentDays) =>
    expect(standing(ADVICE, day, [asked])).toMatchObject({ mark, silentDays }),
  )

  test('was answered by a word after the request, not by one before it', () => {
    expect(standing(ADVICE, '2024-08-09', [asked, update('2024-06-01', ADVICE, 'in-progress')]).silentDays).toBe(69)
    expect(standing(ADVICE, '2024-05-11', [asked, update('2024-05-01', ADVICE, 'in-progress')]).silentDays).toBe(1)
  })

  test('is silent as long as its oldest open request, in whatever order they were written down', () => {
    const both = [asked, ask('2024-07-01', ADVICE, 'r2')]
    expect(standing(ADVICE, '2024-08-09', both)).toMatchObject({ mark: 'silent', silentDays: 91 })
    expect(standing(ADVICE, '2024-08-09', both.toReversed()).silentDays).toBe(91)
    expect(standing(ADVICE, '2024-08-09', [...both, close('2024-07-02', ADVICE, 'r1')])).toMatchObject({
      mark: 'on-track',
      silentDays: 39,
    })
  })

  test('waits again when the last request is closed', () =>
    expect(standing(ADVICE, '2024-08-09', [asked, close('2024-06-01', ADVICE, 'r1')]).mark).toBe('waiting'))
})

describe.each(['2.1', '7.5'])('a task without a date here, %s', task => {
  test('has no date until it is done, and again when it is taken up anew', () => {
    const done = update('2024-05-01', task, 'done')
    expect(standing(task, '2024-05-01')).toMatchObject({ mark: 'no-date', dueOn: null, daysLeft: null })
    expect(standing(task, '2024-05-01', [done])).toMatchObject({ mark: 'done', doneLateDays: null })
    expect(standing(task, '2024-05-03', [done, update('2024-05-02', task, 'in-progress')]).mark).toBe('no-date')
  })
})

describe('the appraisal, ten working days from the complete dossier', () => {
  // Monday 13 May 2024; ten working days later is Monday 27 May.
  const whole = move('2024-05-13', 'my-dong', 'complete')

  test.each([
    ['2024-05-12', 'waiting', null, null],
    ['2024-05-13', 'on-track', '2024-05-27', 14],
    ['2024-05-22', 'on-track', '2024-05-27', 5],
    ['2024-05-23', 'due-soon', '2024-05-27', 4],
    ['2024-05-27', 'due-soon', '2024-05-27', 0],
    ['2024-05-28', 'overdue', '2024-05-27', -1],
  ])('on %s is %s', (day, mark, dueOn, daysLeft) =>
    expect(standing(APPRAISAL, day, [whole])).toMatchObject({ mark, dueOn, daysLeft, isCertain: true }),
  )

  test('waits once it is done, and while the dossier is back for completion', () => {
    expect(standing(APPRAISAL, '2024-05-28', [whole, move('2024-05-28', 'my-dong', 'appraised')]).mark).toBe('waiting')
    expect(standing(APPRAISAL, '2024-05-28', [whole, move('2024-05-20', 'my-dong', 'returned')]).mark).toBe('waiting')
  })

  test('is as late as the dossier that is due first', () => {
    const two = [move('2024-05-15', 'an-nhon', 'complete'), whole]
    expect(standing(APPRAISAL, '2024-05-28', two)).toMatchObject({ mark: 'overdue', dueOn: '2024-05-27' })
    expect(standing(APPRAISAL, '2024-05-28', [...two, move('2024-05-20', 'my-dong', 'appraised')])).toMatchObject({
      mark: 'due-soon',
      dueOn: '2024-05-29',
    })
  })

  test('goes by a village’s newest dossier', () =>
    expect(standing(APPRAISAL, '2024-06-28', [whole, move('2024-05-20', 'my-dong', 'open', 2)]).mark).toBe('waiting'))

  test('has the number of days that its deadline says', () => {
    const said = [
      whole,
      setDeadline('2024-05-13', APPRAISAL, { kind: 'working-days', days: 5, after: 'dossier-complete' }),
    ]
    expect(standing(APPRAISAL, '2024-05-13', said).dueOn).toBe('2024-05-20')
  })

  test('says so when its day hangs on a calendar that nobody published', () =>
    expect(standing(APPRAISAL, '2027-12-27', [move('2027-12-27', 'my-dong', 'complete')])).toMatchObject({
      mark: 'on-track',
      dueOn: '2028-01-10',
      isCertain: false,
    }))

  test('is as unsure as the least sure clock that runs: another one may be due first', () => {
    const said = [move('2027-12-14', 'my-dong', 'complete'), move('2027-12-27', 'an-nhon', 'complete')]
    expect(standing(APPRAISAL, '2027-12-26', said)).toMatchObject({ dueOn: '2027-12-28', isCertain: true })
    expect(standing(APPRAISAL, '2027-12-27', said)).toMatchObject({ dueOn: '2027-12-28', isCertain: false })
  })
})
