// What those hear who do not see: names, roles and states of the kit's parts, as they are first drawn.
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Column, DataTable } from '../../../../client/kit/data-table.tsx'
import { Figure } from '../../../../client/kit/figure.tsx'
import { Form, SubmitButton } from '../../../../client/kit/form.tsx'
import { MatrixGrid } from '../../../../client/kit/matrix-grid.tsx'
import { MoneyField } from '../../../../client/kit/money-field.tsx'
import { Notice } from '../../../../client/kit/notice.tsx'
import { Progress } from '../../../../client/kit/progress.tsx'
import { RadioGroup } from '../../../../client/kit/radio-group.tsx'
import { SelectField } from '../../../../client/kit/select-field.tsx'
import { StackedBar } from '../../../../client/kit/stacked-bar.tsx'
import { StateMark } from '../../../../client/kit/state-mark.tsx'
import { SubNav } from '../../../../client/kit/sub-nav.tsx'
import { TextField } from '../../../../client/kit/text-field.tsx'

const drawn = (element: ReactElement) => renderToStaticMarkup(element)
const nothing = () => undefined
const count = (text: string, part: string) => text.split(part).length - 1

describe('a table', () => {
  type Row = { readonly id: string; readonly title: string; readonly days: number | undefined }
  const rows: readonly Row[] = [
    { id: 'a', title: 'Sổ tay', days: 12 },
    { id: 'b', title: 'Tập huấn', days: undefined },
    { id: 'c', title: 'Kết nối dữ liệu', days: 3 },
  ]
  const columns: readonly Column<Row>[] = [
    { key: 'title', title: 'Nhiệm vụ', render: ({ title }) => title },
    {
      key: 'days',
      title: 'Số ngày',
      align: 'end',
      sortValue: ({ days }) => days,
      render: ({ days }) => days ?? 'chưa rõ',
    },
  ]
  const table = (about: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) =>
    drawn(
      <DataTable<Row>
        caption="Nhiệm vụ"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        emptyWords="Không có nhiệm vụ nào"
        {...about}
      />,
    )
  const order = (html: string) => ['Sổ tay', 'Tập huấn', 'Kết nối'].sort((a, b) => html.indexOf(a) - html.indexOf(b))

  test('says which column orders it, and only where it can be ordered', () => {
    expect(count(table(), 'aria-sort="none"')).toBe(1)
    const sorted = table({ initialSort: { key: 'days', direction: 'ascending' } })
    expect(count(sorted, 'aria-sort="ascending"')).toBe(1)
    expect(order(sorted)).toEqual(['Kết nối', 'Sổ tay', 'Tập huấn'])
  })
  test('keeps the order it was given when asked to sort by what it has not', () => {
    expect(order(table({ initialSort: { key: 'gone', direction: 'ascending' } }))).toEqual(order(table()))
  })
  test('names each row by its first column', () => {
    expect(count(table(), 'role="rowheader"')).toBe(3)
    expect(table()).toContain('<caption')
  })
  test('has a true link where a row has an address, and none where it opens nothing', () => {
    const html = table({ opening: ({ id }) => (id === 'a' ? { to: '/programme/tasks/a' } : undefined) })
    expect(count(html, '<a href=')).toBe(1)
    expect(count(html, 'data-opens="true"')).toBe(1)
  })
  test('says that it is empty, over its whole width, and then has no totals', () => {
    const html = table({ rows: [], totalWords: 'Cộng' })
    expect(html).toContain('colSpan="2"')
    expect(html).toContain('Không có nhiệm vụ nào')
    expect(html).not.toContain('Cộng')
  })
})

describe('a matrix', () => {
  const lines = (ids: readonly string[], group?: string) =>
    ids.map(id => ({ id, title: `Dòng ${id}`, ...(group ? { group } : {}) }))
  const matrix = (rows = lines(['a', 'b'], 'Hạ tầng số'), columns = lines(['x', 'y', 'z'])) =>
    drawn(
      <MatrixGrid
        caption="Tiêu chí"
        rowsTitle="Làng"
        rows={rows}
        columns={columns}
        cellOf={(row, column) => ({ mark: 'done', words: `${row}${column} đạt` })}
        emptyWords="Không có dòng nào"
        restingWords="Chọn một ô"
      />,
    )

  test('is one stop for the Tab key, and every cell says itself', () => {
    const html = matrix()
    expect(count(html, 'tabindex="0"')).toBe(1)
    expect(count(html, 'role="gridcell"')).toBe(6)
    expect(html).toContain('aria-label="az đạt"')
  })
  test('heads a group of rows once', () => {
    expect(count(matrix(), 'Hạ tầng số')).toBe(1)
  })
  test('without rows or columns it says so', () => {
    expect(matrix([])).toContain('Không có dòng nào')
    expect(matrix(undefined, [])).toContain('Không có dòng nào')
  })
})

