/** A place in a file, counted from 1, as a line of an error's stack names it. */
export interface Frame {
  /** What it is a place in. */
  readonly name: 'template' | 'snapshots'
  readonly path: string
  readonly line: number
  readonly column: number
}

/** Gives an error a stack of these places alone; Vitest shows the source around the first. */
export const at = <E extends Error>(error: E, frames: readonly Frame[]): E =>
  withStack(error, frames.map(stackLine))

/**
 * The line of a generated module that called a function, as a line of a stack; the module's source map leads to the
 * fixture.
 */
export function callOf(caller: (...args: never[]) => unknown): readonly string[] {
  const here: { stack?: string } = {}
  Error.captureStackTrace(here, caller)
  return (here.stack ?? '').split('\n').slice(1, 2)
}

/** Gives an error a stack of these lines. */
export function withStack<E extends Error>(error: E, lines: readonly string[]): E {
  error.stack = [`${error.name}: ${error.message}`, ...lines].join('\n')
  return error
}

export const stackLine = ({ name, path, line, column }: Frame): string =>
  `    at ${name} (${path}:${line}:${column})`
