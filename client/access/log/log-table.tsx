// Lines of the access log: when, what and its circumstances, by whom, about whom, from where.
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { shortId } from '../../displays/display-id.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { type AccessWords, momentOf, useAccessWords } from '../form-words.ts'
import { grantWords } from '../role-words.ts'
import { useUnitName } from '../use-unit-names.ts'
import styles from './access-log-page.module.css'
import { grantsIn, kindOf, nameOf, numberIn, partyOf, textIn } from './log-event.ts'

type Props = {
  readonly events: readonly AnyEvent[]
  readonly loginOf: (account: string) => string | undefined
}

export function LogTable({ events, loginOf }: Props) {
  const { t } = useAccessWords()
  const unitName = useUnitName()
  const party = (text: string) => partyWords(t, text, loginOf)
  const columns: readonly Column<AnyEvent>[] = [
    {
      key: 'what',
      title: t('log.what'),
      isRowHeader: true,
      width: '38%',
      render: event => (
        <span className={styles.what}>
          <What event={event} />
          {detailsOf(t, event, unitName).map(line => (
            <span key={line} className={styles.details}>
              {line}
            </span>
          ))}
        </span>
      ),
    },
    { key: 'when', title: t('log.when'), render: ({ at }) => momentOf(t, at) },
    { key: 'who', title: t('log.who'), render: ({ actor }) => party(actor) },
    { key: 'subject', title: t('log.subject'), render: ({ subject }) => party(subject) },
    { key: 'address', title: t('log.address'), render: event => <code>{textIn(event, 'address') ?? '–'}</code> },
  ]
  return (
    <DataTable
      caption={t('log.caption')}
      isCaptionHidden
      columns={columns}
      rows={events}
      rowKey={({ id }) => String(id)}
      emptyWords={t('log.none')}
      isDense
      maxHeight="none"
    />
  )
}

/** What was refused differs from normal: it has a shape. */
function What({ event: { type } }: { readonly event: AnyEvent }) {
  const { t } = useAccessWords()
  const name = nameOf(type)
  const words = name ? t(`log.event.${name}`) : t('log.unknown', { type })
  return kindOf(type) === 'refusals' ? <StateMark state="due-soon" word={words} /> : <strong>{words}</strong>
}

const HOWS = ['password', 'outside', 'invitation', 'changed'] as const
const WHYS = ['password', 'code', 'disabled', 'signed-out', 'signed-in-again', 'revoked'] as const

function detailsOf(t: AccessWords, event: AnyEvent, unitName: (id: string) => string): readonly string[] {
  const how = HOWS.find(one => one === textIn(event, 'how'))
  const why = WHYS.find(one => one === textIn(event, 'why'))
  const asked = textIn(event, 'asked')
  const unit = textIn(event, 'unit')
  const unwritten = numberIn(event, 'unwritten')
  const named = [textIn(event, 'login'), textIn(event, 'name')].filter(text => text !== undefined).join(' · ')
  return [
    ...(how ? [t(`log.how.${how}`)] : []),
    ...(why ? [t(`log.why.${why}`)] : []),
    ...(asked === undefined
      ? []
      : [t('log.asked', { what: unit === undefined ? asked : `${asked}, ${unitName(unit)}` })]),
    ...(named === '' ? [] : [named]),
    ...grantsIn(event).map(grant => grantWords(t, grant, unitName)),
    ...(unwritten > 0 ? [t('log.unwritten', { count: unwritten })] : []),
  ]
}

function partyWords(t: AccessWords, text: string, loginOf: Props['loginOf']): string {
  const party = partyOf(text)
  switch (party.kind) {
    case 'person':
      return party.name
    case 'account':
      return loginOf(party.id) ?? shortId(party.id)
    case 'display':
      return shortId(party.id)
    case 'local':
    case 'nobody':
    case 'door':
      return t(`log.${party.kind}`)
    default:
      return party satisfies never
  }
}
