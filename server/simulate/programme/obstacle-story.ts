// The obstacles and proposals of the simulated story: what is in the way, who must act, and how far each has come.
import type { Day, ObstacleKind } from '../../../shared/programme/facts.ts'

export type ObstacleMoveStory = {
  readonly afterDays: number
  readonly to: 'assigned' | 'answered' | 'escalated' | 'resolved' | 'raised'
  /** For `assigned` and `escalated`: days until somebody must have acted. */
  readonly dueDays?: number
}
const ASSIGNED = { afterDays: 3, to: 'assigned', dueDays: 30 } as const
const ANSWERED = { afterDays: 16, to: 'answered' } as const

/** How obstacles go. Each is raised first. */
export const WAYS = {
  raised: [],
  assigned: [ASSIGNED],
  overdue: [{ afterDays: 3, to: 'assigned', dueDays: 12 }],
  answered: [ASSIGNED, ANSWERED],
  escalated: [ASSIGNED, { afterDays: 24, to: 'escalated', dueDays: 30 }],
  resolved: [ASSIGNED, ANSWERED, { afterDays: 22, to: 'resolved' }],
  'resolved above': [
    ASSIGNED,
    { afterDays: 24, to: 'escalated', dueDays: 30 },
    { afterDays: 47, to: 'answered' },
    { afterDays: 60, to: 'resolved' },
  ],
  'raised again': [
    ASSIGNED,
    ANSWERED,
    { afterDays: 22, to: 'resolved' },
    { afterDays: 50, to: 'raised' },
    { afterDays: 54, to: 'assigned', dueDays: 120 },
  ],
} as const satisfies Readonly<Record<string, readonly ObstacleMoveStory[]>>

export type ObstacleStory = {
  readonly on: Day | { readonly daysAgo: number }
  readonly way: keyof typeof WAYS
  readonly kind?: ObstacleKind
  readonly title: string
  readonly text: string
  /** Who must act, as the plan names it. */
  readonly by: string
  /** The village whose commune raises it, by its place in the plan; null = the lead raises it for the whole province. */
  readonly villageAt: number | null
  readonly task?: string
}

