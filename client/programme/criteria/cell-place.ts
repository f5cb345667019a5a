// A cell of the matrix as one parameter of the address: `tan-thuan-tay_1.3`. Pure; ids of villages have no underscore.

export type CellPlace = { readonly village: string; readonly indicator: string }

export const cellParameter = (village: string, indicator: string): string => `${village}_${indicator}`

export function cellPlaceOf(parameter: string | null): CellPlace | undefined {
  const at = parameter?.indexOf('_') ?? -1
  if (parameter === null || at < 1 || at === parameter.length - 1) return undefined
  return { village: parameter.slice(0, at), indicator: parameter.slice(at + 1) }
}
