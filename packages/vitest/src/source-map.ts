/** A line of generated code and the place in the source that it stands for; all count from 0. */
export interface Mapping {
  readonly generated: number
  readonly line: number
  readonly column: number
}

/** A source map, version 3. */
export interface SourceMap {
  readonly version: 3
  readonly sources: string[]
  readonly sourcesContent: string[]
  readonly names: string[]
  readonly mappings: string
}

/**
 * The source map of code of which each line stands for one place in one file.
 *
 * Every mapping begins at column 0: frames of asynchronous code name that column, and Vitest finds nothing for one
 * before the first mapping of a line.
 *
 * @param path of the source
 * @param mappings in the order of the generated lines, at most one for each
 * @see https://tc39.es/ecma426/#sec-mappings
 */
export function lineMap(path: string, text: string, mappings: readonly Mapping[]): SourceMap {
  let result = ''
  let before = { generated: 0, line: 0, column: 0 }
  for (const mapping of mappings) {
    result += ';'.repeat(mapping.generated - before.generated)
    result += `AA${vlq(mapping.line - before.line)}${vlq(mapping.column - before.column)}`
    before = mapping
  }
  return { version: 3, sources: [path], sourcesContent: [text], names: [], mappings: result }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A number in base 64 VLQ: five bits a digit, lowest first, the sign in the lowest bit. */
function vlq(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2
  let text = ''
  do {
    const more = rest > 31
    text += digits[(rest & 31) | (more ? 32 : 0)]
    rest >>>= 5
  } while (rest > 0)
  return text
}
