// Refusals about villages, criteria sets, results and dossiers: what is wrong and what to do. Words only.

import type { Words } from '../words.ts'
import type { AssessmentStep, DossierStage, Outcome } from './facts.ts'
import { dayWords, listed, STAGE_TERMS, STEP_TERMS } from './refusal-terms.ts'

export const VILLAGE_REFUSALS = {
  'village-unknown': (id: string): Words => ({
    vi: `Không có làng “${id}”. Hãy chọn làng trong danh sách.`,
    en: `There is no village “${id}”. Choose one from the list.`,
  }),
  'village-exists': (id: string): Words => ({
    vi: `Đã có làng mang mã “${id}”. Hãy dùng mã khác, hoặc sửa làng đã có.`,
    en: `There is a village “${id}” already. Use another id, or change the one that is there.`,
  }),
  'link-not-commune': (name: string): Words => ({
    vi: `${name} không phải xã, phường. Hãy chọn xã hoặc phường của làng.`,
    en: `${name} is not a commune or ward. Choose the one the village belongs to.`,
  }),
  'link-outside-unit': (name: string, from: string | null, to: string | null): Words => ({
    vi: `${name} chỉ tồn tại ${spanWords(from, to).vi}. Hãy sửa ngày, hoặc chọn xã khác.`,
    en: `${name} exists only ${spanWords(from, to).en}. Correct the days, or choose another commune.`,
  }),
  'links-not-continuous': (): Words => ({
    vi: 'Các khoảng thời gian thuộc xã phải nối tiếp nhau, từ trước đến sau, không hở và không chồng.',
    en: 'The periods with communes must follow one another, oldest first, without gap or overlap.',
  }),
  'link-before-last': (from: string): Words => ({
    vi: `Làng đã có xã từ ngày ${dayWords(from)}. Hãy ghi từ ngày đó hoặc sau đó.`,
    en: `The village has a commune from ${dayWords(from)} on. Give that day or a later one.`,
  }),
  'link-unchanged': (name: string): Words => ({
    vi: `Làng đang thuộc ${name} rồi. Không có gì thay đổi.`,
    en: `The village belongs to ${name} already. Nothing would change.`,
  }),
  'centre-outside': (): Words => ({
    vi: 'Vị trí phải là kinh độ từ -180 đến 180, vĩ độ từ -90 đến 90.',
    en: 'The position must be a longitude of -180 to 180 and a latitude of -90 to 90.',
  }),
  'fact-kind': (isNumber: boolean): Words =>
    isNumber
      ? { vi: 'Số sao OCOP phải là số nguyên từ 1 đến 5.', en: 'OCOP stars must be a whole number of 1 to 5.' }
      : { vi: 'Thông tin này phải là chữ, không phải số.', en: 'This fact must be text, not a number.' },
  'fact-unfounded': (): Words => ({
    vi: 'Đã ghi giá trị thì phải nói độ tin cậy của nguồn (đã xác nhận, theo báo chí, tự khai).',
    en: 'A value needs a confidence of its source (confirmed, reported, declared).',
  }),
  'recognition-undated': (): Words => ({
    vi: 'Công nhận cần ngày ký quyết định, hoặc ngày đưa tin nếu chưa thấy quyết định.',
    en: 'A recognition needs the day of the decision, or of the report when the decision was not seen.',
  }),
  'recognition-unfounded': (): Words => ({
    vi: 'Công nhận cần độ tin cậy của nguồn. Nếu không có nguồn, hãy ghi là chưa rõ.',
    en: 'A recognition needs a confidence of its source. Without a source, record it as unknown.',
  }),
  'recognition-unnumbered': (): Words => ({
    vi: 'Đã xác nhận thì phải có số quyết định. Nếu chưa thấy quyết định, hãy chọn độ tin cậy khác.',
    en: 'A confirmed recognition needs the number of its decision. If it was not seen, choose another confidence.',
  }),
  'recognition-not-held': (): Words => ({
    vi: 'Làng chưa được công nhận nên không có gì để thu hồi.',
    en: 'The village is not recognised, so there is nothing to withdraw.',
  }),
}

