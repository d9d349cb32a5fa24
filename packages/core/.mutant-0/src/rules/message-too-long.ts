import type { TemplateRule } from '../lint/rule.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

export const messageTooLong: TemplateRule = {
  name: 'message-too-long',
  group: 'message',
  severity: 'error',
  summary: 'A message is too long to be sent at all.',
  on: 'template',
  check: (context) => {
    const limit = context.profile.limits.message
    return onePerPlace(
      messages(context)
        .filter(({ rendered }) => rendered.text.length > limit)
        .map((outcome) => {
          const { length } = outcome.rendered.text
          const message = `${textOfWhom(outcome)} has ${length} characters; more than ${limit} are refused, so these customers get nothing. Shorten it`
          return findingIn(outcome, { start: limit, end: length }, message)
        }),
    )
  },
}
