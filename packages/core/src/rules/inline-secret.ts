import type { Connection, ConnectionRule } from '../lint/rule.ts'
import { isMarker } from '../source/markers.ts'
import { type Path, pathText, valueAt } from '../text/mistakes.ts'

/** The Management API returns these in clear, and auth0-deploy-cli exports them so. */
const secrets: readonly { readonly path: Path; readonly power: string }[] = [
  {
    path: ['options', 'twilio_token'],
    power: 'can send texts in your name and at your cost',
  },
  {
    path: ['options', 'gateway_authentication', 'secret'],
    power: 'can pass for Auth0 at your SMS gateway',
  },
]

/** `***`, `<token>`, `${TOKEN}`, `$TOKEN`, `REDACTED`: what people and tools put in place of a secret. */
const standIn = /^(?:[*•.xX_-]*|<[^<>]*>|\$\{[^{}]*\}|\$[A-Z_][A-Z0-9_]*|\[?redacted\]?)$/i

/** https://developer.hashicorp.com/terraform/language/manage-sensitive-data */
function replacement(path: Path, { terraform }: Connection): string {
  const name = String(path.at(-1))
  return terraform
    ? `a variable such as var.${name}, declared with sensitive = true,`
    : `a keyword such as ##${name.toUpperCase()}##`
}

export const inlineSecret: ConnectionRule = {
  name: 'inline-secret',
  group: 'connection',
  severity: 'error',
  summary: 'Whoever reads the file can send texts in your name.',
  on: 'connection',
  *check(connection) {
    for (const { path, power } of secrets) {
      const value = valueAt(connection.value, path)
      const span = connection.spanAt(path)
      if (typeof value !== 'string' || span === undefined) continue
      if (isMarker(value) || standIn.test(value.trim())) continue
      const message = `\`${pathText(path)}\` stands here in clear: whoever reads this file ${power}. Replace it by ${replacement(path, connection)} and renew it`
      yield { ...span, message }
    }
  },
}
