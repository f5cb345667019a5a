// Words of the wall's frame: header, ribbon, what can't be shown.
import type { English } from '../../i18n/mirror.ts'

export const vi = {
  title: {
    overview: 'Toàn cảnh',
    village: 'Làng thông minh {{village}}',
    water: 'Nước và triều',
    air: 'Không khí và thời tiết',
    crops: 'Cây trồng và sâu bệnh',
    programme: 'Chương trình',
    funding: 'Kinh phí và báo cáo',
    alarms: 'Cảnh báo',
  },
  lost: {
    meaning: 'số liệu bên dưới là lần cuối nhận được',
  },
  unreadable: {
    heading: 'Chữ sẽ quá nhỏ để đọc',
    reason:
      'Người xem đứng cách {{distance}} m cần chữ cao hơn mức màn hình {{inches}} inch có thể chứa (ít nhất {{least}} ô số liệu cạnh bản đồ, chữ không dưới 16 phút góc).',
    proposal: 'Đề xuất',
    nearer: 'Đứng cách không quá {{distance}} m',
    larger: 'Dùng màn hình từ {{inches}} inch',
  },
} as const

export const en = {
  title: {
    overview: 'Overview',
    village: 'Smart village {{village}}',
    water: 'Water and tide',
    air: 'Air and weather',
    crops: 'Crops and pests',
    programme: 'Programme',
    funding: 'Funding and reports',
    alarms: 'Alarms',
  },
  lost: {
    meaning: 'the values below are the last received',
  },
  unreadable: {
    heading: 'The type would be too small to read',
    reason:
      'Readers {{distance}} m away need larger type than a screen of {{inches}} inches can hold (at least {{least}} tiles beside the map, no type below 16 arc minutes).',
    proposal: 'Proposal',
    nearer: 'Stand no farther than {{distance}} m',
    larger: 'Use screens of at least {{inches}} inches',
  },
} satisfies English<typeof vi>
