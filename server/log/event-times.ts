// Where an instant lies in a family's log. Time never goes back within a family, so halving finds it without an index.
import type { Store } from '../store/store.ts'

/** The smallest id after every event of the family that isn't later than `at`: the first later one has it or a larger one. */
export async function idAfter(
  store: Pick<Store, 'eventsOf'>,
  family: string,
  head: number,
  at: number,
): Promise<number> {
  let [low, high] = [0, head]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [next] = await store.eventsOf(family, middle, 1)
    if (next && next.at <= at) low = next.id
    else high = middle
  }
  return low + 1
}
