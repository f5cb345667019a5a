// Time that runs faster from one agreed moment on, the same for every process and page of a soak.

export type FastTime = {
  /** Epoch milliseconds from which on time runs faster. */
  readonly from: number
  readonly speed: number
}

/** Epoch milliseconds of the fast clock at a real moment. */
export const fastWall = ({ from, speed }: FastTime, real: number): number => Math.floor(from + (real - from) * speed)
