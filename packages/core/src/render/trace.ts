import { RawTag, type Template, type Token, TokenKind } from 'liquidjs'
import type { Span } from '../text/span.ts'
import type { ArmLists, ArmPlace } from './arms.ts'
import type { Part, Visits } from './rendered.ts'
import type { Listener } from './run.ts'

/** Writes down which node made which characters, which arms were entered, and how often. */
export class Trace implements Listener {
  readonly pieces: Part[] = []
  readonly #nodes = new Map<number, number>()
  readonly #arms = new Map<ArmPlace, number>()
  readonly #lists: ArmLists
  #length = 0

  constructor(lists: ArmLists) {
    this.#lists = lists
  }

  /** Each arm once, in the order of their first entries. */
  get arms(): readonly Span[] {
    return [...this.#arms.keys()]
      .filter(({ written }) => written)
      .map(({ start, end }) => ({ start, end }))
  }

  get visits(): Visits {
    const arms = [...this.#arms].map(([{ start }, times]) => [start, times] as const)
    return { nodes: this.#nodes, arms: new Map(arms) }
  }

  enter(templates: readonly Template[]): void {
    const arm = this.#lists.get(templates)
    if (arm !== undefined) this.#arms.set(arm, (this.#arms.get(arm) ?? 0) + 1)
  }

  visit({ token: { begin } }: Template): void {
    this.#nodes.set(begin, (this.#nodes.get(begin) ?? 0) + 1)
  }

  write(text: string, by: Template): void {
    const start = this.#length
    this.#length += text.length
    this.pieces.push({ start, end: this.#length, ...originOf(by) })
  }
}

/** The tags that print a value; `tablerow` prints markup around its body. */
const printing = ['echo', 'cycle', 'increment', 'decrement']

function originOf(node: Template): Pick<Part, 'source' | 'inserted'> {
  const token = node.token as Token & Partial<TextToken & MarkupToken>
  const { begin, end, input } = token
  if (token.kind === TokenKind.HTML) {
    const { trimLeft, trimRight } = token as TextToken
    return { source: { start: begin + trimLeft, end: end - trimRight } }
  }
  const [from, to] = (token as MarkupToken).contentRange
  if (token.kind === TokenKind.Output)
    return { source: { start: begin, end }, inserted: input.slice(from, to) }
  if (node instanceof RawTag) return { source: rawBody(node) }
  // A line of a `liquid` tag ends before its line feed.
  const source = { start: begin, end: input.startsWith('{%', begin) ? end : to }
  const { name = '' } = token
  if (!printing.includes(name)) return { source }
  return { source, inserted: input.slice(from, to).slice(name.length).trim() }
}

interface TextToken {
  readonly trimLeft: number
  readonly trimRight: number
}

interface MarkupToken {
  readonly name?: string
  readonly contentRange: readonly [number, number]
}

/** LiquidJS keeps the tokens of a raw body in a property that its types call private. */
function rawBody(node: RawTag): Span {
  const { tokens } = node as unknown as { tokens: readonly Token[] }
  return {
    start: tokens[0]?.begin ?? node.token.end,
    end: tokens.at(-1)?.end ?? node.token.end,
  }
}
