import { engine } from '../../render/engine.ts'
import { inertJson } from '../../report/inert.ts'
import { Lines } from '../../text/lines.ts'
import type { Position } from '../../text/span.ts'
import { countsOf, scoreOf, type TestedMutant } from '../mutate-template.ts'
import type { MutatedFixture, MutationFormat } from './mutated-fixture.ts'

/** For programs. The shape is a promise: keys are added, never renamed or removed. */
export const json: MutationFormat = (fixtures) =>
  inertJson({
    version: 1,
    engine,
    score: scoreOf(fixtures.map(({ mutation }) => mutation)),
    fixtures: fixtures.map(fixtureJson),
  })

function fixtureJson({ prepared, source, mutation, cases, written }: MutatedFixture): object {
  const { embedded, profile, question } = prepared.opened
  const lines = new Lines(source.text)
  const place = (offset: number): Position & { readonly offset: number } => {
    const host = embedded.toHost(offset)
    return { ...lines.position(host), offset: host }
  }
  const mutantJson = ({ operator, fault, span, verdict }: TestedMutant): object => {
    const [start, end] = [place(span.start), place(span.end)]
    const { kind, ...rest } = verdict
    if (verdict.kind !== 'survived') return { operator, fault, start, end, status: kind, ...rest }
    const { before, after } = verdict
    const at = mutation.missing.indexOf(verdict.case)
    return {
      operator,
      fault,
      start,
      end,
      status: kind,
      case: at,
      before: before ?? null,
      after: after ?? null,
    }
  }
  return {
    path: prepared.fixture.path,
    template: { path: source.path, name: embedded.name },
    profile: profile.name,
    domain: question.domain,
    score: scoreOf([mutation]),
    counts: countsOf(mutation),
    mutants: mutation.mutants.map(mutantJson),
    cases: cases.map((one, at) => {
      const { value, realistic, fault } = mutation.missing[at]!
      return { ...one, witness: { value }, realistic, ...(fault && { fault }) }
    }),
    written,
  }
}
