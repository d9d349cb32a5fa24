import type { ExitCode } from './failure.ts'
import type { Host } from './host.ts'
import type { Arguments, Options } from './options.ts'

/** A command: one file of commands/ and one line in its index. */
export interface Command<O extends Options = Options> {
  /** How it is called: `codeword render FILE [options]`. */
  readonly usage: string
  /** One sentence or two for its help. */
  readonly about: string
  /** Command lines worth copying, for its help. */
  readonly examples: readonly string[]
  readonly options: O
  run(args: Arguments<O>, host: Host): Promise<ExitCode>
}

/** What can be asked for by name; only what is asked for is loaded. */
export interface CommandEntry {
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** A command that does several things, each with options of its own: `codeword connection pull`. */
export interface CommandGroup {
  readonly summary: string
  readonly actions: ReadonlyMap<string, CommandEntry>
}

/** Gives `run` the types of the option table. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command
