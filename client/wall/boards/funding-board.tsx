// The five sources of money as bars: what is disbursed of what is allocated, over the whole programme. Unknown is said, never drawn.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { moneyWords } from '../../programme/money-words.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { sourceRows } from '../programme-figures.ts'
import styles from './funding-board.module.css'

export function FundingBoard() {
  const { t } = useTranslation('wall')
  const { t: word } = useTranslation('programme')
  const view = useProgramme()
  const rows = useMemo(() => (view ? sourceRows(view.state) : []), [view])
  return (
    <section className={styles.board}>
      <h2>{t('scenes.board.sources')}</h2>
      <ul>
        {rows.map(({ id, name, totals }) => {
          const rate = totals.rates.disbursedOfAllocated
          return (
            <li key={id}>
              <p className={styles.name}>{name}</p>
              <p className={styles.rate}>
                {rate === null ? t('scenes.board.noValue') : `${formatNumber(rate * 100, 1)} %`}
              </p>
              <div className={styles.bar} aria-hidden="true">
                {rate !== null && <span style={{ width: `${Math.min(1, rate) * 100}%` }} />}
              </div>
              <p className={styles.money}>
                {totals.disbursed.amount === null || totals.allocated.amount === null
                  ? t('scenes.funding.unknown')
                  : `${moneyWords(word, totals.disbursed.amount)} / ${moneyWords(word, totals.allocated.amount)}`}
                {totals.isSimulated && <span className={styles.tag}>{word('shell.simulated')}</span>}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
