import { type FileReport, lintSource } from '../check/lint-source.ts'
import { openTemplate } from '../check/open-template.ts'
import type { CheckOptions } from '../check/options.ts'
import type { Diagnostic, Fix } from '../lint/diagnostic.ts'
import { openSource } from '../source/open-source.ts'
import type { EmbeddedTemplate, SourceFile } from '../source/source-file.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { type Span, spanOf } from '../text/span.ts'
import { provable } from './broken-class.ts'
import { doubtAbout } from './prove-fix.ts'

/** A file after its fixes. */
export interface Fixed {
  readonly source: SourceFile
  /** What is left to say about it. Fixes that turned out not to be safe are suggestions there. */
  readonly report: FileReport
  /** What was done, in order. */
  readonly applied: readonly AppliedFix[]
  /** Fixes that should have been safe and are not, with the reason. */
  readonly heldBack: readonly HeldBack[]
}

export interface AppliedFix {
  readonly rule: string
  readonly title: string
  /** So many findings were fixed at once. */
  readonly findings: number
  /** The whole file after it. */
  readonly text: string
  /** True where it is proved that nobody's message changes but theirs whom the fault hit. */
  readonly safe: boolean
}

export interface HeldBack {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

/** Fixes that build on one another come to an end; this is for those that undo one another. */
const mostRounds = 500

/**
 * Fixes a file: applies what is proved to be safe, over and over, until nothing is left to apply. A fix is applied
 * only if the file can still be read, its own rule finds less, no other rule finds more (unless Liquid rejected the
 * template, which hid everything), and the message changes for nobody whom the fault does not hit.
 *
 * @param suggestions names of rules whose fixes are applied although they are not safe
 */
export async function fixSource(
  source: SourceFile,
  options: CheckOptions = {},
  suggestions: readonly string[] = [],
): Promise<Fixed> {
  let state: State = { source, report: lintSource(source, options) }
  const applied: AppliedFix[] = []
  const seen = new Set([source.text])
  for (let round = 0; ; round++) {
    const heldBack: HeldBack[] = []
    const step = await nextStep(state, { options, suggestions, seen }, heldBack)
    if (step === undefined || round === mostRounds) {
      return { source: state.source, report: lowered(state.report, heldBack), applied, heldBack }
    }
    state = step.state
    seen.add(state.source.text)
    applied.push(step.applied)
  }
}

interface State {
  readonly source: SourceFile
  readonly report: FileReport
}

interface Task {
  readonly options: CheckOptions
  readonly suggestions: readonly string[]
  /** Texts that the file had before. */
  readonly seen: ReadonlySet<string>
}

/** Fixes of one rule that are applied together. */
interface Candidate {
  readonly rule: string
  readonly diagnostics: readonly Diagnostic[]
  readonly fixes: readonly Fix[]
}

interface Step {
  readonly state: State
  readonly applied: AppliedFix
}

/** The first fix that can be applied. @param heldBack gets those that should have been safe and are not */
async function nextStep(state: State, task: Task, heldBack: HeldBack[]): Promise<Step | undefined> {
  for (const candidate of candidatesIn(state.report, task)) {
    const result = await attempt(state, candidate, task)
    if (typeof result !== 'string') return result
    const [diagnostic, ...others] = candidate.diagnostics
    const [fix] = candidate.fixes
    if (fix?.safe && diagnostic && others.length === 0)
      heldBack.push({ diagnostic, reason: result })
  }
  return undefined
}

/** All fixes of a rule together, then each by itself. */
function candidatesIn({ diagnostics }: FileReport, { suggestions }: Task): readonly Candidate[] {
  const isTried = (rule: string, fix: Fix): boolean =>
    fix.safe || provable.has(rule) || suggestions.includes(rule)
  return [...new Set(diagnostics.map(({ rule }) => rule))].flatMap((rule) => {
    const fixable = diagnostics
      .filter((diagnostic) => diagnostic.rule === rule)
      .flatMap((diagnostic) => {
        const fixes = (diagnostic.fixes ?? []).filter((fix) => isTried(rule, fix))
        return fixes.length > 0 ? [{ diagnostic, fixes }] : []
      })
    const all: Candidate = {
      rule,
      diagnostics: fixable.map(({ diagnostic }) => diagnostic),
      fixes: fixable.flatMap(({ fixes: [first] }) => first ?? []),
    }
    const single = fixable.flatMap(({ diagnostic, fixes }) =>
      fixes.map((fix): Candidate => ({ rule, diagnostics: [diagnostic], fixes: [fix] })),
    )
    return fixable.length > 1 ? [all, ...single] : single
  })
}

/** @returns why it cannot be applied, where it cannot */
async function attempt(
  { source, report }: State,
  { rule, diagnostics, fixes }: Candidate,
  { options, suggestions, seen }: Task,
): Promise<Step | string> {
  const text = applyEdits(
    source.text,
    fixes.flatMap(({ edits }) => edits),
  )
  if (text === undefined) return 'it overlaps with another one'
  if (seen.has(text)) return 'it would undo another one'
  const fixed = await openSource(source.path, text)
  if (fixed === undefined || !isSameShape(source, fixed)) return 'the file could not be read then'
  const after = lintSource(fixed, options)
  const pairs = changedTemplates(source, fixed)
  const opened = pairs.map(([old, young]) => {
    const before = openTemplate(old, options)
    return { before, after: openTemplate(young, { ...options, profile: before.profile }) }
  })
  const findings = countOf(report, rule) - countOf(after, rule)
  if (findings <= 0) return 'the fault would still be there'
  const wasRefused = opened.some((pair) => isRefused(pair.before))
  if (opened.some((pair) => isRefused(pair.after)) && !wasRefused) return 'Liquid would reject it'
  const state = { source: fixed, report: after }
  const done = (safe: boolean): Step => ({
    state,
    applied: { rule, title: fixes[0]?.title ?? '', findings, text, safe },
  })
  const added = addedRule(report, after)
  const isHidden = wasRefused && !opened.some((pair) => isRefused(pair.after))
  const doubt =
    added !== undefined && !isHidden
      ? `there would be another finding (${added})`
      : opened
          .map((pair) =>
            doubtAbout(
              { rule, spans: spansIn(pair.before.embedded, diagnostics) },
              pair.before,
              pair.after,
            ),
          )
          .find((one) => one !== undefined)
  if (doubt === undefined) return done(true)
  return suggestions.includes(rule) ? done(false) : doubt
}

const isRefused = ({
  template,
}: {
  readonly template: { readonly errors: readonly unknown[] }
}): boolean => template.errors.length > 0

const isSameShape = (a: SourceFile, b: SourceFile): boolean =>
  a.connections.length === b.connections.length &&
  a.templates.length === b.templates.length &&
  a.templates.every(({ name }, i) => name === b.templates[i]!.name)

/** The templates with another text, as they were and are. */
const changedTemplates = (
  { templates }: SourceFile,
  after: SourceFile,
): readonly (readonly [EmbeddedTemplate, EmbeddedTemplate])[] =>
  templates.flatMap((template, i) => {
    const young = after.templates[i]!
    return young.text === template.text ? [] : [[template, young] as const]
  })

/** Where diagnostics of the file stand in one of its templates. */
const spansIn = (
  { text, toHost, fromHost }: EmbeddedTemplate,
  diagnostics: readonly Diagnostic[],
): readonly Span[] =>
  diagnostics
    .filter(({ start, end }) => toHost(0) <= start && end <= toHost(text.length))
    .map(({ start, end }) => spanOf(fromHost(start), fromHost(end)))

const countOf = ({ diagnostics }: FileReport, rule: string): number =>
  diagnostics.filter((diagnostic) => diagnostic.rule === rule).length

/** A rule that finds more than before. */
const addedRule = (before: FileReport, after: FileReport): string | undefined =>
  after.diagnostics
    .map(({ rule }) => rule)
    .find((rule) => countOf(after, rule) > countOf(before, rule))

/** The report with the fixes that were held back as suggestions. */
function lowered(report: FileReport, heldBack: readonly HeldBack[]): FileReport {
  const isHeld = new Set(heldBack.map(({ diagnostic }) => diagnostic))
  return {
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) =>
      isHeld.has(diagnostic)
        ? { ...diagnostic, fixes: diagnostic.fixes?.map((fix) => ({ ...fix, safe: false })) ?? [] }
        : diagnostic,
    ),
  }
}
