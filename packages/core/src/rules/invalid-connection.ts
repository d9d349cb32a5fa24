import type { Finding, Fix } from '../lint/diagnostic.ts'
import type { Connection, ConnectionMistake, ConnectionRule } from '../lint/rule.ts'
import { type Path, pathText } from '../text/mistakes.ts'
import { type Span, spanOf } from '../text/span.ts'

export const invalidConnection: ConnectionRule = {
  name: 'invalid-connection',
  group: 'connection',
  severity: 'error',
  summary: 'Auth0 refuses the connection, so customers never get its message.',
  on: 'connection',
  *check(connection) {
    yield* connection.problems
    for (const mistake of connection.mistakes) yield finding(mistake, connection)
    yield* unlistedLanguage(connection)
  },
}

function finding(mistake: ConnectionMistake, connection: Connection): Finding {
  const { path, atKey, message, severity, meant } = mistake
  const span = place(connection, path, atKey)
  const consequence =
    severity === 'error' ? 'Auth0 refuses this connection' : "Auth0's reference rules this out"
  const fix: Fix = {
    title: `Write ${meant} without quotes`,
    safe: true,
    edits: [{ ...span, text: String(meant) }],
  }
  return {
    ...span,
    severity,
    message: `${consequence}: \`${pathText(path)}\` ${message}`,
    ...(meant !== undefined && { fixes: [fix] }),
  }
}

/** The nearest thing to a path that stands in the file. */
function place(connection: Connection, path: Path, atKey: boolean): Span {
  const found = atKey ? connection.keyAt(path) : connection.spanAt(path)
  if (found !== undefined) return found
  return path.length === 0 ? spanOf(0, 0) : place(connection, path.slice(0, -1), true)
}

/** Auth0's guide of 2016 sets it with a PATCH; https://github.com/auth0/docs/pull/1335 took that out. */
function* unlistedLanguage({ keyAt }: Connection): Iterable<Finding> {
  const span = keyAt(['options', 'request_language'])
  if (span === undefined) return
  const message =
    "`options.request_language` is not in Auth0's reference today. Where it still works, customers whose request has no X-Request-Language header get this language whatever their browser says"
  yield { ...span, severity: 'info', message }
}
