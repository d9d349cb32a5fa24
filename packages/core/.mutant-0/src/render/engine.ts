import { Liquid, type Template } from 'liquidjs'
import { guardedFilters } from './filters.ts'
import { limits } from './limits.ts'
import { InlineComment, LimitedParser } from './parser.ts'
import { renderTemplates } from './run.ts'

/** The engine that renders, as every proof names it. */
export const engine = 'liquidjs 10.30.1'

let shared: Liquid | undefined

/** LiquidJS as lax as it comes, without files and with its cost limited; made at the first call. */
export function liquid(): Liquid {
  if (shared !== undefined) return shared
  shared = new Liquid({
    // No files. With a prototype, `include 'constructor'` would find one.
    templates: Object.create(null),
    parseLimit: limits.source,
    memoryLimit: limits.memory,
    ownPropertyOnly: true,
    strictFilters: false,
    strictVariables: false,
    timezoneOffset: 0,
    locale: 'en-US',
  })
  // Every tag renders its lists of nodes through this property. `limits.time` is kept there.
  Object.assign(shared, { renderer: { renderTemplates } })
  for (const [name, filter] of guardedFilters()) shared.registerFilter(name, filter)
  shared.registerTag('#', InlineComment)
  return shared
}

/** A template as LiquidJS renders it, and every node in it. */
export interface ParsedSource {
  readonly templates: Template[]
  readonly nodes: readonly Template[]
}

/**
 * Parses with LiquidJS.
 * @throws what LiquidJS throws, and `LimitError`; see `failureOf`
 */
export function parseForEngine(source: string): ParsedSource {
  const parser = new LimitedParser(liquid(), source)
  return { templates: parser.parse(source), nodes: parser.parsed }
}
