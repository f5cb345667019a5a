// Every reason why a command about displays isn't done, with a sentence in both languages that says what to do.
import type { Refusal } from '../programme/command.ts'
import type { Words } from '../words.ts'
import { LEAST_TILES } from './canvas-layout.ts'
import { DISPLAY_LIMITS } from './limits.ts'
import type { Unreadable } from './readability.ts'

const metres = (value: number): Words => ({ vi: String(value).replace('.', ','), en: String(value) })

export const DISPLAY_REFUSALS = {
  'name-text': (): Words => ({
    vi: 'Tên phải đọc được: có chữ, không có ký tự ẩn.',
    en: 'The name must be readable: letters, no hidden characters.',
  }),
  'screen-twice': (id: string): Words => ({
    vi: `Hai màn hình cùng mã “${id}”. Mỗi màn hình một mã.`,
    en: `Two screens are called “${id}”. Give each its own id.`,
  }),
  'screens-overlap': (a: string, b: string): Words => ({
    vi: `Màn hình ${a} và ${b} chồng lên nhau. Dời một trong hai.`,
    en: `Screens ${a} and ${b} overlap. Move one of them.`,
  }),
  'screen-unknown': (id: string): Words => ({
    vi: `Không có màn hình “${id}” trong cấu hình này.`,
    en: `This profile has no screen “${id}”.`,
  }),
  'screen-used': (id: string, name: string): Words => ({
    vi: `Màn hình ${id} đang do “${name}” hiển thị. Chuyển “${name}” sang màn hình khác trước khi bỏ.`,
    en: `Screen ${id} is shown by “${name}”. Give “${name}” another one before you take it away.`,
  }),
  'screen-groups': (id: string, count: number): Words => ({
    vi: `Màn hình ${id} thuộc ${count} nhóm. Mỗi màn hình thuộc đúng một nhóm.`,
    en: `Screen ${id} is in ${count} groups. Put each screen in exactly one.`,
  }),
  'group-shape': (ids: string): Words => ({
    vi: `Nhóm ${ids} không xếp thành hàng, cột hay ô 2×2 gồm các màn hình cùng cỡ, cách nhau không quá ${DISPLAY_LIMITS.bezel.max} điểm ảnh. Sắp lại hoặc tách nhóm.`,
    en: `Group ${ids} is no row, column or 2×2 square of screens of one size, at most ${DISPLAY_LIMITS.bezel.max} pixels apart. Arrange it anew or split it.`,
  }),
  unreadable: (id: string, distance: number, inches: number, { farthestMetres, leastInches }: Unreadable): Words => {
    const far = farthestMetres === null ? null : metres(farthestMetres)
    const help = [
      ...(far ? [{ vi: `đứng cách không quá ${far.vi} m`, en: `stand no farther than ${far.en} m` }] : []),
      ...(leastInches === null
        ? []
        : [{ vi: `dùng màn hình từ ${leastInches} inch`, en: `use screens of at least ${leastInches} inches` }]),
    ]
    return {
      vi: `Màn hình ${id} (${inches} inch) không đọc được từ ${metres(distance).vi} m: chữ 16 phút góc chỉ còn chỗ cho dưới ${LEAST_TILES} ô.${help.length > 0 ? ` Đề xuất: ${help.map(({ vi }) => vi).join(', hoặc ')}.` : ''}`,
      en: `Screen ${id} (${inches} inches) can't be read from ${metres(distance).en} m: at 16 arc minutes it holds fewer than ${LEAST_TILES} tiles.${help.length > 0 ? ` Proposal: ${help.map(({ en }) => en).join(', or ')}.` : ''}`,
    }
  },
  'profile-unknown': (id: string): Words => ({
    vi: `Không có cấu hình “${id}”.`,
    en: `There is no profile “${id}”.`,
  }),
  'profile-changed': (): Words => ({
    vi: 'Có người vừa sửa cấu hình này. Xem bản mới rồi sửa lại.',
    en: 'Somebody has just changed this profile. Look at the new one, then change it again.',
  }),
  'profile-used': (names: string): Words => ({
    vi: `Cấu hình đang dùng cho: ${names}. Chuyển các màn hình đó trước.`,
    en: `The profile is used by: ${names}. Move those displays first.`,
  }),
  'too-many-profiles': (): Words => ({
    vi: `Đã có ${DISPLAY_LIMITS.profiles} cấu hình. Xóa bớt trước.`,
    en: `There are ${DISPLAY_LIMITS.profiles} profiles already. Remove some first.`,
  }),
  'too-many-displays': (): Words => ({
    vi: `Đã có ${DISPLAY_LIMITS.displays} màn hình được đặt tên. Bỏ bớt trước.`,
    en: `${DISPLAY_LIMITS.displays} displays have names already. Forget some first.`,
  }),
  'display-unknown': (): Words => ({
    vi: 'Màn hình này chưa được đặt tên.',
    en: 'This display has no name yet.',
  }),
} as const satisfies Readonly<Record<string, (...about: never[]) => Words>>
export type DisplayRefusalCode = keyof typeof DISPLAY_REFUSALS

export type RefuseDisplay = <C extends DisplayRefusalCode>(
  code: C,
  field: string | null,
  ...about: Parameters<(typeof DISPLAY_REFUSALS)[C]>
) => void

export function displayRefusalOf<C extends DisplayRefusalCode>(
  code: C,
  field: string | null,
  ...about: Parameters<(typeof DISPLAY_REFUSALS)[C]>
): Refusal {
  // The code and its parameters belong together; TypeScript can't follow that through the table.
  const words = (DISPLAY_REFUSALS[code] as (...about: Parameters<(typeof DISPLAY_REFUSALS)[C]>) => Words)(...about)
  return { code, field, ...words }
}
