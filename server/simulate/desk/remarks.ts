// What simulated people at the centre write down. Words only.
import type { EntryKind } from '../../../shared/desk/command.ts'

export type Remark = { readonly kind: EntryKind; readonly text: string; readonly isOfVillage: boolean }

export const ENTRIES: readonly [Remark, ...Remark[]] = [
  { kind: 'phone', text: 'Gọi tổ vận hành trạm bơm: máy chạy bình thường, lưới chắn đã gỡ rác.', isOfVillage: true },
  {
    kind: 'phone',
    text: 'Tổ Điều hành làng báo nước trong đồng rút chậm, theo dõi thêm một con nước.',
    isOfVillage: true,
  },
  { kind: 'phone', text: 'Nhà mạng báo bảo trì sau 23 giờ, số liệu có thể về chậm.', isOfVillage: false },
  { kind: 'visit', text: 'Đến trạm mực nước: dây cáp còn tốt, đã lau tấm pin, siết lại hộp nối.', isOfVillage: true },
  { kind: 'visit', text: 'Kiểm tra tủ đèn đường cùng cán bộ xã, đã thay cầu chì.', isOfVillage: true },
  { kind: 'measure', text: 'Đọc thước nước tại chỗ, khớp với trạm.', isOfVillage: true },
  {
    kind: 'measure',
    text: 'Đo độ mặn bằng máy cầm tay ở đầu cống, chênh không đáng kể so với trạm.',
    isOfVillage: true,
  },
  { kind: 'note', text: 'Đã nhắc các xã nộp báo cáo tuần trước 16 giờ.', isOfVillage: false },
  { kind: 'note', text: 'Màn hình ở sảnh tối một lúc, tự lên lại; theo dõi thêm.', isOfVillage: false },
  { kind: 'note', text: 'Đoàn khách tham quan trung tâm 30 phút, không ảnh hưởng trực.', isOfVillage: false },
]

export const SUMMARIES: readonly [string, ...string[]] = [
  'Ca yên. Cảnh báo trong ca đã xác nhận, không có việc chờ ca sau.',
  'Triều lên đúng dự kiến, các cống đã đóng. Ca sau theo dõi con nước tiếp theo và mở cống khi nước ròng.',
  'Một trạm mất số liệu do nguồn, đã báo cán bộ kỹ thuật. Ca sau gọi lại trước khi hết buổi.',
  'Đã nhắc hai đơn vị chậm báo cáo. Ca sau kiểm tra lại trên trang Chương trình.',
]
