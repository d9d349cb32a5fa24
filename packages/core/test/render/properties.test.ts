import fc from 'fast-check'
import { Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/render/compile.ts'
import type { Rendered, RenderFailure } from '../../src/render/rendered.ts'
import { parse } from '../../src/syntax/parse.ts'
import type { Arm } from '../../src/syntax/tree.ts'
import { walk } from '../../src/syntax/walk.ts'
import { languageValue, mutated, template } from './templates.ts'

const numRuns = Number(process.env.CODEWORD_RUNS ?? 1_000)
const timeout = 10_000 + numRuns

const variablesFor = (value: string | null): Record<string, unknown> => ({
  request_language: value,
  items: ['a', ['b', null], 3],
})

const code = '123456'
const placeholders = { password: code, code }

/** LiquidJS on its own, for comparison; `{% mark n %}` writes n down and prints nothing. */
const marks: number[] = []
class MarkTag extends Tag {
  readonly #offset: number
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid)
    this.#offset = Number(this.tokenizer.readIdentifier().content)
  }
  override render(): void {
    marks.push(this.#offset)
  }
}
const plain = new Liquid({ templates: {} })
plain.registerTag('mark', MarkTag)

const armsOf = (source: string): readonly Arm[] => {
  const arms: Arm[] = []
  walk(parse(source).nodes, (node) => {
    if ('arms' in node) arms.push(...node.arms)
  })
  return arms
}

/** A copy of the template with a mark right after the tag of each arm. */
function marked(source: string): string {
  const tags = armsOf(source).map(({ tag }) => tag)
  let copy = source
  for (const { start, end } of tags.toSorted((a, b) => b.end - a.end)) {
    const mark = source.startsWith('{%', start) ? `{% mark ${start} %}` : `\nmark ${start}\n`
    copy = copy.slice(0, end) + mark + copy.slice(end)
  }
  return copy
}

const both = (source: string, value: string | null): { text: string; rendered: Rendered } => {
  const result = compile(source)
  if (!result.ok) throw new Error(result.failure.message)
  const text = result.compiled.renderText(variablesFor(value), placeholders)
  const traced = result.compiled.render(variablesFor(value), placeholders)
  if (!text.ok) throw new Error(text.failure.message)
  if (!traced.ok) throw new Error(traced.failure.message)
  return { text: text.text, rendered: traced.rendered }
}

/** The text, or what kind of failure stands in its way. */
function alone(source: string, value: string | null): string {
  let templates: ReturnType<Liquid['parse']>
  try {
    templates = plain.parse(source)
  } catch {
    return 'syntax error'
  }
  try {
    const text = String(plain.renderSync(templates, variablesFor(value)))
    return `=${text.replaceAll('@@password@@', code).replaceAll('@@code@@', code)}`
  } catch {
    return 'render error'
  }
}

function attempts(source: string, value: string | null): { text: string; rendered: string } {
  const result = compile(source)
  const told = (failed: { failure: RenderFailure }): string => `${failed.failure.kind} error`
  if (!result.ok) return { text: told(result), rendered: told(result) }
  const text = result.compiled.renderText(variablesFor(value), placeholders)
  const traced = result.compiled.render(variablesFor(value), placeholders)
  return {
    text: text.ok ? `=${text.text}` : told(text),
    rendered: traced.ok ? `=${traced.rendered.text}` : told(traced),
  }
}

const forAll = (check: (source: string, value: string | null) => void): void =>
  fc.assert(fc.property(template, languageValue, check), { numRuns })

describe(`${numRuns} random templates`, { timeout }, () => {
  it('render as LiquidJS alone renders them', () => {
    forAll((source, value) => {
      const expected = String(plain.parseAndRenderSync(source, variablesFor(value)))
        .replaceAll('@@password@@', code)
        .replaceAll('@@code@@', code)
      const { text, rendered } = both(source, value)
      expect(text).toBe(expected)
      expect(rendered.text).toBe(expected)
    })
  })

  it('have parts that tile the text and copy their source', () => {
    forAll((source, value) => {
      const { text, parts } = both(source, value).rendered
      let at = 0
      for (const { start, end, source: from, inserted } of parts) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThan(start)
        at = end
        expect(0 <= from.start && from.start <= from.end && from.end <= source.length).toBe(true)
        const origin = source.slice(from.start, from.end)
        if (
          inserted === undefined &&
          !origin.startsWith('{% tablerow') &&
          !origin.startsWith('{%- tablerow')
        )
          expect(text.slice(start, end)).toBe(origin)
        if (inserted?.startsWith('@@')) expect(text.slice(start, end)).toBe(code)
        else if (inserted !== undefined) expect(origin).toContain(inserted)
      }
      expect(at).toBe(text.length)
    })
  })

  it('take the arms of the tree that marks in them show', () => {
    forAll((source, value) => {
      // After one of these a list still renders its first node: a mark would stand in for it.
      fc.pre(!/break|continue/.test(source))
      marks.length = 0
      plain.parseAndRenderSync(marked(source), variablesFor(value))
      const { arms } = both(source, value).rendered
      expect(arms.map(({ start }) => start)).toEqual([...new Set(marks)])
      const ends = new Map(armsOf(source).map((arm) => [arm.start, arm.end]))
      for (const { start, end } of arms) expect(end).toBe(ends.get(start))
    })
  })

  it('are refused, once mutated, where LiquidJS alone throws', () => {
    fc.assert(
      fc.property(mutated, languageValue, (source, value) => {
        const { text, rendered } = attempts(source, value)
        expect(text).toEqual(alone(source, value))
        expect(rendered).toEqual(text)
      }),
      { numRuns },
    )
  })
})
