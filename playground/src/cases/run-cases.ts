import {
  type CaseRun,
  type FixtureCase,
  type PlacedMistakes,
  type Prepared,
  prepareFixture,
  readFixture,
  runCase,
  type SourceFile,
} from '@codeword/core'

/** The names under which a template and its cases are saved. */
export const templateName = 'otp.liquid'
export const fixtureName = 'otp.codeword.yaml'

/** What came of a fixture's text: its cases, or what is wrong with it. */
export type CaseRuns =
  | { readonly ok: true; readonly prepared: Prepared; readonly runs: readonly OneRun[] }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }

export interface OneRun {
  readonly each: FixtureCase
  readonly run: CaseRun
}

/**
 * Runs the cases of a fixture on a template.
 * @param text the fixture, as YAML
 * @param source the template, wherever the fixture says it is
 */
export async function runCases(text: string, source: SourceFile): Promise<CaseRuns> {
  const read = await readFixture(fixtureName, text)
  if (!read.ok) return read
  const result = await prepareFixture(read.fixture, source)
  if (!result.ok) return result
  const { prepared } = result
  const runs = prepared.fixture.cases.map((each) => ({ each, run: runCase(prepared, each) }))
  return { ok: true, prepared, runs }
}

export const hasFailed = ({ run }: OneRun): boolean => !run.ok || run.result.failures.length > 0
