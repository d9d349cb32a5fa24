import type { Question } from '../decide/analysis.ts'
import { nested } from '../fixture/nested.ts'
import type { Profile, VariableSchema } from '../profile/profile.ts'
import { schemaAt } from '../profile/schema-at.ts'
import type { Variables } from '../render/compile.ts'
import type { Expression, Template } from '../syntax/tree.ts'
import { collect, expressionsOf, pathOf, variablesOf, walkExpression } from '../syntax/walk.ts'
import type { KillingCase } from './killing-case.ts'

/** Of more literals and languages than this, not all are combined. */
const mostCombined = 16

/**
 * Cases to try where the prover leaves a mutant open: it does not guess what free variables hold.
 * @param languages those that the template serves
 */
export function* probes(
  { template, profile, domain }: Question,
  languages: readonly string[],
): Generator<KillingCase> {
  const some = [...new Set([...languages, 'en'])].slice(0, mostCombined)
  const values = typeof domain === 'string' ? [...some, null] : domain
  for (const variables of variants(template, profile))
    for (const value of values) yield { value, variables, realistic: true }
}

/**
 * One free variable at a time with another text: some text, and those that the template looks for, also in longer
 * ones; each with each value of the listed variables.
 */
function* variants(template: Template, profile: Profile): Generator<Variables> {
  const literals = textsIn(template).slice(0, mostCombined)
  const texts = ['Example', ...literals, ...literals.map((text) => `${text} Example`)]
  const own = new Set([profile.languageVariable, ...profile.codeVariables])
  const read = new Set(
    variablesOf(template).flatMap((variable) => pathOf(variable)?.join('.') ?? []),
  )
  const names = [...read].filter((name) => !own.has(name))
  const schemaOf = (name: string): VariableSchema | undefined =>
    schemaAt(profile.variables, name.split('.'))
  const listed = names.flatMap((name) =>
    (schemaOf(name)?.enum ?? []).map((value) => ({ [name]: value })),
  )
  for (const name of names) {
    const schema = schemaOf(name)
    if (schema?.type !== 'string' || schema.enum !== undefined) continue
    for (const others of [{}, ...listed])
      for (const text of texts) yield nested({ ...others, [name]: text })
  }
}

function textsIn({ nodes }: Template): readonly string[] {
  const texts = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.type === 'literal' && part.form === 'quoted') texts.add(String(part.value))
  }
  for (const expression of collect(nodes, expressionsOf)) walkExpression(expression, visit)
  return [...texts]
}
