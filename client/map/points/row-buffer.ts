// A buffer on the graphics card that follows an array of rows: made once, then written only where rows changed, right before a drawing.
import type { Attribute, Layer } from 'deck.gl'
import { ROW_SIZE, type Rows } from './mark-rows.ts'

type Device = Layer['context']['device']
export type RowBuffer = ReturnType<Device['createBuffer']>

export const createRowBuffer = (device: Device, { values }: Rows): RowBuffer => device.createBuffer({ data: values })

export function writeDirtyRows(buffer: RowBuffer, { values, dirty }: Rows): void {
  dirty.flush((first, end) =>
    buffer.write(values.subarray(first * ROW_SIZE, end * ROW_SIZE), first * ROW_SIZE * values.BYTES_PER_ELEMENT),
  )
}

/** The attribute of a layer whose rows are its instances: never filled by deck.gl, bound to the buffer of that moment. */
export const rowAttribute = (bufferNow: () => RowBuffer | undefined) => ({
  instanceRows: {
    size: ROW_SIZE,
    type: 'float32' as const,
    noAlloc: true,
    update: (attribute: Attribute) => {
      const buffer = bufferNow()
      if (buffer) attribute.setData({ buffer })
    },
  },
})
