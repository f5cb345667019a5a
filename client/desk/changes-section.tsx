// What changed since a moment: how much of each kind, then place by place.
import { useTranslation } from 'react-i18next'
import { momentWords } from '../alarms/alarm-names.ts'
import { Notice } from '../kit/notice.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { QueryProgress } from '../operation/query-progress.tsx'
import { ChangeGroupList } from './change-group.tsx'
import { type ChangeNames, isOfSimulation } from './change-words.ts'
import styles from './changes.module.css'
import { COUNTED } from './changes.ts'
import section from './section.module.css'
import { SinceBar } from './since-bar.tsx'
import { type ChangesSince, MOST_EVENTS } from './use-changes.ts'

type Props = {
  readonly since: number
  readonly now: number
  readonly handedOverAt: number | undefined
  readonly found: ChangesSince
  readonly names: ChangeNames
}

export function ChangesSection({ since, now, handedOverAt, found, names }: Props) {
  const { t } = useTranslation('desk')
  const { changes, isCut, isFailing } = found
  const said = changes?.groups.flatMap(group => group.changes.map(isOfSimulation)) ?? []
  const isAllSimulated = said.includes(true) && !said.includes(false)
  const when = { since: momentWords(since) }
  return (
    <section className={styles.changes} aria-labelledby="desk-changes">
      <div className={section.head}>
        <h2 id="desk-changes">
          {t('changes.title', when)} {isAllSimulated && <SourceTag text={t('simulated')} />}
        </h2>
        <SinceBar since={since} now={now} handedOverAt={handedOverAt} />
      </div>
      {changes ? (
        <>
          {changes.groups.length > 0 && (
            <dl className={styles.counts}>
              {COUNTED.map(key => (
                <div key={key} data-none={changes.counts[key] === 0}>
                  <dt>{t(`changes.count.${key}`)}</dt>
                  <dd>{changes.counts[key]}</dd>
                </div>
              ))}
            </dl>
          )}
          {isCut && <Notice kind="info" title={t('changes.cut', { most: MOST_EVENTS })} />}
          {changes.groups.length === 0 && (
            <div className={section.empty}>
              <strong>{t('changes.none', when)}</strong>
              <p>{t('changes.noneMeaning')}</p>
            </div>
          )}
          {changes.groups.map(group => (
            <ChangeGroupList key={group.village ?? ''} group={group} names={names} hasTags={!isAllSimulated} />
          ))}
        </>
      ) : isFailing ? (
        <Notice kind="error" title={t('changes.failed', when)} />
      ) : (
        <QueryProgress label={t('changes.loading', when)} queries={found.queries} />
      )}
    </section>
  )
}
