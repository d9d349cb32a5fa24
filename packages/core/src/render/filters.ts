import { type FilterImplOptions, filters, type Token, toValue } from 'liquidjs'
import { Failed, failureOf } from './failure.ts'
import { extent, limits } from './limits.ts'
import { evaluate, type Run } from './run.ts'

type Handler = Extract<FilterImplOptions, (...args: never[]) => unknown>

/** Whether LiquidJS itself has a filter of that name. */
export const isFilter = (name: string): boolean => Object.hasOwn(filters, name)

/** LiquidJS's filters, each with its cost counted, and without what differs from host to host. */
export function guardedFilters(): ReadonlyMap<string, FilterImplOptions> {
  const table = new Map<string, FilterImplOptions>(Object.entries({ ...filters, sample }))
  for (const [name, handler] of table)
    if (typeof handler === 'function')
      table.set(name, guarded(name, dateFilters.includes(name) ? fixed(handler) : handler))
  return table
}

/** Charges to the memory limit what LiquidJS leaves out: slow work, and what a result unfolds to. */
function guarded(name: string, handler: Handler): Handler {
  const slowness = slow.get(name)
  return function (value, ...args) {
    const { memoryLimit } = this.context
    if (slowness !== undefined) memoryLimit.use(slowness(value, args[0]))
    let result: unknown
    try {
      result = evaluate(handler.apply(this, [value, ...args]), this.context as Run)
    } catch (error) {
      throw failed(error, name, args.length, this.token)
    }
    if (typeof result === 'object' || typeof result === 'string')
      memoryLimit.use(extent(result, limits.memory))
    return result
  }
}

/** A failure with the filter and its place; LiquidJS tells those of the whole output. */
function failed(error: unknown, name: string, given: number, token: Token | undefined): unknown {
  if (error instanceof Failed || token === undefined) return error
  const failure = failureOf(error, token.input, token, 'render')
  if (failure.kind === 'limit') return error
  const message = failure.message.endsWith('expect 2 arguments')
    ? `\`${name}\` has ${given === 0 ? 'no value' : `${given} values`}, and takes one. Write \`${name}: 'text'\``
    : `\`${name}\` fails: ${failure.message}`
  return new Failed({ ...failure, message, span: { start: token.begin, end: token.end } }, token)
}

/** Filters whose time is out of proportion to the memory that they take. */
const slow: ReadonlyMap<string, (value: unknown, argument: unknown) => number> = new Map([
  // Searched from the end, by comparing at each place.
  ['replace_last', comparisons],
  ['remove_last', comparisons],
  // Each conversion may build an `Intl.DateTimeFormat`, some 0.1 ms.
  ['date', (_, format) => (String(format ?? '').split('%').length - 1) * 2_000],
])

function comparisons(value: unknown, pattern: unknown): number {
  return (extent(value, limits.memory) * extent(pattern, limits.memory)) / 100
}

/** LiquidJS draws at random; here the first elements are drawn, so that a template has one text. */
function sample(input: unknown, count = 1): unknown {
  const value: unknown = toValue(input)
  if (value === null || value === undefined) return []
  const list = Array.isArray(value) ? value : [...String(value)]
  return count === 1 ? list[0] : list.slice(0, count)
}

const dateFilters: readonly string[] = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
]

/** Binds a date filter to one instant, UTC and US English instead of the host's clock, zone and locale. */
function fixed(handler: Handler): Handler {
  return function (value, format, ...rest) {
    const local = typeof format === 'string' ? inUsEnglish(format) : format
    return handler.apply(this, [instant(value), local, ...rest])
  }
}

/** The instant that `now` and `today` stand for, so that a template has one text at all times. */
const now = '2026-01-01T00:00:00Z'

/** A date and time without a zone is read as UTC; JavaScript would take the host's zone. */
const zoneless = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/

function instant(value: unknown): unknown {
  if (value === 'now' || value === 'today') return now
  if (typeof value === 'string' && zoneless.test(value)) return `${value.replace(' ', 'T')}Z`
  return value
}

/** LiquidJS prints `%c`, `%x` and `%X` in the host's locale whatever its `locale` option says. */
const inUsEnglish = (format: string): string =>
  format.replace(/%[%cxX]/g, (code) => usEnglish[code] ?? code)

const usEnglish: Readonly<Record<string, string>> = {
  '%c': '%-m/%-d/%Y, %-I:%M:%S %p',
  '%x': '%-m/%-d/%Y',
  '%X': '%-I:%M:%S %p',
}
