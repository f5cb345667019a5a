// What screens (and the alarms) are told of a series. Pure.
import type { CatalogueSeries } from '../../shared/protocol.ts'
import type { DeviceSeries } from '../registry/devices.ts'

export function catalogueEntry({ n, id, device, quantity, unit, intervalMs }: DeviceSeries): CatalogueSeries {
  const { name, village, lon, lat, source } = device
  return {
    n,
    id,
    device: device.id,
    deviceName: name,
    village,
    quantity: quantity.code,
    unit,
    lon,
    lat,
    intervalMs,
    source,
  }
}
