// What an administrator asks about pairings, sent once; what came of it as errors of a form.
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Answer, postJson, problemWords } from '../../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../../kit/form-errors.ts'
import { FLEET_KEY } from '../fleet-query.ts'
import { PAIRED_KEY } from './paired-query.ts'

const ROOT = '/api/v1/access'

export function usePairingSender() {
  const { t, i18n } = useTranslation('programme')
  const queries = useQueryClient()
  const language = i18n.language === 'en' ? 'en' : 'vi'

  const errorsOf = ({ problem }: Answer<unknown>): FieldErrors =>
    problem?.errors && problem.errors.length > 0
      ? errorsByField(problem.errors, language)
      : { '': problemWords(problem, language) ?? t('shell.failed') }

  return {
    errorsOf,
    ask: <Body>(door: string, body: object) => postJson<Body>(`${ROOT}/${door}`, body),
    /** Undefined when it was done. */
    send: async (door: string, body: object): Promise<FieldErrors | undefined> => {
      const answer = await postJson(`${ROOT}/${door}`, body)
      await queries.invalidateQueries({ queryKey: PAIRED_KEY })
      void queries.invalidateQueries({ queryKey: FLEET_KEY })
      return answer.body ? undefined : errorsOf(answer)
    },
  }
}
