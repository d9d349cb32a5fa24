import { execFileSync } from 'node:child_process'

export interface Measurement {
  readonly name: string
  /** CPU time of one call, user and system, in milliseconds: the median of all rounds. */
  readonly cpu: number
}

/**
 * Measures pieces of work in turns, so that whatever else the machine does falls on all alike.
 *
 * @param work by name; each is called as often as fits in about 50 ms of a round
 * @param rounds after one that warms up and is thrown away
 */
export function measure(
  work: Readonly<Record<string, () => unknown>>,
  rounds: number = 9,
): Measurement[] {
  const all = Object.entries(work).map(([name, call]) => ({
    name,
    call,
    calls: callsIn(50, call),
    samples: [] as number[],
  }))
  for (let round = 0; round <= rounds; round++)
    for (const { call, calls, samples } of all) {
      const cpu = cpuOf(() => {
        for (let i = 0; i < calls; i++) call()
      })
      if (round > 0) samples.push(cpu / calls)
    }
  return all.map(({ name, samples }) => ({ name, cpu: median(samples) }))
}

/**
 * The CPU time of `node -e 0` in milliseconds, the mean of `starts`: the unit in which times carry over from
 * machine to machine. Asks a POSIX shell, whose `times` prints user and system time of its children on the
 * second line, in steps of up to 10 ms.
 */
export function nodeStart(starts: number = 20): number {
  const script = `for i in $(seq ${starts}); do "$0" -e 0; done; times`
  const times = execFileSync('sh', ['-c', script, process.execPath], { encoding: 'utf8' })
  const ofChildren = [...times.split('\n')[1]!.matchAll(/(\d+)m([\d.]+)s/g)]
  const total = ofChildren.reduce((sum, [, m, s]) => sum + 60_000 * Number(m) + 1000 * Number(s), 0)
  return total / starts
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function callsIn(milliseconds: number, call: () => unknown): number {
  for (let calls = 1; ; calls *= 2) {
    const cpu = cpuOf(() => {
      for (let i = 0; i < calls; i++) call()
    })
    if (cpu >= milliseconds / 4) return Math.max(1, Math.round((calls * milliseconds) / cpu))
  }
}

/** CPU milliseconds of this thread alone: what V8's helpers collect and compile beside it is not waited for. */
export function threadCpu(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
