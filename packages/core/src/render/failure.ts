import { LiquidError, type Token } from 'liquidjs'
import { shortened } from '../text/shortened.ts'
import type { Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'
import { inWords, LimitError, limits } from './limits.ts'
import type { RenderFailure } from './rendered.ts'

/**
 * A failure on its way out of LiquidJS, put together at the innermost place that knows where it is. LiquidJS
 * lets its own kind of error pass unwrapped.
 */
export class Failed extends LiquidError {
  readonly failure: RenderFailure

  constructor(failure: RenderFailure, token: Token) {
    super(failure.message, token)
    this.failure = failure
  }
}

/**
 * Tells what went wrong, and where, in words for people.
 * @param error anything that was thrown while parsing or rendering
 * @param source the template's source
 * @param token the tag, output or text at work, where known
 * @param kind what it is if no limit was passed
 */
export function failureOf(
  error: unknown,
  source: string,
  token: Token | undefined,
  kind: 'syntax' | 'render',
): RenderFailure {
  if (error instanceof Failed) return error.failure
  const own = LiquidError.is(error) && error.token.input === source ? error.token : undefined
  const span = spanOf(own ?? token, source)
  const cause = (LiquidError.is(error) && error.originalError) || error
  if (cause instanceof LimitError) return { kind: 'limit', message: cause.message, span }
  const said = cause instanceof Error ? cause.message : String(cause)
  const passed = limitPassed(said)
  if (passed !== undefined) return { kind: 'limit', message: passed, span }
  const { name = '' } = (token ?? {}) as { readonly name?: string }
  return {
    kind,
    message: kind === 'render' && isFileTag(name) ? noFile(name) : oneLine(said),
    span,
  }
}

/** LiquidJS puts the place at the end of what it says, and whole tags into it. */
function oneLine(said: string): string {
  return shortened(visible(said.replace(/, line:\d+, col:\d+$/, '').replace(/\s+/g, ' ')), 120)
}

const spanOf = (token: Token | undefined, source: string): Span =>
  token === undefined
    ? { start: 0, end: source.length }
    : { start: token.begin, end: Math.max(token.begin, token.end) }

const isFileTag = (name: string): boolean => ['include', 'render', 'layout'].includes(name)

const noFile = (name: string): string =>
  `{% ${name} %} asks for another file, and a message has none.`

/** LiquidJS names two limits; the last is how JavaScript engines word an exhausted stack. */
function limitPassed(said: string): string | undefined {
  if (said === 'memory alloc limit exceeded')
    return `The message takes more than ${inWords(limits.memory)} characters and elements to make.`
  if (said === 'parse length limit exceeded')
    return `The template has more than ${inWords(limits.source)} characters.`
  if (/call stack|too much recursion/.test(said)) return 'The expressions are nested too deeply.'
  return undefined
}
