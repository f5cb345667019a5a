// The districts' milestones of the plan, and the form that says one was reached.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { MatrixGrid } from '../../kit/matrix-grid.tsx'
import type { MatrixCell } from '../../kit/matrix-row.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { milestoneTable, SHAPE_OF_MILESTONE } from './milestone-cells.ts'
import { ReachMilestoneForm } from './reach-milestone-form.tsx'
import styles from './tasks.module.css'

type Place = { readonly unit: string; readonly milestone: string }

export function PlanMilestones({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('programme')
  const table = useMemo(() => milestoneTable(view), [view])
  const [looked, setLooked] = useState<Place>()
  const [entering, setEntering] = useState<Place>()
  const cellOf = (unit: string, milestone: string): MatrixCell => {
    const cell = table.cellOf(unit, milestone)
    if (!cell) return { words: '–' }
    return { mark: SHAPE_OF_MILESTONE[cell.mark], words: cellWords(t, cell) }
  }
  const open = (place: Place) => {
    const cell = table.cellOf(place.unit, place.milestone)
    if (!cell) return
    if (cell.mark === 'done' || view.isPast) setLooked(place)
    else setEntering(place)
  }
  const { nextOpen } = table
  return (
    <section className={styles.section}>
      <h3>
        {t('tasks.milestones')} {table.isSimulated && <SourceTag text={t('shell.simulated')} />}
      </h3>
      <p className={styles.muted}>{t('tasks.milestonesNote')}</p>
      <MatrixGrid
        caption={t('tasks.milestonesCaption')}
        rowsTitle={t('tasks.units')}
        rows={table.units.map(({ id, name }) => ({ id, title: name }))}
        columns={table.milestones.map(({ id, title, on }) => ({
          id,
          title: on === null ? title : `${title} (${t('tasks.milestoneDue', { day: formatIsoDate(on) })})`,
        }))}
        cellOf={cellOf}
        onActivate={(unit, milestone) => open({ unit, milestone })}
        ends={{
          title: t('tasks.milestoneCount'),
          of: unit => {
            const { reached, asked } = table.reachedBy(unit)
            return `${reached}/${asked}`
          },
        }}
        emptyWords={t('tasks.milestoneNone')}
        restingWords={t('tasks.milestoneResting')}
      />
      {nextOpen && (
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'reach',
              words: t('tasks.reach'),
              deed: { kind: 'programme', command: 'reach-plan-milestone' },
              icon: 'check',
              open: () => setEntering({ unit: nextOpen.unit.id, milestone: nextOpen.milestone.id }),
            },
          ]}
        />
      )}
      {looked && (
        <ReachedMilestone
          view={view}
          place={looked}
          onClose={() => setLooked(undefined)}
          onChange={() => {
            setEntering(looked)
            setLooked(undefined)
          }}
        />
      )}
      {entering && (
        <ReachMilestoneForm view={view} table={table} place={entering} onClose={() => setEntering(undefined)} />
      )}
    </section>
  )
}

type Cell = NonNullable<ReturnType<ReturnType<typeof milestoneTable>['cellOf']>>

function cellWords(t: ReturnType<typeof useTranslation<'programme'>>['t'], { mark, milestone, on }: Cell): string {
  if (on !== null) return t('tasks.milestoneReached', { day: formatIsoDate(on) })
  if (milestone.on === null) return t('tasks.milestoneNoDate')
  const day = formatIsoDate(milestone.on)
  return mark === 'overdue' ? t('tasks.milestoneLate', { day }) : t('tasks.milestoneDue', { day })
}

type ReachedProps = {
  readonly view: ProgrammeView
  readonly place: Place
  readonly onClose: () => void
  readonly onChange: () => void
}

/** What is known of one cell, and who said it. */
function ReachedMilestone({ view, place, onClose, onChange }: ReachedProps) {
  const { t } = useTranslation('programme')
  const cell = milestoneTable(view).cellOf(place.unit, place.milestone)
  const held = view.state.planMilestones.get(keyOf.planMilestone(place.milestone, place.unit))
  if (!cell) return null
  return (
    <Dialog
      title={cell.unit.name}
      description={cell.milestone.title}
      words={{ close: t('shell.close') }}
      onClose={onClose}
    >
      <div className={styles.section}>
        <p>
          <StateMark state={SHAPE_OF_MILESTONE[cell.mark]} word={cellWords(t, cell)} />
        </p>
        {held?.note && <p>{held.note}</p>}
        {held && <Provenance by={held.by} at={held.at} />}
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'change',
              words: t('tasks.reach'),
              deed: { kind: 'programme', command: 'reach-plan-milestone' },
              icon: 'check',
              open: onChange,
            },
          ]}
        />
      </div>
    </Dialog>
  )
}
