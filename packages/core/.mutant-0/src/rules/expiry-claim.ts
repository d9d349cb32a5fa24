import type { TemplateRule } from '../lint/rule.ts'
import { findingIn, messages, onePerPlace, textOfWhom } from './shared/messages.ts'

/** A number with the word for minutes in the languages that messages are most often written in. */
const minutes =
  /(?<![\d.,])(\d{1,3})[ \u00a0-]?(?:min(?!im)\p{L}{0,6}|мин|хв|λεπτ|分|분|دق|דק|phút|นาที|मिनट|dakika|perc)/iu

export const expiryClaim: TemplateRule = {
  name: 'expiry-claim',
  group: 'message',
  severity: 'info',
  summary: 'The text promises another lifetime than the connection gives the code.',
  on: 'template',
  check: (context) => {
    const seconds = context.surroundings.totp?.timeStep
    if (seconds === undefined) return []
    return onePerPlace(
      messages(context).flatMap((outcome) => {
        const claim = minutes.exec(outcome.rendered.text)
        if (claim === null || Number(claim[1]) * 60 === seconds) return []
        const span = { start: claim.index, end: claim.index + claim[0].length }
        const message = `${textOfWhom(outcome)} says ${claim[1]} minutes, and the code lives ${lifetime(seconds)} (\`totp.time_step\`: ${seconds})`
        return [findingIn(outcome, span, message)]
      }),
    )
  },
}

const lifetime = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} minute${seconds === 60 ? '' : 's'}` : `${seconds} seconds`
