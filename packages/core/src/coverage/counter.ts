import type { Visits } from '../render/rendered.ts'

/** Adds up what the renderings of one template came by. */
export interface VisitCounter {
  readonly add: (visits: Visits) => void
  /** Of all that were added so far. */
  readonly total: Visits
}

export function visitCounter(): VisitCounter {
  const nodes = new Map<number, number>()
  const arms = new Map<number, number>()
  return {
    add: (visits) => {
      addTo(nodes, visits.nodes)
      addTo(arms, visits.arms)
    },
    total: { nodes, arms },
  }
}

function addTo(total: Map<number, number>, counts: ReadonlyMap<number, number>): void {
  for (const [place, times] of counts) total.set(place, (total.get(place) ?? 0) + times)
}