export const OBSTACLES: readonly ObstacleStory[] = [
  {
    on: '2024-05-14',
    way: 'resolved',
    title: 'Chưa rõ cách tính hộ có kết nối Internet',
    text: 'Đề nghị hướng dẫn cách tính với hộ chỉ dùng mạng di động.',
    by: 'so-tttt',
    villageAt: 2,
    task: '6.1',
  },
  {
    on: '2024-06-24',
    way: 'resolved above',
    title: 'Thiếu kinh phí đối ứng của xã',
    text: 'Ngân sách xã không cân đối đủ phần đối ứng năm 2024.',
    by: 'so-tc',
    villageAt: 6,
    task: '5.1',
  },
  {
    on: '2024-07-15',
    way: 'resolved',
    kind: 'proposal',
    title: 'Đề nghị mở thêm lớp tập huấn cho Tổ Điều hành',
    text: 'Thành viên mới chưa qua lớp nào.',
    by: 'so-khcn',
    villageAt: 5,
    task: '1.2',
  },
  {
    on: '2024-08-06',
    way: 'resolved',
    title: 'Mã số vùng trồng chờ cấp quá lâu',
    text: 'Hồ sơ đã nộp từ tháng 5, chưa có kết quả.',
    by: 'so-nnptnt',
    villageAt: 8,
  },
  {
    on: '2024-09-10',
    way: 'resolved above',
    title: 'Đường truyền về trung tâm hay gián đoạn',
    text: 'Mất kết nối vào giờ cao điểm.',
    by: 'so-tttt',
    villageAt: 3,
    task: '3.3',
  },
  {
    on: '2024-10-22',
    way: 'resolved',
    title: 'Camera an ninh chưa có quy chế khai thác',
    text: 'Cần mẫu quy chế và biển báo.',
    by: 'cong-an-tinh',
    villageAt: 4,
  },
  {
    on: '2024-11-12',
    way: 'resolved',
    kind: 'proposal',
    title: 'Đề nghị hỗ trợ gian hàng trên sàn thương mại điện tử',
    text: 'Hợp tác xã cần hướng dẫn đăng ký và vận hành gian hàng.',
    by: 'so-khcn',
    villageAt: 4,
    task: '1.3',
  },
  {
    on: '2025-01-09',
    way: 'resolved',
    title: 'Hồ sơ sức khỏe điện tử chưa đồng bộ',
    text: 'Số liệu của trạm y tế và của hệ thống lệch nhau.',
    by: 'so-yt',
    villageAt: 6,
  },
  {
    on: '2025-02-20',
    way: 'resolved above',
    title: 'Thiết bị của đề tài hết bảo hành',
    text: 'Một số trạm ngừng gửi số liệu, chưa có nguồn sửa chữa.',
    by: 'so-tttt',
    villageAt: 1,
    task: '3.4',
  },
  {
    on: '2025-03-18',
    way: 'resolved',
    title: 'Chưa thống nhất mẫu nhật ký điện tử',
    text: 'Hai hợp tác xã dùng hai phần mềm khác nhau.',
    by: 'so-nnptnt',
    villageAt: 0,
  },
  {
    on: '2025-04-15',
    way: 'raised again',
    title: 'Wi-Fi nhà văn hóa ấp ngừng hoạt động',
    text: 'Hết hạn hợp đồng đường truyền.',
    by: 'so-tttt',
    villageAt: 7,
  },
  {
    on: '2025-07-08',
    way: 'escalated',
    title: 'Chưa có đơn vị làm bước sơ khảo thay cấp huyện',
    text: 'Cấp huyện kết thúc ngày 30/06/2025; đề nghị giao đơn vị thực hiện đánh giá sơ khảo và báo cáo định kỳ.',
    by: 'so-nv',
    villageAt: null,
    task: '7.2',
  },
  {
    on: '2025-08-26',
    way: 'resolved',
    title: 'Bàn giao hồ sơ làng thông minh khi sáp nhập xã',
    text: 'Hồ sơ giấy còn ở nơi làm việc cũ.',
    by: 'so-nv',
    villageAt: 2,
  },
  {
    on: '2025-10-14',
    way: 'resolved',
    title: 'Ngập do triều cường làm hỏng tủ điện trạm bơm',
    text: 'Hai tủ điện ngập nước, chưa vận hành từ xa được.',
    by: 'so-nnptnt',
    villageAt: 6,
  },
  {
    on: '2025-12-03',
    way: 'escalated',
    kind: 'proposal',
    title: 'Đề nghị ban hành bộ tiêu chí giai đoạn mới',
    text: 'Bộ tiêu chí hiện hành ghi giai đoạn 2021-2025.',
    by: 'so-khcn',
    villageAt: null,
    task: '6.1',
  },
  {
    on: '2026-02-24',
    way: 'resolved',
    title: 'Chậm thanh toán đợt cuối năm 2025',
    text: 'Hồ sơ quyết toán thiếu biên bản nghiệm thu.',
    by: 'so-tc',
    villageAt: 3,
    task: '5.2',
  },
  {
    on: '2026-04-20',
    way: 'answered',
    title: 'Ứng dụng của địa phương ngừng cập nhật sau sáp nhập',
    text: 'Người dân không gửi được phản ánh.',
    by: 'so-tttt',
    villageAt: 4,
  },
  {
    on: { daysAgo: 75 },
    way: 'overdue',
    title: 'Sản phẩm chưa đủ hồ sơ nâng hạng OCOP',
    text: 'Thiếu kiểm nghiệm và truy xuất nguồn gốc.',
    by: 'so-nnptnt',
    villageAt: 7,
  },
  {
    on: { daysAgo: 58 },
    way: 'escalated',
    title: 'Không có nguồn sửa trạm quan trắc',
    text: 'Ba trạm ngừng gửi số liệu, vượt phân cấp của xã.',
    by: 'so-tttt',
    villageAt: 1,
    task: '3.4',
  },
  {
    on: { daysAgo: 44 },
    way: 'overdue',
    title: 'Thiếu số liệu hộ dùng tài khoản thanh toán',
    text: 'Ngân hàng chưa cung cấp số liệu theo ấp.',
    by: 'so-tttt',
    villageAt: 0,
  },
  {
    on: { daysAgo: 33 },
    way: 'answered',
    title: 'Cách tính diện tích tưới điều khiển từ xa',
    text: 'Diện tích dùng chung trạm bơm giữa hai ấp tính cho ấp nào.',
    by: 'so-nnptnt',
    villageAt: 0,
    task: '6.4',
  },
  {
    on: { daysAgo: 19 },
    way: 'assigned',
    title: 'Chưa có người phụ trách dữ liệu ở xã mới',
    text: 'Công chức phụ trách đã chuyển công tác.',
    by: 'so-nv',
    villageAt: 1,
  },
  {
    on: { daysAgo: 12 },
    way: 'assigned',
    kind: 'proposal',
    title: 'Đề nghị hỗ trợ kinh phí mở rộng mô hình',
    text: 'Mở rộng sang hai ấp liền kề.',
    by: 'so-tc',
    villageAt: 8,
    task: '6.5',
  },
  {
    on: { daysAgo: 4 },
    way: 'raised',
    title: 'Trạm đo mực nước báo số liệu bất thường',
    text: 'Số đo tại trạm lệch so với thước nước.',
    by: 'so-tttt',
    villageAt: 5,
  },
]

export const SAYINGS: Readonly<Record<ObstacleMoveStory['to'], string>> = {
  assigned: 'Giao đơn vị xử lý và trả lời đúng hạn.',
  answered: 'Đã có văn bản trả lời (mô phỏng).',
  escalated: 'Vượt thẩm quyền; báo cáo UBND Tỉnh.',
  resolved: 'Đã giải quyết xong.',
  raised: 'Vướng mắc lặp lại, đề nghị xem xét tiếp.',
}
