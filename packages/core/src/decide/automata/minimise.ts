import type { Machine } from './machine.ts'

/** The smallest machine with the same label for every word: its reachable states, merged by Moore's refinement. */
export function minimise(machine: Machine): Machine {
  const narrow = mergeColumns(reachable(machine))
  const { width, next, labels } = narrow
  const count = labels.length
  const seen = new Map<number, number>()
  let block = new Int32Array(count)
  for (let s = 0; s < count; s++) {
    const label = labels[s]!
    if (!seen.has(label)) seen.set(label, seen.size)
    block[s] = seen.get(label)!
  }
  let blocks = seen.size
  for (;;) {
    const [refined, found] = refine(block, width, next)
    block = refined
    if (found === blocks) break
    blocks = found
  }
  return mergeColumns(quotient(narrow, block, blocks))
}

/** One round: states stay together if they and all their successors are together. */
function refine(
  block: Int32Array,
  width: number,
  next: Int32Array,
): [Int32Array<ArrayBuffer>, number] {
  const count = block.length
  const refined = new Int32Array(count)
  const representatives: number[] = []
  const buckets = new Map<number, number[]>()
  for (let s = 0; s < count; s++) {
    let hash = block[s]!
    for (let i = s * width; i < s * width + width; i++)
      hash = (Math.imul(hash, 31) + block[next[i]!]!) | 0
    const bucket = buckets.get(hash)
    let id = bucket?.find((candidate) => alike(block, width, next, s, representatives[candidate]!))
    if (id === undefined) {
      id = representatives.length
      representatives.push(s)
      if (bucket) bucket.push(id)
      else buckets.set(hash, [id])
    }
    refined[s] = id
  }
  return [refined, representatives.length]
}

function alike(block: Int32Array, width: number, next: Int32Array, a: number, b: number): boolean {
  if (block[a] !== block[b]) return false
  for (let i = 0; i < width; i++)
    if (block[next[a * width + i]!] !== block[next[b * width + i]!]) return false
  return true
}

function quotient(machine: Machine, block: Int32Array, blocks: number): Machine {
  const { width } = machine
  const next = new Int32Array(blocks * width)
  const labels = new Int32Array(blocks)
  for (let s = 0; s < block.length; s++) {
    const b = block[s]!
    labels[b] = machine.labels[s]!
    for (let i = 0; i < width; i++) next[b * width + i] = block[machine.next[s * width + i]!]!
  }
  return { ...machine, start: block[machine.start]!, next, labels }
}

function reachable(machine: Machine): Machine {
  const { width } = machine
  const ids = new Int32Array(machine.labels.length).fill(-1)
  const order = [machine.start]
  ids[machine.start] = 0
  for (let i = 0; i < order.length; i++)
    for (let c = 0; c < width; c++) {
      const to = machine.next[order[i]! * width + c]!
      if (ids[to]! < 0) {
        ids[to] = order.length
        order.push(to)
      }
    }
  if (order.length === ids.length && machine.start === 0) return machine
  const next = new Int32Array(order.length * width)
  order.forEach((s, i) => {
    for (let c = 0; c < width; c++) next[i * width + c] = ids[machine.next[s * width + c]!]!
  })
  return { ...machine, start: 0, next, labels: Int32Array.from(order, (s) => machine.labels[s]!) }
}

/** Lets classes share a column where the whole table treats them alike. */
function mergeColumns(machine: Machine): Machine {
  const { width, next } = machine
  const count = machine.labels.length
  const first: number[] = []
  const merged = new Uint16Array(width)
  const buckets = new Map<number, number[]>()
  for (let c = 0; c < width; c++) {
    let hash = 7
    for (let s = 0; s < count; s++) hash = (Math.imul(hash, 31) + next[s * width + c]!) | 0
    const bucket = buckets.get(hash) ?? []
    let id = bucket.find((candidate) => sameColumn(machine, c, first[candidate]!))
    if (id === undefined) {
      id = first.length
      first.push(c)
      buckets.set(hash, [...bucket, id])
    }
    merged[c] = id
  }
  if (first.length === width) return machine
  const table = new Int32Array(count * first.length)
  for (let s = 0; s < count; s++)
    for (let c = 0; c < first.length; c++)
      table[s * first.length + c] = next[s * width + first[c]!]!
  const columns = machine.columns.map((column) => merged[column]!)
  return { ...machine, columns, width: first.length, next: table }
}

function sameColumn({ width, next, labels }: Machine, a: number, b: number): boolean {
  for (let s = 0; s < labels.length; s++)
    if (next[s * width + a] !== next[s * width + b]) return false
  return true
}
