/**
 * Starts a clock that only runs while this process works: what else the machine does counts for nothing.
 * @returns the milliseconds of CPU since then, user and system
 */
export function cpuClock(): () => number {
  const started = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }
}
