/**
 * What one template may cost. Each figure lies far above every real Message (Auth0 stores 5,120 characters
 * of SMS and 20,480 of email template) and low enough that a hostile one stops within half a second.
 */
export const limits = {
  /** Characters of source. */
  source: 100_000,
  /** Characters that the parser reads: `{% liquid %}` in `{% liquid %}` is read once more at each level. */
  read: 1_000_000,
  /** Texts, outputs and tags. */
  nodes: 10_000,
  /** Blocks within blocks; LiquidJS recurses and would exhaust the stack at some 2,000. */
  depth: 1_000,
  /** Evaluations in one rendering: nodes, operands, operators, filters, elements that are compared. */
  work: 500_000,
  /** Characters written, those into `capture` included. */
  output: 500_000,
  /** Characters and elements of values and of the nodes rendered, summed over one rendering. */
  memory: 2_000_000,
  /** Milliseconds for parsing, and again for rendering: for what the counts do not foresee. */
  time: 2_000,
} as const

/** A figure as it stands in messages: `100,000`. */
export const inWords = (figure: number): string => figure.toLocaleString('en')

/** A template that costs more than `limits` allow; the message is for people. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}

/**
 * How many characters and elements a value unfolds to when it is printed or compared. Arrays may hold one
 * another many times over: 40 times `push: a` makes 2^40 elements of one.
 * @param enough counting stops above this
 */
export function extent(value: unknown, enough: number): number {
  if (typeof value === 'string') return value.length
  const items = Array.isArray(value) ? value : isPlain(value) ? Object.values(value) : []
  let total = 1
  for (const item of items) {
    if (total > enough) break
    total += extent(item, enough - total)
  }
  return total
}

/** What `group_by` makes, and what the context holds. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
