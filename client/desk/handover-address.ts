// The addresses of the page where shifts are handed over. They keep the language.
import { addressPlus } from '../app/address.ts'
import { addressOfArea } from '../app/areas.ts'

export const entryAddress = (entry: string, search?: string): string =>
  addressPlus(addressOfArea('handover', search), { entry })
export const shiftAddress = (shift: string, search?: string): string =>
  addressPlus(addressOfArea('handover', search), { shift })
export const villageAddress = (village: string, series?: string, search?: string): string =>
  addressPlus(addressOfArea('map', search), { village, series })
