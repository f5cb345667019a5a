// What is said of each of the plan's tasks in the simulated story: how often, by whom, and how it ends. Keyed by the plan's own
// task ids; a task that isn't here is never spoken of.
import type { Day } from '../../../shared/programme/facts.ts'

export type TaskStory = {
  readonly firstOn: Day
  /** Days between two words, at least and at most. */
  readonly everyDays: readonly [number, number]
  /** The last word: a day, so many days before today, or never the last. */
  readonly until: Day | { readonly daysAgo: number } | null
  readonly says: readonly [string, ...string[]]
  /** Said done on that day; later words keep it done. */
  readonly doneOn?: Day
  /** Said stopped on that day, which is the last word. */
  readonly stoppedOn?: Day
  /** Where the progress stops while it isn't done; absent = nobody gives a figure. */
  readonly progressTo?: number
}

export const TASK_STORIES: Readonly<Record<string, TaskStory>> = {
  '1.1': {
    firstOn: '2024-04-12',
    everyDays: [14, 24],
    until: '2024-06-20',
    says: [
      'Dự thảo đề cương Sổ tay.',
      'Lấy ý kiến các sở, ngành.',
      'Hoàn chỉnh theo góp ý.',
      'Sổ tay đã ban hành (mô phỏng).',
    ],
    doneOn: '2024-06-18',
    progressTo: 90,
  },
  '1.2': {
    firstOn: '2024-05-20',
    everyDays: [50, 75],
    until: null,
    says: [
      'Tổ chức lớp tập huấn cho cán bộ xã và Tổ Điều hành.',
      'Hướng dẫn trực tiếp tại xã về hồ sơ và minh chứng.',
      'Giải đáp vướng mắc qua nhóm trao đổi.',
    ],
  },
  '1.3': {
    firstOn: '2024-06-10',
    everyDays: [70, 110],
    until: null,
    says: ['Tiếp nhận và xem xét đề nghị hỗ trợ.', 'Hướng dẫn cơ sở hoàn chỉnh hồ sơ hỗ trợ.'],
  },
  '1.4': {
    firstOn: '2024-05-06',
    everyDays: [60, 85],
    until: null,
    says: [
      'Rà soát nhu cầu đặt hàng nghiên cứu của địa phương.',
      'Thử nghiệm cảm biến tại ruộng mô hình.',
      'Nghiệm thu một nội dung chuyển giao.',
    ],
  },
  '1.5': {
    firstOn: '2024-04-22',
    everyDays: [28, 45],
    until: null,
    says: [
      'Kiểm tra tiến độ tại các xã.',
      'Tổng hợp tiến độ, nhắc các đơn vị chậm.',
      'Họp giao ban chương trình.',
      'Rà soát hồ sơ đề nghị thẩm định.',
    ],
  },
  '2.1': {
    firstOn: '2024-05-15',
    everyDays: [80, 120],
    until: { daysAgo: 20 },
    says: ['Rà soát nguồn kinh phí hỗ trợ.', 'Trao đổi với Sở Tài chính về phương án phân bổ.'],
    progressTo: 65,
  },
  '2.2': {
    firstOn: '2024-05-03',
    everyDays: [55, 80],
    until: { daysAgo: 130 },
    says: ['Kết nối dữ liệu vùng trồng.', 'Bổ sung dữ liệu nhật ký canh tác.', 'Cập nhật danh mục mã số vùng trồng.'],
    doneOn: '2024-06-25',
    progressTo: 80,
  },
  '2.3': {
    firstOn: '2025-01-14',
    everyDays: [45, 70],
    until: { daysAgo: 60 },
    says: [
      'Khảo sát địa điểm đề xuất.',
      'Xin ý kiến địa phương về danh sách dự kiến.',
      'Rà soát lại danh sách sau sắp xếp đơn vị hành chính.',
    ],
    progressTo: 60,
  },
  '3.1': {
    firstOn: '2024-06-04',
    everyDays: [60, 90],
    until: { daysAgo: 145 },
    says: ['Rà soát kiến trúc hệ thống.', 'Dự thảo quy chế khai thác hệ thống thông tin.'],
  },
  '3.2': {
    firstOn: '2024-08-14',
    everyDays: [60, 85],
    until: null,
    says: ['Cho ý kiến về đề xuất hạ tầng của xã.', 'Đề nghị bổ sung thuyết minh kỹ thuật.'],
  },
  '3.3': {
    firstOn: '2024-05-22',
    everyDays: [50, 80],
    until: null,
    says: ['Kiểm tra đường truyền dữ liệu về trung tâm.', 'Thống nhất danh mục dữ liệu kết nối.', 'Xử lý lỗi kết nối.'],
  },
  '3.4': {
    firstOn: '2024-07-09',
    everyDays: [60, 88],
    until: null,
    says: [
      'Kiểm kê thiết bị của đề tài.',
      'Thống nhất biên bản bàn giao.',
      'Khảo sát hiện trạng thiết bị sau bàn giao.',
    ],
  },
  '4.1': {
    firstOn: '2024-07-02',
    everyDays: [70, 100],
    until: '2025-12-19',
    says: ['Đăng ký danh mục vào kế hoạch đầu tư công.', 'Danh mục đã được đưa vào kế hoạch (mô phỏng).'],
    doneOn: '2025-12-12',
    progressTo: 75,
  },
  '4.2': {
    firstOn: '2024-08-20',
    everyDays: [75, 88],
    until: { daysAgo: 112 },
    says: ['Kiểm tra việc sử dụng vốn tại xã.', 'Nhắc hoàn thiện chứng từ.'],
  },
  '5.2': {
    firstOn: '2024-05-28',
    everyDays: [60, 85],
    until: null,
    says: ['Hướng dẫn hồ sơ thanh quyết toán.', 'Trả lời vướng mắc về nguồn vốn lồng ghép.'],
  },
  '5.3': {
    firstOn: '2024-09-05',
    everyDays: [60, 85],
    until: null,
    says: ['Tham gia đoàn kiểm tra liên ngành.', 'Rà soát việc thực hiện cơ chế chính sách.'],
  },
  '6.1': {
    firstOn: '2024-06-12',
    everyDays: [55, 80],
    until: null,
    says: ['Góp ý hướng dẫn chỉ tiêu do ngành phụ trách.', 'Đề xuất làm rõ cách tính chỉ tiêu.'],
  },
  '6.2': {
    firstOn: '2024-10-10',
    everyDays: [60, 85],
    until: null,
    says: ['Tham gia đoàn kiểm tra tại xã.', 'Thống nhất kết quả thẩm định của ngành.'],
  },
  '6.3': {
    firstOn: '2024-07-18',
    everyDays: [70, 88],
    until: { daysAgo: 108 },
    says: ['Gửi bộ dữ liệu của ngành.', 'Cập nhật dữ liệu quý.'],
  },
  '6.4': {
    firstOn: '2024-10-21',
    everyDays: [70, 110],
    until: null,
    says: ['Thẩm định chỉ tiêu do ngành phụ trách.', 'Đề nghị địa phương bổ sung minh chứng.'],
  },
  '6.5': {
    firstOn: '2025-06-05',
    everyDays: [60, 85],
    until: null,
    says: ['Tư vấn mở rộng mô hình sang ấp liền kề.', 'Làm việc với hợp tác xã về nhân rộng.'],
  },
  '7.1': {
    firstOn: '2024-04-19',
    everyDays: [60, 90],
    until: '2025-06-20',
    says: ['Rà soát xã đưa vào kế hoạch.', 'Đôn đốc tiến độ theo lộ trình.', 'Hoàn thành lựa chọn địa phương.'],
    doneOn: '2025-06-16',
    progressTo: 90,
  },
  '7.2': {
    firstOn: '2024-06-26',
    everyDays: [50, 75],
    until: '2025-06-20',
    says: ['Hỗ trợ xã chuẩn bị minh chứng.', 'Tổ chức đánh giá sơ khảo.'],
    progressTo: 80,
  },
  '7.3': {
    firstOn: '2024-07-24',
    everyDays: [60, 85],
    until: '2025-06-24',
    says: ['Lồng ghép nâng cấp đường truyền.', 'Đầu tư bổ sung camera, đèn chiếu sáng.'],
    stoppedOn: '2025-06-24',
  },
  '7.4': {
    firstOn: '2024-06-14',
    everyDays: [50, 75],
    until: '2025-06-18',
    says: ['Hướng dẫn xã thành lập Tổ Điều hành.', 'Xã đã thành lập Tổ Điều hành (mô phỏng).'],
  },
}

