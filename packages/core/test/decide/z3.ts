import { init, killThreads } from 'z3-solver'

export type Z3Answer = 'sat' | 'unsat' | 'unknown'

export interface Z3 {
  /**
   * Whether the assertions of an SMT-LIB script can hold together.
   * @param milliseconds after which the answer is `unknown`
   */
  readonly ask: (script: string, milliseconds: number) => Promise<Z3Answer>
  /** Its threads would keep the process alive. */
  readonly stop: () => Promise<void>
}

/** Starts Z3 as WebAssembly, which takes some tenths of a second. */
export async function startZ3(): Promise<Z3> {
  const { Context, em } = await init()
  const context = Context('main')
  return {
    // Scripts are read at once and only the search goes to another thread: `eval_smtlib2_string` gives a thread
    // a text that may be freed before it is read. A solver for each question is quicker than one for all.
    ask: async (script, milliseconds) => {
      const solver = new context.Solver()
      solver.set('timeout', milliseconds)
      solver.fromString(script)
      const answer = await solver.check()
      solver.release()
      return answer
    },
    stop: () => killThreads(em),
  }
}
