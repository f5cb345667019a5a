// Neighbours that belong together. Pure.
export type GroupRun = { readonly group: string | undefined; readonly from: number; readonly count: number }

/** Runs of neighbours with the same group, in their order; a group that comes back later starts a run of its own. */
export function groupRuns(lines: readonly { readonly group?: string }[]): readonly GroupRun[] {
  const runs: GroupRun[] = []
  lines.forEach(({ group }, index) => {
    const last = runs.at(-1)
    if (last && last.group === group) runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ group, from: index, count: 1 })
  })
  return runs
}
