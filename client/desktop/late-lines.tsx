// What is late in the programme as lines: which task, report or obstacle, whose it is, how many days. Each opens its page.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { formatNumber } from '../design/number-format.ts'
import { periodWords } from '../programme/period-words.ts'
import type { ProgrammeView } from '../programme/programme-hooks.tsx'
import { addressOf, type Section } from '../programme/section.ts'
import { unitWords } from '../programme/unit-words.ts'
import styles from './attention.module.css'
import { AttentionLine } from './attention-line.tsx'
import type { LateThing } from './late-things.ts'

type Props = { readonly things: readonly LateThing[]; readonly view: ProgrammeView; readonly shown: number }

const SECTION = { task: 'tasks', report: 'reports', obstacle: 'obstacles' } as const satisfies Record<
  LateThing['kind'],
  Section
>

export function LateLines({ things, view, shown }: Props) {
  const { t } = useTranslation('desktop')
  const { t: word } = useTranslation('programme')
  const more = things.length - shown
  return (
    <>
      <ul className={styles.lines}>
        {things.slice(0, shown).map(thing => (
          <AttentionLine
            key={`${thing.kind} ${thing.id} ${thing.unit}`}
            to={addressOf(SECTION[thing.kind], thing.kind === 'report' ? undefined : thing.id)}
            mark="warning"
            word={t('attention.late')}
            what={whatWords(t, word, thing)}
            span={t('attention.days', { number: formatNumber(thing.days) })}
            where={thing.kind === 'report' ? reportWords(thing) : thing.title}
            who={
              thing.unit === null
                ? word('shell.nobody')
                : t('attention.acts', { who: unitWords(word, view, thing.unit) })
            }
          />
        ))}
      </ul>
      {more > 0 && (
        <LinkTo to={addressOf('overview')} className={styles.more}>
          {t('attention.moreLate', { number: formatNumber(more) })}
        </LinkTo>
      )}
    </>
  )

  function reportWords({ id, count }: LateThing): string {
    return count > 1 ? t('attention.oldestReport', { period: periodWords(word, id) }) : periodWords(word, id)
  }
}

function whatWords(t: TFunction<'desktop'>, word: TFunction<'programme'>, { kind, id, count }: LateThing): string {
  if (kind === 'task') return t('attention.task', { id })
  if (kind === 'report') return t('attention.reports', { count, number: formatNumber(count) })
  return word('term.obstacleKind.obstacle')
}
