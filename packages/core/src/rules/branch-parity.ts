import type { Outcome } from '../decide/analysis.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

/** Told only where the texts that lack something are fewer than those that have it. */
export const branchParity: TemplateRule = {
  name: 'branch-parity',
  group: 'message',
  severity: 'warning',
  summary: 'One language lacks what the others say: the brand, a value, the line for autofill.',
  on: 'template',
  check: (context) => {
    const code = new Set(context.profile.codeVariables)
    const { placeholders } = context.profile
    const outcomes = messages(context)
    const contents = new Map(
      outcomes.map((outcome) => [
        outcome,
        contentsOf(outcome, (name) => !code.has(placeholders[name] ?? name)),
      ]),
    )
    const all = new Set([...contents.values()].flatMap((set) => [...set]))
    return onePerPlace(
      [...all].flatMap((content) => {
        const lacking = outcomes.filter((outcome) => !contents.get(outcome)!.has(content))
        if (lacking.length * 2 >= outcomes.length) return []
        return lacking.map((outcome) =>
          findingIn(
            outcome,
            { start: 0, end: outcome.rendered.text.length },
            `${textOfWhom(outcome)} lacks ${content}, which ${outcomes.length - lacking.length} other texts have`,
          ),
        )
      }),
    )
  },
}

function contentsOf({ rendered }: Outcome, wanted: (name: string) => boolean): ReadonlySet<string> {
  const values = rendered.parts.flatMap(({ inserted }) =>
    inserted && wanted(inserted) ? [`\`${inserted}\``] : [],
  )
  const bound = /(?:^|\n)@\S+ #\S/.test(rendered.text)
    ? ['the line for autofill (`@host #code`)']
    : []
  return new Set([...values, ...bound])
}
