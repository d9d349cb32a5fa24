import { missing, readExpression, toExpression } from './expression.ts'
import { type Reader, Unreadable } from './reader.ts'
import type { Filter, FilterArgument, Filtered, SyntaxProblem } from './tree.ts'

/** A problem from `at` to the end of what the reader may read, or the whole tag if that is empty. */
export const problemAt = (
  reader: Reader,
  code: SyntaxProblem['code'],
  at: number,
  detail: string,
): SyntaxProblem => {
  const { start, end } = at < reader.N ? { start: at, end: reader.N } : reader.whole
  return { code, start, end, detail }
}

/**
 * Runs a reading step; what it throws becomes a problem where LiquidJS stood, or where the step
 * began if LiquidJS had run to the end by then. A stack overflow in LiquidJS's recursive reader is
 * the one error that is not `Unreadable`.
 */
export const attempt = <T>(
  reader: Reader,
  problems: SyntaxProblem[],
  code: SyntaxProblem['code'],
  read: () => T,
): T | undefined => {
  const from = reader.p
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) {
      const at = error.at < reader.N ? error.at : from
      problems.push(problemAt(reader, error.tooDeep ? 'too-deep' : code, at, error.message))
    } else problems.push(problemAt(reader, 'too-deep', from, 'nested too deep'))
    return undefined
  }
}

const readFilterArgument = (reader: Reader): FilterArgument | undefined => {
  const key = reader.readValue()
  if (!key) return undefined
  reader.skipBlank()
  if (reader.peek() !== ':') return { start: key.begin, end: key.end, value: toExpression(key) }
  reader.advance()
  const token = reader.readValue()
  const value = token ? toExpression(token) : missing(reader.p)
  return { start: key.begin, end: value.end, key: key.getText(), value }
}

const readFilterArguments = (reader: Reader): FilterArgument[] => {
  const args: FilterArgument[] = []
  do {
    reader.advance()
    const argument = readFilterArgument(reader)
    if (argument) args.push(argument)
    reader.skipBlank()
    if (!',|)'.includes(reader.peek())) {
      throw new Unreadable(`unexpected character ${reader.snapshot()}`, reader.p)
    }
  } while (reader.peek() === ',')
  return args
}

/** One filter after its `|`; undefined for a `|` at the very end, which LiquidJS lets pass. */
const readFilter = (reader: Reader): Filter | undefined => {
  const word = reader.readIdentifier()
  if (word.size() === 0 && reader.end()) return undefined
  if (word.size() === 0) throw new Unreadable('expected filter name', reader.p)
  const nameSpan = { start: word.begin, end: word.end }
  reader.skipBlank()
  const separator = reader.peek()
  const args = separator === ':' ? readFilterArguments(reader) : []
  if (!':|),'.includes(separator)) {
    throw new Unreadable('expected ":" after filter name', reader.p)
  }
  const end = Math.max(word.end, args.at(-1)?.end ?? 0)
  return { start: word.begin, end, name: word.content, nameSpan, args }
}

/**
 * Filters up to the end, or to the `,` or `)` where LiquidJS stops and ignores the rest.
 * Those before a fault are kept.
 */
const readFilters = (reader: Reader, problems: SyntaxProblem[]): Filter[] => {
  const filters: Filter[] = []
  for (;;) {
    reader.skipBlank()
    const next = reader.peek()
    if (next === '' || next === ')' || next === ',') return filters
    if (next !== '|') {
      problems.push(
        problemAt(reader, 'invalid-expression', reader.p, `unexpected ${reader.snapshot()}`),
      )
      return filters
    }
    reader.advance()
    const filter = attempt(reader, problems, 'invalid-filter', () => readFilter(reader))
    if (!filter) return filters
    filters.push(filter)
  }
}

/**
 * Reads `value | filter: argument, …` as LiquidJS's `readFilteredValue` does, but keeps what could
 * be read before a fault.
 * @returns undefined where there is no value; problems are added to `problems`.
 */
export const readFiltered = (reader: Reader, problems: SyntaxProblem[]): Filtered | undefined => {
  reader.skipBlank()
  const start = reader.p
  const before = problems.length
  const evaluated = attempt(reader, problems, 'invalid-expression', () => readExpression(reader))
  if (!evaluated) {
    if (problems.length === before) {
      problems.push(problemAt(reader, 'invalid-expression', start, 'invalid value expression'))
    }
    return undefined
  }
  const { expression, ignored } = evaluated
  const filters = readFilters(reader, problems)
  const last = filters.at(-1)?.end ?? ignored.at(-1)?.end ?? 0
  return { start, end: Math.max(expression.end, last), expression, filters, ignored }
}
