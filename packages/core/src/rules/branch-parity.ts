import type { Outcome } from '../decide/analysis.ts'
import { insertedVariable } from '../decide/message.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Profile } from '../profile/profile.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

/** Told only where the texts that lack something are fewer than those that have it. */
export const branchParity: TemplateRule = {
  name: 'branch-parity',
  group: 'message',
  severity: 'warning',
  summary: 'One language lacks what the others say: the brand, a value, the line for autofill.',
  on: 'template',
  about: 'liquid',
  check: (context) => {
    // What is read out is another kind of message than what is sent.
    const kinds = new Map<string | undefined, Outcome[]>()
    for (const outcome of messages(context)) {
      const kind = outcome.inputs && JSON.stringify(outcome.inputs)
      kinds.set(kind, [...(kinds.get(kind) ?? []), outcome])
    }
    return onePerPlace([...kinds.values()].flatMap((one) => compared(one, context.profile)))
  },
}

function compared(outcomes: readonly Outcome[], profile: Profile): readonly Finding[] {
  const contents = new Map(outcomes.map((outcome) => [outcome, contentsOf(outcome, profile)]))
  const all = new Set([...contents.values()].flatMap((set) => [...set]))
  return [...all].flatMap((content) => {
    const lacking = outcomes.filter((outcome) => !contents.get(outcome)!.has(content))
    if (lacking.length * 2 >= outcomes.length) return []
    return lacking.map((outcome) =>
      findingIn(
        outcome,
        { start: 0, end: outcome.rendered.text.length },
        `${textOfWhom(outcome)} lacks ${content}, which ${outcomes.length - lacking.length} other texts have`,
      ),
    )
  })
}

/** What a message says beside its words and the code. */
function contentsOf({ rendered }: Outcome, profile: Profile): ReadonlySet<string> {
  const names = rendered.parts
    .flatMap(({ inserted }) => (inserted === undefined ? [] : insertedVariable(profile, inserted)))
    .filter((name) => !profile.codeVariables.includes(name))
  const bound = /(?:^|\n)@\S+ #\S/.test(rendered.text)
  return new Set([
    ...names.map((name) => `\`${name}\``),
    ...(bound ? ['the line for autofill (`@host #code`)'] : []),
  ])
}
