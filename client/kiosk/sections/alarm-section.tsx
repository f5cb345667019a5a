// The unit's open alarms: how urgent, what, since when, who acts, what is to be done.
import { useTranslation } from 'react-i18next'
import type { BoardAlarm } from '../../../shared/unit-board/unit-board-schema.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { ageWords } from '../../i18n/phrases.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { useQuantities } from '../../registry/quantity-words.ts'
import { useBoard } from '../board-hooks.ts'
import { measuredWords, momentWords, whoActs } from '../board-words.ts'
import { Card, Cards, Empty, Group, MarkWord, Page } from '../card.tsx'

export function AlarmSection() {
  const { t } = useTranslation('kiosk')
  const { work } = useBoard()
  if (!work) return null
  return (
    <Page>
      <Group title={t('alarms.title')}>
        {work.alarms.length === 0 && <Empty>{t('alarms.none')}</Empty>}
        <Cards>
          {work.alarms.map(alarm => (
            <AlarmCard key={alarm.id} alarm={alarm} />
          ))}
        </Cards>
      </Group>
    </Page>
  )
}

function AlarmCard({ alarm }: { readonly alarm: BoardAlarm }) {
  const { t, i18n } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { t: alarmTerm } = useTranslation('alarms')
  const { villages } = useBoard()
  const { serverNow } = useMoment()
  const quantities = useQuantities()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { priority, title, rule, since, action, source, village } = alarm
  const named = title[language]
  const place = villages.find(({ id, name }) => id === village && !named.includes(name))?.name
  return (
    <Card
      title={[named, place].filter(part => part !== undefined).join(', ')}
      state={<MarkWord mark={PRIORITY_MARK[priority]} word={alarmTerm(`term.priority.${priority}`)} />}
      aside={standingWords()}
      isSimulated={source === 'simulated'}
      strong={[rule?.[language], measuredWords(t, alarm, quantities)].filter(part => part !== undefined).join(' · ')}
      lines={[
        serverNow === undefined
          ? undefined
          : t('alarms.since', { time: momentWords(since, serverNow), age: ageWords(general, serverNow - since) }),
        whoActs(t, alarm, language),
        action ? t('alarms.whatToDo', { what: action[language] }) : undefined,
      ]}
    />
  )

  function standingWords(): string {
    if (alarm.standing === 'returned-unacknowledged' || alarm.standing === 'latched') return t('alarms.returned')
    return alarm.acknowledgedAt === null || serverNow === undefined
      ? t('alarms.open')
      : t('alarms.acknowledged', { time: momentWords(alarm.acknowledgedAt, serverNow) })
  }
}
