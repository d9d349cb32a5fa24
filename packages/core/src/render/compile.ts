import { parse } from '../syntax/parse.ts'
import type { Template } from '../syntax/tree.ts'
import { type ArmLists, armLists } from './arms.ts'
import { liquid, type ParsedSource, parseForEngine } from './engine.ts'
import { failureOf } from './failure.ts'
import { limits } from './limits.ts'
import { replaceInParts, replacePlaceholders } from './parts.ts'
import type { Rendered, RenderFailure } from './rendered.ts'
import { Run, renderAll } from './run.ts'
import { Trace } from './trace.ts'

/** The engine's refusal. Nothing in this folder throws. */
export interface Refusal {
  readonly ok: false
  readonly failure: RenderFailure
}

/** The variables that Liquid sees: plain data. Never written to. */
export type Variables = Readonly<Record<string, unknown>>

/** What each `@@name@@` is replaced with, after Liquid. */
export type Placeholders = Readonly<Record<string, string>>

/** A template that the engine accepts, to be rendered many times. */
export interface Compiled {
  readonly source: string
  /** The exact message with its origin: which source made which characters, which arms were entered. */
  readonly render: (
    variables: Variables,
    placeholders?: Placeholders,
  ) => { readonly ok: true; readonly rendered: Rendered } | Refusal
  /** The exact message alone, for those who render a template for many values. */
  readonly renderText: (
    variables: Variables,
    placeholders?: Placeholders,
  ) => { readonly ok: true; readonly text: string } | Refusal
}

/**
 * Parses a template once for many renderings by the engine, within `limits`. The text depends on nothing but
 * source, variables and placeholders: `'now'` is one fixed instant in UTC, `sample` draws the first elements.
 * @param source UTF-16 text of any length and content
 * @param tree what `parse` makes of the source, where somebody has it already
 * @returns a refusal of kind `syntax` where LiquidJS rejects the source, `limit` where it costs too much
 */
export function compile(
  source: string,
  tree?: Template,
): { readonly ok: true; readonly compiled: Compiled } | Refusal {
  if (isPlain(source)) return { ok: true, compiled: plain(source) }
  return attempt(source, 'syntax', () => ({
    ok: true,
    compiled: compiledFrom(source, parseForEngine(source), tree),
  }))
}

/** Without an output or a tag the engine copies the source, and need not be asked: most templates are plain. */
const isPlain = (source: string): boolean =>
  source.length <= limits.source && !source.includes('{{') && !source.includes('{%')

function plain(source: string): Compiled {
  const whole = { start: 0, end: source.length }
  return {
    source,
    renderText: (_, placeholders = {}) => ({
      ok: true,
      text: replacePlaceholders(source, placeholders),
    }),
    render: (_, placeholders = {}) => {
      const parts = replaceInParts(source, [{ ...whole, source: whole }], placeholders)
      const text = replacePlaceholders(source, placeholders)
      const visits = { nodes: new Map([[0, 1]]), arms: new Map() }
      return { ok: true, rendered: { text, parts, arms: [], visits } }
    },
  }
}

/** Compiles and renders in one step, for a template that is rendered once. */
export function render(
  source: string,
  variables: Variables,
  placeholders?: Placeholders,
): ReturnType<Compiled['render']> {
  const result = compile(source)
  return result.ok ? result.compiled.render(variables, placeholders) : result
}

function compiledFrom(
  source: string,
  { templates, nodes }: ParsedSource,
  tree: Template | undefined,
): Compiled {
  let lists: ArmLists | undefined
  return {
    source,
    renderText: (variables, placeholders = {}) =>
      attempt(source, 'render', () => {
        const text = renderAll(templates, new Run(liquid(), variables))
        return { ok: true, text: replacePlaceholders(text, placeholders) }
      }),
    render: (variables, placeholders = {}) =>
      attempt(source, 'render', () => {
        lists ??= armLists(nodes, tree ?? parse(source))
        const trace = new Trace(lists)
        const text = renderAll(templates, new Run(liquid(), variables, trace))
        const parts = replaceInParts(text, trace.pieces, placeholders)
        const { arms, visits } = trace
        const rendered = { text: replacePlaceholders(text, placeholders), parts, arms, visits }
        return { ok: true, rendered }
      }),
  }
}

function attempt<T>(source: string, kind: 'syntax' | 'render', work: () => T): T | Refusal {
  try {
    return work()
  } catch (error) {
    return { ok: false, failure: failureOf(error, source, undefined, kind) }
  }
}
