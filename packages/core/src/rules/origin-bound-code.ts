import type { Outcome } from '../decide/analysis.ts'
import { fakeCodeFor } from '../decide/message.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

/**
 * A line that ties the code to a web origin must be the last line, exact to the character, or phones do not
 * offer to fill the code in: https://wicg.github.io/sms-one-time-codes/#format
 */
export const originBoundCode: TemplateRule = {
  name: 'origin-bound-code',
  group: 'message',
  severity: 'warning',
  summary: 'The line that lets phones fill the code in is not quite right, so they do not.',
  on: 'template',
  about: 'sms',
  check: (context) =>
    onePerPlace(
      messages(context).flatMap((outcome) => {
        const attempt = attempted.exec(outcome.rendered.text)
        if (attempt === null) return []
        const fault = faultOf(context, outcome, attempt)
        if (fault === undefined) return []
        const start = attempt.index + (attempt[0].startsWith('\n') ? 1 : 0)
        const span = { start, end: attempt.index + attempt[0].length }
        const message = `${textOfWhom(outcome)} has a line for autofill that phones ignore: ${fault}`
        return [findingIn(outcome, span, message)]
      }),
    ),
}

/** A line that begins like `@example.com` and goes on with `#`. */
const attempted = /(?:^|\n)([ \t]*)@([^\s@#]+\.[^\s@#]+)([ \t]*)#([ \t]*)([^\r\n]*)/

function faultOf(
  context: TemplateContext,
  outcome: Outcome,
  attempt: RegExpExecArray,
): string | undefined {
  const [line, indent, host, gap, space, rest] = attempt as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const code = fakeCodeFor(context.template.source)
  const after = outcome.rendered.text.slice(attempt.index + line.length)
  if (indent !== '') return 'it must start in the first column'
  if (/[^a-z0-9.-]/i.test(host))
    return `the host \`${host}\` must be a plain name, without port, path or accents`
  if (gap !== ' ') return 'exactly one space belongs between host and `#`'
  if (space !== '' || !rest.startsWith(code)) return 'the code must follow `#` at once'
  if (/^\s+%/.test(rest.slice(code.length)))
    return 'an embedded host is written ` @host`, not ` %host`'
  if (!/^(?: @[a-z0-9.-]+)?$/i.test(rest.slice(code.length))) return 'nothing may follow the code'
  if (after !== '')
    return `nothing may follow it, not even a line break: end the tag after it with \`{%-\``
  return undefined
}
