import { openTemplate } from '../check/open-template.ts'
import type { Visits } from '../render/rendered.ts'
import type { EmbeddedTemplate, SourceFile } from '../source/source-file.ts'
import { Lines } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { pointsOf } from './points.ts'

/**
 * The coverage of one file, as istanbul and all that reads its JSON take it. Lines count from 1, columns from 0.
 * Functions there are none.
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/docs/raw-output.md
 */
export interface FileCoverage {
  path: string
  statementMap: Record<string, CoverageRange>
  fnMap: Record<string, never>
  branchMap: Record<string, BranchCoverage>
  s: Record<string, number>
  f: Record<string, never>
  b: Record<string, number[]>
}

export interface BranchCoverage {
  type: 'if' | 'switch'
  line: number
  loc: CoverageRange
  locations: CoverageRange[]
}

export interface CoverageRange {
  start: CoveragePlace
  end: CoveragePlace
}

export interface CoveragePlace {
  line: number
  column: number
}

/**
 * Says how often each statement and each branch of the templates in a file was reached.
 * @param file with all of its templates: those that nobody rendered count as not reached
 * @param path as the report is to name the file
 * @param visitsOf what the renderings of a template came by; undefined where there were none
 */
export function fileCoverage(
  file: SourceFile,
  path: string,
  visitsOf: (template: EmbeddedTemplate) => Visits | undefined,
): FileCoverage {
  const lines = new Lines(file.text)
  const counted = file.templates.map((embedded) => {
    const placeOf = (offset: number): CoveragePlace => {
      const { line, column } = lines.position(embedded.toHost(offset))
      return { line, column: column - 1 }
    }
    return countedPoints(embedded, visitsOf(embedded), ({ start, end }) => ({
      start: placeOf(start),
      end: placeOf(end),
    }))
  })
  const statements = counted.flatMap((each) => each.statements)
  const branches = counted.flatMap((each) => each.branches)
  return {
    path,
    statementMap: Object.fromEntries(statements.map(({ range }, key) => [key, range])),
    fnMap: {},
    branchMap: Object.fromEntries(branches.map(({ branch }, key) => [key, branch])),
    s: Object.fromEntries(statements.map(({ times }, key) => [key, times])),
    f: {},
    b: Object.fromEntries(branches.map(({ times }, key) => [key, times])),
  }
}

interface Counted {
  readonly statements: readonly { readonly range: CoverageRange; readonly times: number }[]
  readonly branches: readonly { readonly branch: BranchCoverage; readonly times: number[] }[]
}

function countedPoints(
  embedded: EmbeddedTemplate,
  visits: Visits | undefined,
  rangeOf: (span: Span) => CoverageRange,
): Counted {
  const { statements, branches } = pointsOf(openTemplate(embedded).template)
  return {
    statements: statements.map(({ node, ...span }) => ({
      range: rangeOf(span),
      times: visits?.nodes.get(node) ?? 0,
    })),
    branches: branches.map(({ type, paths, ...span }) => {
      const loc = rangeOf(span)
      return {
        branch: { type, line: loc.start.line, loc, locations: paths.map(rangeOf) },
        times: paths.map(({ start }) => visits?.arms.get(start) ?? 0),
      }
    }),
  }
}
