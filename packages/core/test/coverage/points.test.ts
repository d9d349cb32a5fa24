import fc from 'fast-check'
import { Liquid, Tag, type TagToken, type Template, TokenKind, type TopLevelToken } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { visitCounter } from '../../src/coverage/counter.ts'
import { type Points, pointsOf } from '../../src/coverage/points.ts'
import { compile } from '../../src/render/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { Node } from '../../src/syntax/tree.ts'
import { walk } from '../../src/syntax/walk.ts'
import type { Span } from '../../src/text/span.ts'
import { languageValue, template } from '../render/templates.ts'

const numRuns = Number(process.env.CODEWORD_RUNS ?? 500)

/** LiquidJS on its own; `{% mark n %}` counts n and prints nothing. */
const marks = new Map<string, number>()
class MarkTag extends Tag {
  readonly #name: string
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid)
    this.#name = this.tokenizer.readIdentifier().content
  }
  override render(): void {
    marks.set(this.#name, (marks.get(this.#name) ?? 0) + 1)
  }
}
const plain = new Liquid({ templates: {} })
plain.registerTag('mark', MarkTag)

const spansOf = (source: string, type: Node['type']): readonly Span[] => {
  const spans: Span[] = []
  walk(parse(source).nodes, (node) => {
    if (node.type === type) spans.push(node)
  })
  return spans
}

interface Insertion {
  readonly at: number
  readonly name: string
  /** Those at one offset stand in this order. */
  readonly order: number
  readonly otherwise?: boolean
}

/** A copy of a template with a mark before each statement and at the beginning of each way of a branch. */
function marked(source: string, { statements, branches }: Points): string {
  const lines = spansOf(source, 'liquid')
  const inLines = (at: number): boolean => lines.some(({ start, end }) => start < at && at < end)
  const insertions: Insertion[] = [...new Set(statements.map(({ node }) => node))].map((node) => ({
    at: node,
    name: `s${node}`,
    order: 2,
  }))
  for (const { paths } of branches)
    for (const { start, end } of paths)
      if (/^(?:\{%-?\s*)?end/.test(source.slice(start)))
        insertions.push({ at: start, name: `b${start}`, order: 1, otherwise: true })
      else insertions.push({ at: end, name: `b${start}`, order: 0 })
  insertions.sort((a, b) => b.at - a.at || b.order - a.order)
  let copy = source
  for (const { at, name, order, otherwise } of insertions) {
    const tags = [...(otherwise ? ['else'] : []), `mark ${name}`]
    const text = inLines(at)
      ? tags.map((tag) => (order === 0 ? `\n${tag}` : `${tag}\n`)).join('')
      : tags.map((tag) => `{% ${tag} %}`).join('')
    copy = copy.slice(0, at) + text + copy.slice(at)
  }
  return copy
}

const variablesFor = (value: string | null): Record<string, unknown> => ({
  request_language: value,
  items: ['a', ['b', null], 3],
})

/** What we count while a template is rendered for some values, by the names of the marks. */
function counted(source: string, points: Points, values: readonly (string | null)[]) {
  const result = compile(source)
  if (!result.ok) throw new Error(result.failure.message)
  const { add, total } = visitCounter()
  for (const value of values) {
    const rendering = result.compiled.render(variablesFor(value))
    if (!rendering.ok) throw new Error(rendering.failure.message)
    add(rendering.rendered.visits)
  }
  const names = new Map<string, number>()
  for (const { node } of points.statements) names.set(`s${node}`, total.nodes.get(node) ?? 0)
  for (const { start } of points.branches.flatMap(({ paths }) => paths))
    names.set(`b${start}`, total.arms.get(start) ?? 0)
  return names
}

/** What its blocks keep their bodies in. */
interface Lists {
  readonly branches?: readonly { readonly templates: Template[] }[]
  readonly templates?: readonly Template[]
  readonly elseTemplates?: readonly Template[]
}

/** The nodes of LiquidJS's own tree that do something, by their start. */
function doing(templates: readonly Template[]): readonly number[] {
  return templates.flatMap((node) => {
    const { token } = node
    const { name = '' } = token as { readonly name?: string }
    const of = node as unknown as Lists
    const inner = [
      ...(of.branches ?? []).flatMap((branch) => branch.templates),
      ...(of.templates ?? []),
      ...(of.elseTemplates ?? []),
    ]
    const isText = token.kind === TokenKind.HTML
    const isBlank = isText && token.getText().trim() === ''
    const isIdle = ['comment', '#', 'liquid', 'block'].includes(name)
    return [...(isBlank || isIdle ? [] : [token.begin]), ...doing(inner)]
  })
}

describe(`${numRuns} random templates`, { timeout: 10_000 + 10 * numRuns }, () => {
  it('are counted as marks in them count', () => {
    const reached = { statements: 0, branches: 0 }
    const values = fc.array(languageValue, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(template, values, (source, several) => {
        // After one of these a list still renders its first node: a mark would stand in for it.
        fc.pre(!/break|continue/.test(source))
        const points = pointsOf(parse(source))
        marks.clear()
        const copy = plain.parse(marked(source, points))
        for (const value of several) plain.renderSync(copy, variablesFor(value))
        const names = counted(source, points, several)
        const expected = [...names].map(([name]) => [name, marks.get(name) ?? 0])
        expect([...names]).toEqual(expected)
        for (const [name, times] of names)
          if (times > 1) reached[name.startsWith('s') ? 'statements' : 'branches']++
      }),
      { numRuns },
    )
    expect(Math.min(reached.statements, reached.branches)).toBeGreaterThan(numRuns / 10)
  })

  it('have the statements that LiquidJS has, and what it never renders', () => {
    fc.assert(
      fc.property(template, (source) => {
        const never: Span[] = []
        walk(parse(source).nodes, (node) => {
          if (node.type === 'case') never.push(...node.preamble)
        })
        const own = pointsOf(parse(source)).statements.map(({ node }) => node)
        const live = own.filter((at) => !never.some(({ start, end }) => start <= at && at < end))
        expect([...new Set(live)]).toEqual(doing(plain.parse(source)).toSorted((a, b) => a - b))
      }),
      { numRuns },
    )
  })
})