export type RequestStory = {
  readonly task: string
  readonly on: Day | { readonly daysAgo: number }
  /** Days until it is closed; null = open still. */
  readonly closedAfter: number | null
  readonly text: string
  /** The village whose commune asks, by its place in the plan. */
  readonly villageAt: number
}

export const REQUESTS: readonly RequestStory[] = [
  { task: '1.3', on: '2024-07-08', closedAfter: 40, text: 'Hỗ trợ đăng ký nhãn hiệu cho hợp tác xã.', villageAt: 1 },
  { task: '1.3', on: '2025-03-11', closedAfter: 55, text: 'Hỗ trợ thiết bị sấy cho cơ sở chế biến.', villageAt: 6 },
  { task: '1.3', on: { daysAgo: 26 }, closedAfter: null, text: 'Hỗ trợ áp dụng truy xuất nguồn gốc.', villageAt: 4 },
  { task: '3.2', on: '2024-08-12', closedAfter: 30, text: 'Cho ý kiến đầu tư Wi-Fi nhà văn hóa ấp.', villageAt: 2 },
  { task: '3.2', on: '2025-02-18', closedAfter: 62, text: 'Cho ý kiến đầu tư hệ thống camera an ninh.', villageAt: 7 },
  { task: '3.2', on: '2026-03-16', closedAfter: 45, text: 'Cho ý kiến nâng cấp trạm quan trắc.', villageAt: 0 },
  { task: '7.4', on: '2024-06-11', closedAfter: 38, text: 'Đề nghị hướng dẫn thành lập Tổ Điều hành.', villageAt: 3 },
  // Since the districts ended nobody answers.
  {
    task: '7.4',
    on: '2025-08-19',
    closedAfter: null,
    text: 'Đề nghị hướng dẫn thành lập Tổ Điều hành của ấp.',
    villageAt: 7,
  },
]
