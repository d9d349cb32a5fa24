import { inertJson } from '../../report/inert.ts'
import { placeOf } from '../../report/report.ts'
import { applyEdits } from '../../text/apply-edits.ts'
import { Lines } from '../../text/lines.ts'
import type { Mutant } from '../mutant.ts'
import type { Verdict } from '../verdict.ts'
import { endOf } from './ends.ts'
import type { MutatedFixture, MutationFormat } from './mutated-fixture.ts'

/**
 * For the viewers of mutation testing, version 2 of their format; the source is the template alone, never the file
 * around it. https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema
 */
export const mutationTesting: MutationFormat = (fixtures) => {
  const files: Record<string, object> = {}
  const testFiles: Record<string, object> = {}
  for (const [at, fixture] of fixtures.entries()) {
    const { opened, fixture: read } = fixture.prepared
    const place = placeOf(fixture.source.path, opened.embedded)
    // Two fixtures may speak of one template.
    files[place in files ? `${place} (${read.path})` : place] = fileOf(fixture, at)
    testFiles[read.path] = { tests: read.cases.map(({ name }, i) => ({ id: `${at}.${i}`, name })) }
  }
  return inertJson({ schemaVersion: '2', thresholds: { high: 80, low: 60 }, files, testFiles })
}

const statuses = {
  killed: 'Killed',
  survived: 'Survived',
  open: 'Survived',
  equivalent: 'Ignored',
} as const satisfies Record<Verdict['kind'], string>

function fileOf({ prepared, mutation }: MutatedFixture, at: number): object {
  const { opened, fixture } = prepared
  const { source } = opened.template
  const lines = new Lines(source)
  const killerOf = (verdict: Verdict): object =>
    verdict.kind === 'killed'
      ? { killedBy: [`${at}.${fixture.cases.findIndex(({ name }) => name === verdict.by)}`] }
      : {}
  return {
    language: 'html',
    source,
    mutants: mutation.mutants.map((mutant, i) => ({
      id: `${at}.${i}`,
      mutatorName: mutant.operator,
      description: mutant.fault,
      ...replacementOf(mutant, source, lines),
      status: statuses[mutant.verdict.kind],
      statusReason: endOf(mutant.verdict, opened.question),
      ...killerOf(mutant.verdict),
    })),
  }
}

/** From the first edit to the last one. */
function replacementOf({ edits }: Mutant, source: string, lines: Lines): object {
  const start = Math.min(...edits.map((edit) => edit.start))
  const end = Math.max(...edits.map((edit) => edit.end))
  const mutated = applyEdits(source, edits)!
  return {
    location: { start: lines.position(start), end: lines.position(end) },
    replacement: mutated.slice(start, mutated.length - (source.length - end)),
  }
}
