// How a display stands with its pairing, among its other facts.
import { useTranslation } from 'react-i18next'
import type { PairedRow } from '../../../shared/access/pairing-schema.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { ageWords } from '../../i18n/phrases.ts'
import { Fact, Trouble } from '../display-facts.tsx'
import { pairingOf } from './pairing-standing.ts'
import { useScopeWords } from './scope-words.ts'

type Props = { readonly paired: PairedRow | undefined /** Server time. */; readonly now: number }

export function PairingFacts({ paired, now }: Props) {
  const { t } = useTranslation('fleet')
  const { t: common } = useTranslation()
  const scopeWords = useScopeWords()
  const standing = pairingOf(paired, now)
  if (!paired)
    return (
      <Fact name={t('pairing.fact')}>
        <span>{t('pairing.standing.unpaired')}</span>
      </Fact>
    )
  const { pairedAt, pairedBy, seenAt, address, scope, audience } = paired
  return (
    <>
      <Fact name={t('pairing.fact')}>
        {standing === 'paired' ? (
          <span>{t('pairing.since', { date: formatDate(pairedAt), by: pairedBy.replace(/^person:/, '') })}</span>
        ) : (
          <Trouble>{t(`pairing.standing.${standing}`)}</Trouble>
        )}
      </Fact>
      <Fact name={t('pairing.letInFor')}>{`${t(`pairing.classes.${audience}`)} · ${scopeWords(scope)}`}</Fact>
      <Fact name={t('pairing.seen')}>
        {t('pairing.seenFrom', { age: ageWords(common, now - seenAt), time: formatClock(seenAt), address })}
      </Fact>
    </>
  )
}
