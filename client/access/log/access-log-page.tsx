// /admin/access-log: who came in, who was turned away, who changed whose rights; newest first.
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { useAccounts } from '../accounts/accounts-query.ts'
import { AdminFrame } from '../admin-frame.tsx'
import { useAccessWords } from '../form-words.ts'
import styles from './access-log-page.module.css'
import { KINDS, kindOf } from './log-event.ts'
import { useAccessLog } from './log-query.ts'
import { LogTable } from './log-table.tsx'

export function AccessLogPage() {
  return (
    <AdminFrame part="log">
      <AccessLog />
    </AdminFrame>
  )
}

function AccessLog() {
  const { t } = useAccessWords()
  const parameter = useParameters().get('kind')
  const kind = KINDS.find(one => one === parameter)
  const log = useAccessLog()
  const { data: accounts } = useAccounts()
  const events: readonly AnyEvent[] = log.data?.pages.flatMap(page => page.events) ?? []
  const shown = kind === undefined ? events : events.filter(({ type }) => kindOf(type) === kind)
  const logins = new Map(accounts?.accounts.map(({ id, login }) => [id, login]))
  return (
    <>
      <header className={styles.head}>
        <h2>{t('log.title')}</h2>
        <p>{t('log.about')}</p>
      </header>
      <Toolbar label={t('log.filters')} {...(log.data ? { status: t('log.status', { count: events.length }) } : {})}>
        <SelectField
          name="kind"
          label={t('log.kind')}
          noneWords={t('log.allKinds')}
          options={KINDS.map(one => ({ value: one, label: t(`log.kindOf.${one}`) }))}
          value={kind}
          onChange={chosen => navigate(withParameters({ kind: chosen }))}
        />
      </Toolbar>
      {log.data ? (
        <LogTable events={shown} loginOf={id => logins.get(id)} />
      ) : log.isError ? (
        <Notice kind="warning" title={t('form.notLoaded')} />
      ) : (
        <p role="status">{t('form.loading')}</p>
      )}
      {log.data && (
        <div className={styles.more}>
          {log.hasNextPage ? (
            <Button
              icon="chevron-down"
              isBusy={log.isFetchingNextPage}
              busyWords={t('form.loading')}
              onClick={() => void log.fetchNextPage()}
            >
              {t('log.older')}
            </Button>
          ) : (
            <p>{t('log.end')}</p>
          )}
        </div>
      )}
    </>
  )
}
