import type { Question } from './analysis.ts'
import { type ValueSpace, valueSpace } from './domains/value-space.ts'
import { languageTests } from './language-tests.ts'
import type { Formulas } from './logic/formula.ts'
import { poolValues } from './questions/values.ts'
import { Solver } from './solve/solver.ts'
import { execute } from './symbolic/execute.ts'
import type { Program } from './symbolic/program.ts'

/** What was learnt about the formulas of a template holds for the next one of its shape. */
interface Session {
  readonly formulas: Formulas
  readonly solver: Solver
  readonly inputs: string
}

const sessions = new Map<string, Session>()
const mostSessions = 4
/** A store with more formulas than this is given up: what is learnt slows down what is asked. */
const mostFormulas = 20_000

/** The template as formulas and a solver, that of the last template with the same literals where there is one. */
export function begin(
  question: Question,
  languages: readonly string[],
  deadline: number,
): { readonly program: Program; readonly solver: Solver; readonly space: ValueSpace } {
  const { domain, template, profile, whenMissing } = question
  const tests = languageTests(template, profile.languageVariable)
  const literals = tests.map((test) => test.literal)
  const listed = typeof domain !== 'string'
  const space = valueSpace(question)
  const { languageVariable, resolvesLanguage } = profile
  const about = [languageVariable, resolvesLanguage, whenMissing, languages, literals]
  const key = JSON.stringify([...about, listed && domain])
  const session = reusable(sessions.get(key))
  sessions.delete(key)
  const program = execute(question, session?.formulas)
  const inputs = JSON.stringify([...program.inputs])
  const again = session?.inputs === inputs ? session.solver : undefined
  again?.restart(deadline)
  const candidates = listed ? domain : poolValues(languages, literals)
  const values = [...new Set(candidates.map(space.held))]
  const solver =
    again ?? new Solver(program.formulas, program.inputs, space, values, listed, deadline)
  if (sessions.size >= mostSessions) sessions.clear()
  sessions.set(key, { formulas: program.formulas, solver, inputs })
  return { program, solver, space }
}

/** What is unknown about one template, or read by a loop of it, says nothing about another. */
const reusable = (session: Session | undefined): Session | undefined =>
  session !== undefined &&
  session.formulas.size < mostFormulas &&
  !session.formulas.atoms.some(
    (atom) => atom?.kind === 'unknown' || (atom?.kind === 'text' && atom.predicate.local),
  )
    ? session
    : undefined