describe('what nobody knows', () => {
  test('is no zero in a figure', () => {
    const html = drawn(<Figure label="Đã quyết toán" value={undefined} unit="tỷ" unknownWords="chưa rõ" />)
    expect(html).toContain('chưa rõ')
    expect(html).not.toContain('tỷ')
  })
  test('is no empty bar', () => {
    const html = drawn(<Progress label="Tập huấn" value={undefined} words="chưa có số liệu" />)
    expect(html).toContain('data-unknown="true"')
    expect(html).toContain('aria-valuetext="chưa có số liệu"')
    expect(html).not.toContain('width:')
  })
  test('is named among the amounts', () => {
    const layers = [
      { key: 'need', title: 'Nhu cầu', amount: 200, words: '200 triệu' },
      { key: 'settled', title: 'Quyết toán', amount: undefined, words: 'chưa có số liệu' },
    ]
    const html = drawn(<StackedBar label="Định Yên" layers={layers} isCompact />)
    expect(html).toContain('aria-label="Định Yên: Nhu cầu 200 triệu; Quyết toán chưa có số liệu"')
  })
})

describe('a field', () => {
  test('in a form has its label and, when it is wrong, its error described', () => {
    const html = drawn(
      <TextField
        name="note"
        label="Lý do"
        hint="Ngắn gọn"
        error="Thiếu lý do"
        value=""
        onChange={nothing}
        isRequired
      />,
    )
    const id = /<input[^>]* id="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`<label`)
    expect(html).toContain(`for="${id}"`)
    expect(html).toContain(`aria-describedby="${id}-error ${id}-hint"`)
    expect(html).toContain(`id="${id}-error"`)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-required="true"')
  })
  test('without error or hint describes nothing', () => {
    const html = drawn(<TextField name="note" label="Lý do" value="" onChange={nothing} />)
    expect(html).not.toContain('aria-describedby')
    expect(html).not.toContain('aria-invalid')
  })
  test('of money shows the figure in full and in words', () => {
    const units = { billion: 'tỷ đồng', million: 'triệu đồng', thousand: 'nghìn đồng', one: 'đồng' }
    const html = drawn(
      <MoneyField
        name="amount"
        label="Số tiền"
        value={1_250_000_000}
        onChange={nothing}
        words={{ notUnderstood: 'Không hiểu', units }}
      />,
    )
    expect(html).toContain('value="1.250.000.000"')
    expect(html).toContain('= 1,25 tỷ đồng')
  })
  test('of several choices is reached at the chosen one, at the first when none is', () => {
    const options = [
      { value: 'met', label: 'Đạt' },
      { value: 'unmet', label: 'Chưa đạt' },
    ]
    const group = (value: string | undefined) =>
      drawn(<RadioGroup name="result" label="Kết quả" options={options} value={value} onChange={nothing} />)
    const reached = (html: string) => html.split('<input').findIndex(part => part.includes(' id="'))
    expect([reached(group(undefined)), reached(group('met')), reached(group('unmet'))]).toEqual([1, 1, 2])
    expect(group('unmet')).toContain('<legend')
  })
  test('to choose from groups its options in their order', () => {
    const options = [
      { value: 'a', label: 'Sở A', group: 'Sở' },
      { value: 'b', label: 'Xã B', group: 'Xã' },
      { value: 'c', label: 'Sở C', group: 'Sở' },
    ]
    const html = drawn(
      <SelectField name="unit" label="Đơn vị" noneWords="Chọn" options={options} value="b" onChange={nothing} />,
    )
    expect(html.match(/label="[^"]+"/g)).toEqual(['label="Sở"', 'label="Xã"'])
    expect(html).toContain('<option value="b" selected="">')
  })
})

test('a form says what it is and checks by itself, not by the browser', () => {
  const html = drawn(
    <Form
      label="Ghi nhận giải ngân"
      words={{ summary: String, failed: 'Không gửi được' }}
      onSubmit={() => Promise.resolve(undefined)}
      actions={<SubmitButton>Gửi</SubmitButton>}
    >
      {createElement('p', null, 'trống')}
    </Form>,
  )
  expect(html).toContain('aria-label="Ghi nhận giải ngân"')
  expect(html).toContain('noValidate=""')
  expect(html).toContain('type="submit"')
})

test('only what is urgent interrupts', () => {
  expect(drawn(<Notice kind="info" title="tin" />)).toContain('role="status"')
  expect(drawn(<Notice kind="error" title="tin" />)).toContain('role="alert"')
  expect(drawn(<Notice kind="error" title="tin" isUrgent={false} />)).toContain('role="status"')
})

test('a state is a word too', () => {
  const html = drawn(<StateMark state="overdue" word="Quá hạn" />)
  expect(html).toContain('Quá hạn')
  expect(html).toContain('aria-hidden="true"')
})

test('the page one is on is marked, and nothing waits where the count is zero', () => {
  const links = [
    { to: '/programme', title: 'Tổng quan', count: 0 },
    { to: '/programme/tasks', title: 'Nhiệm vụ', count: 3 },
  ]
  const html = drawn(<SubNav label="Chương trình" links={links} currentTo="/programme/tasks" />)
  expect(count(html, 'aria-current')).toBe(1)
  expect(html.indexOf('aria-current')).toBeGreaterThan(html.indexOf('Tổng quan'))
  expect(count(html, '>0<')).toBe(0)
  expect(count(html, '>3<')).toBe(1)
})
