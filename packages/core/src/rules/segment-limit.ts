import type { TemplateRule } from '../lint/rule.ts'
import { segment } from '../sms/segment.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

export const segmentLimit: TemplateRule = {
  name: 'segment-limit',
  group: 'message',
  severity: 'warning',
  summary: 'A message takes more segments than allowed, each of which is billed.',
  on: 'template',
  about: 'sms',
  check: (context) => {
    const limit = context.segmentLimit
    if (limit === undefined) return []
    return onePerPlace(
      messages(context).flatMap((outcome) => {
        const { segments, encoding, units, parts } = segment(outcome.rendered.text)
        if (segments <= limit) return []
        const message = `${textOfWhom(outcome)} takes ${segments} segments (${encoding}, ${units} units) and ${limit === 1 ? 'one is' : `${limit} are`} allowed: each is billed`
        return [
          findingIn(
            outcome,
            { start: parts[limit]!.start, end: outcome.rendered.text.length },
            message,
          ),
        ]
      }),
    )
  },
}
