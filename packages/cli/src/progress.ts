export interface Terminal {
  /** 0 where the terminal does not say, as many that programs make do not. */
  readonly columns: number
  write(text: string): unknown
}

/** How far a long run has come. */
export interface Progress {
  /** One more is done. */
  readonly step: () => void
  /** Erases the bar. */
  readonly end: () => void
}

/** A bar that is erased at once only flickers. */
const patience = 500
/** Milliseconds between two drawings. */
const pause = 100
/** Few files are done before anybody grows impatient, and asking for a terminal takes its time. */
const few = 20

/**
 * A progress bar on standard error where that is a terminal; elsewhere nothing. It has no colours, so that
 * `NO_COLOR` has nothing to take away.
 *
 * @param total how many steps there are
 * @param now milliseconds from any start
 */
export function progressOf(
  total: number,
  host: { readonly terminal?: Terminal | undefined },
  now: () => number = () => performance.now(),
): Progress {
  const terminal = total > few ? host.terminal : undefined
  if (terminal === undefined) return { step() {}, end() {} }
  let done = 0
  let next = now() + patience
  let drawn = false
  return {
    step() {
      done++
      const time = now()
      if (time < next) return
      next = time + pause
      drawn = true
      terminal.write(`\r${bar(done, total, terminal.columns || 80)}`)
    },
    end() {
      if (drawn) terminal.write('\r\x1b[K')
    },
  }
}

/** `[######------] 500 of 1000`, as wide as fits into a line. */
function bar(done: number, total: number, columns: number): string {
  const count = `${done} of ${total}`
  const width = Math.min(40, columns - count.length - 4)
  if (width < 1) return count.slice(0, columns - 1)
  const full = Math.floor((width * done) / total)
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${count}`
}
