import {
  type Liquid,
  Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import { Failed, failureOf } from './failure.ts'
import { inWords, LimitError, limits } from './limits.ts'

type ParsedTemplate = ReturnType<Parser['parseToken']>

/** LiquidJS's parser with its cost limited; every nested block passes through `parseToken` again. */
export class LimitedParser extends Parser {
  /** The nodes in the order in which they were completed: inner before outer. */
  readonly parsed: Template[] = []
  readonly #source: string
  readonly #deadline = Date.now() + limits.time
  #depth = 0
  #read = 0

  constructor(liquid: Liquid, source: string) {
    super(liquid)
    this.#source = source
  }

  override parseTokens(tokens: TopLevelToken[]): Template[] {
    if (tokens.length > limits.nodes)
      throw new LimitError(`The template has more than ${inWords(limits.nodes)} tags and texts.`)
    this.#read += (tokens.at(-1)?.end ?? 0) - (tokens[0]?.begin ?? 0)
    if (this.#read > limits.read) throw new LimitError('Blocks are nested too deeply.')
    return super.parseTokens(tokens)
  }

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ParsedTemplate {
    try {
      if (++this.#depth > limits.depth)
        throw new LimitError(`Blocks are nested more than ${inWords(limits.depth)} deep.`)
      if (Date.now() > this.#deadline)
        throw new LimitError(`The template takes more than ${limits.time} ms to read.`)
      const template = super.parseToken(token, rest)
      this.parsed.push(template)
      return template
    } catch (error) {
      // The name of a file to include is a template of its own: its tag is the place to show.
      if (error instanceof Failed || token.input !== this.#source) throw error
      throw new Failed(failureOf(error, this.#source, token, 'syntax'), token)
    } finally {
      this.#depth--
    }
  }
}

/**
 * `{% # … %}`. LiquidJS checks it with a regular expression whose time grows with the square of the blank
 * lines in it: 20 s for a comment of 190 kB.
 */
export class InlineComment extends Tag {
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid)
    const [, ...further] = token.args.split('\n')
    if (further.some((line) => /^[^#]/.test(line.trimStart())))
      throw new Error('Each line of an inline comment begins with #.')
  }

  override render(): void {}
}
