import type { Prepared } from '../../fixture/prepared.ts'
import type { Look } from '../../report/report.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Mutation } from '../mutate-template.ts'
import type { NewCase } from '../new-cases.ts'

/** A fixture, and what of its template's faults it notices. */
export interface MutatedFixture {
  readonly prepared: Prepared
  /** The file with the template, its path as people call it. */
  readonly source: SourceFile
  readonly mutation: Mutation
  /** What the fixture lacks, in the order of `mutation.missing`. */
  readonly cases: readonly NewCase[]
  /** Whether the sound ones of them were written into the fixture. */
  readonly written: boolean
}

/** A format of `codeword mutate`: one file of this folder and one line in index.ts. */
export type MutationFormat = (fixtures: readonly MutatedFixture[], look: Look) => string
