import type { Prepared } from '../fixture/prepared.ts'
import { languageValue } from '../fixture/rendering.ts'
import { mergedVariables } from '../profile/examples.ts'
import { mutateTemplate } from './mutate-template.ts'
import type { MutationCase } from './samples.ts'

/**
 * Plants faults in the template of a fixture and tells which of them its cases notice; see `mutateTemplate`.
 * @param budget milliseconds, for the prover
 */
export function mutateFixture(
  prepared: Prepared,
  budget?: number,
): ReturnType<typeof mutateTemplate> {
  const { fixture, opened } = prepared
  const { question } = opened
  const cases = fixture.cases.map((each): MutationCase => {
    const { name, variables } = each
    return {
      name,
      value: languageValue(prepared, each),
      ...(variables && { variables: mergedVariables(question.variables, variables) }),
    }
  })
  return mutateTemplate(question, cases, budget)
}
