// What changed in one place: its worst change first, each line leading to what it is about.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PrioritySign } from '../alarms/priority-sign.tsx'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { type ChangeNames, changeAddress, changeWords, isOfSimulation } from './change-words.ts'
import styles from './changes.module.css'
import type { Change, ChangeGroup } from './changes.ts'
import { villageAddress } from './handover-address.ts'

const SHORT = 6

type Props = {
  readonly group: ChangeGroup
  readonly names: ChangeNames
  /** Where all of it is simulated, that is said once. */
  readonly hasTags: boolean
}

export function ChangeGroupList({ group, names, hasTags }: Props) {
  const { t } = useTranslation('desk')
  const [isWhole, setWhole] = useState(false)
  const { village, changes } = group
  const shown = isWhole ? changes : changes.slice(0, SHORT)
  return (
    <section className={styles.group}>
      <h3>
        {village === null ? (
          t('province')
        ) : (
          <LinkTo to={villageAddress(village)}>{names.alarms.villageName(village)}</LinkTo>
        )}
      </h3>
      <ul>
        {shown.map(change => (
          <ChangeLine key={change.key} change={change} names={names} hasTags={hasTags} />
        ))}
      </ul>
      {changes.length > shown.length && (
        <Button kind="quiet" icon="chevron-down" onClick={() => setWhole(true)}>
          {t('changes.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

type LineProps = Pick<Props, 'names' | 'hasTags'> & { readonly change: Change }

function ChangeLine({ change, names, hasTags }: LineProps) {
  const { t } = useTranslation('desk')
  const { title, what } = changeWords(names, change)
  return (
    <li className={styles.line}>
      <span className={styles.sign}>
        <ChangeSign change={change} />
      </span>
      <div className={styles.words}>
        <LinkTo to={changeAddress(change)} className={styles.title}>
          {title}
        </LinkTo>
        <span className={styles.what}>
          {what} {hasTags && isOfSimulation(change) && <SourceTag text={t('simulated')} />}
        </span>
      </div>
    </li>
  )
}

function ChangeSign({ change }: { readonly change: Change }) {
  switch (change.kind) {
    case 'alarm':
      return <PrioritySign priority={change.alarm.priority} isActive={change.alarm.isActive} />
    case 'silent':
      return <MarkIcon mark="stale" />
    case 'back':
      return <Icon name="check" />
    case 'programme':
      return <Icon name="file" />
    case 'entry':
      return <Icon name="history" />
    default:
      return change satisfies never
  }
}