export const CRITERIA_REFUSALS = {
  'set-unknown': (id: string): Words => ({
    vi: `Không có bộ tiêu chí “${id}”. Hãy chọn trong danh sách.`,
    en: `There is no criteria set “${id}”. Choose one from the list.`,
  }),
  'set-has-results': (id: string): Words => ({
    vi: `Bộ tiêu chí “${id}” đã có kết quả hoặc hồ sơ nên không thay được. Hãy ban hành với mã mới rồi chuyển kết quả sang.`,
    en: `Results or dossiers refer to the criteria set “${id}”, so it cannot be replaced. Publish it under a new id and carry the results over.`,
  }),
  'id-twice': (id: string): Words => ({
    vi: `Mã “${id}” dùng hai lần. Mỗi mục cần một mã riêng.`,
    en: `The id “${id}” is used twice. Each entry needs its own.`,
  }),
  'validity-empty': (): Words => ({
    vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
    en: 'The end of validity must come after its beginning.',
  }),
  'indicator-count': (count: number, known: number): Words => ({
    vi: `Có ${count} chỉ tiêu, nhiều hơn con số ${known} của quyết định. Hãy kiểm tra lại.`,
    en: `There are ${count} indicators, more than the ${known} the decision is said to have. Check them.`,
  }),
  'predecessor-circle': (id: string): Words => ({
    vi: `Bộ “${id}” không thể kế thừa chính nó, kể cả qua bộ khác. Hãy chọn bộ trước đó.`,
    en: `The set “${id}” cannot succeed itself, not even by way of another. Choose an earlier set.`,
  }),
  'carry-same-set': (): Words => ({
    vi: 'Bộ nguồn và bộ đích phải khác nhau.',
    en: 'Results are carried from one set to another: choose two different ones.',
  }),
  'indicator-unknown': (id: string, set: string): Words => ({
    vi: `Bộ “${set}” không có chỉ tiêu “${id}”. Hãy chọn chỉ tiêu của bộ này.`,
    en: `The set “${set}” has no indicator “${id}”. Choose one of its own.`,
  }),
  'pair-twice': (id: string): Words => ({
    vi: `Chỉ tiêu “${id}” ghép hai lần. Mỗi chỉ tiêu chỉ ghép một lần ở mỗi bên.`,
    en: `The indicator “${id}” is paired twice. Each may be paired once on each side.`,
  }),
}

const OUTCOME_TERMS: Readonly<Record<Outcome, Words>> = {
  met: { vi: 'đạt', en: 'met' },
  'not-met': { vi: 'chưa đạt', en: 'not met' },
}

export const ASSESSMENT_REFUSALS = {
  'step-disabled': (step: AssessmentStep): Words => ({
    vi: `Bước ${STEP_TERMS[step].vi} đang tắt trong cài đặt. Hãy chọn bước khác, hoặc bật lại trong cài đặt.`,
    en: `The step “${STEP_TERMS[step].en}” is off in the settings. Choose another, or switch it on there.`,
  }),
  'district-step-unset': (): Words => ({
    vi: 'Từ 01/07/2025 không còn cấp huyện và chưa giao ai làm bước sơ khảo. Hãy chọn đơn vị trong cài đặt “bước cấp huyện”.',
    en: 'There is no district level since 01/07/2025 and nobody was given its step. Choose who does it in the setting “district step”.',
  }),
  'previous-step-missing': (step: AssessmentStep): Words => ({
    vi: `Chỉ tiêu này chưa có kết quả bước ${STEP_TERMS[step].vi}. Hãy làm bước đó trước.`,
    en: `This indicator has no result of the step “${STEP_TERMS[step].en}”. Do that one first.`,
  }),
  'dossier-not-ready': (needs: readonly DossierStage[], has: DossierStage | null): Words => ({
    vi: `Bước này cần hồ sơ của làng theo bộ tiêu chí này ở trạng thái ${listed(STAGE_TERMS, needs).vi}; hiện ${has === null ? 'chưa có hồ sơ' : `là “${STAGE_TERMS[has].vi}”`}. Hãy chuyển trạng thái hồ sơ trước.`,
    en: `This step needs the village's dossier under this set to be ${listed(STAGE_TERMS, needs).en}; ${has === null ? 'there is none' : `it is “${STAGE_TERMS[has].en}”`} now. Move the dossier first.`,
  }),
  'value-missing': (target: Words): Words => ({
    vi: `Chỉ tiêu này đo bằng số (${target.vi}). Hãy nhập giá trị đo được.`,
    en: `This indicator is a number (${target.en}). Enter the value measured.`,
  }),
  'value-unexpected': (): Words => ({
    vi: 'Chỉ tiêu này không đo bằng số. Hãy bỏ giá trị, ghi vào phần ghi chú nếu cần.',
    en: 'This indicator is not a number. Leave the value out, or put it in the note.',
  }),
  'outcome-contradicts-value': (said: Outcome, target: Words): Words => ({
    vi: `Giá trị này so với mức ${target.vi} không phải là “${OUTCOME_TERMS[said].vi}”. Hãy sửa giá trị hoặc kết quả.`,
    en: `Against ${target.en} this value is not “${OUTCOME_TERMS[said].en}”. Correct the value or the result.`,
  }),
  'evidence-missing': (evidence: string): Words => ({
    vi: `Chỉ tiêu này cần minh chứng (${evidence}). Hãy đính kèm tệp, hoặc ghi chú minh chứng ở đâu.`,
    en: `This indicator needs evidence (${evidence}). Attach a file, or say in the note where it is.`,
  }),
}

