import type { Question } from './analysis.ts'
import { type ValueSpace, valueSpace } from './domains/value-space.ts'
import { languageTests } from './language-tests.ts'
import { poolValues } from './questions/values.ts'
import { Solver } from './solve/solver.ts'
import { execute } from './symbolic/execute.ts'
import type { Program } from './symbolic/program.ts'

/**
 * A template as formulas, and a solver for them. Nothing of it is kept for the next one: what a search has learnt
 * decides which of many values it finds, and which template came before must not show.
 */
export function begin(
  question: Question,
  languages: readonly string[],
  deadline: number,
): { readonly program: Program; readonly solver: Solver; readonly space: ValueSpace } {
  const { domain, template, profile } = question
  const literals = languageTests(template, profile.languageVariable).map(({ literal }) => literal)
  const listed = typeof domain !== 'string'
  const space = valueSpace(question)
  const program = execute(question)
  const candidates = listed ? domain : poolValues(languages, literals)
  const values = [...new Set(candidates.map(space.held))]
  const solver = new Solver(program.formulas, program.inputs, space, values, listed, deadline)
  return { program, solver, space }
}