export const DOSSIER_REFUSALS = {
  'round-unknown': (expected: number): Words => ({
    vi: `Không có lần hồ sơ này; hãy dùng lần ${expected}.`,
    en: `There is no such round of the dossier; use round ${expected}.`,
  }),
  'round-unfinished': (round: number, stage: DossierStage): Words => ({
    vi: `Hồ sơ lần ${round} còn ở trạng thái “${STAGE_TERMS[stage].vi}”. Hãy kết thúc hoặc rút hồ sơ đó trước khi mở lần mới.`,
    en: `Round ${round} of the dossier is still “${STAGE_TERMS[stage].en}”. Finish or withdraw it before a new one.`,
  }),
  'dossier-set-differs': (set: string): Words => ({
    vi: `Hồ sơ này theo bộ tiêu chí “${set}”. Muốn dùng bộ khác, hãy mở lần hồ sơ mới.`,
    en: `This dossier is under the criteria set “${set}”. For another set, open a new round.`,
  }),
  'dossier-move': (from: DossierStage | null, to: DossierStage, allowed: readonly DossierStage[]): Words => ({
    vi: `Không chuyển được ${from === null ? 'hồ sơ mới' : `từ “${STAGE_TERMS[from].vi}”`} sang “${STAGE_TERMS[to].vi}”. ${allowed.length === 0 ? 'Hồ sơ đã kết thúc.' : `Có thể chuyển sang: ${listed(STAGE_TERMS, allowed).vi}.`}`,
    en: `${from === null ? 'A new dossier' : `“${STAGE_TERMS[from].en}”`} cannot become “${STAGE_TERMS[to].en}”. ${allowed.length === 0 ? 'The dossier is finished.' : `It can become: ${listed(STAGE_TERMS, allowed).en}.`}`,
  }),
  'before-last-move': (day: string): Words => ({
    vi: `Lần chuyển trước là ngày ${dayWords(day)}. Hãy ghi ngày đó hoặc sau đó.`,
    en: `The last move was on ${dayWords(day)}. Give that day or a later one.`,
  }),
  'appraisal-incomplete': (open: number): Words => ({
    vi: `Còn ${open} chỉ tiêu chưa có kết quả thẩm định của sở, ngành. Hãy nhập đủ trước khi kết thúc thẩm định.`,
    en: `${open} indicators have no department result yet. Enter them before the appraisal is closed.`,
  }),
}

function spanWords(from: string | null, to: string | null): Words {
  const vi = [from && `từ ${dayWords(from)}`, to && `đến trước ${dayWords(to)}`].filter(Boolean).join(' ')
  const en = [from && `from ${dayWords(from)}`, to && `until before ${dayWords(to)}`].filter(Boolean).join(' ')
  return { vi, en }
}
