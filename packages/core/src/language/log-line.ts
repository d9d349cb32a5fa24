import { quickEventLanguage } from './quick-event.ts'
import { requestLanguage } from './request.ts'

/** What one line says of a request: the value of the language variable, or why it says none. */
export type LineValue = string | null | NoValue

/** `unrelated`: an event that is no request for a code. `unreadable`: nothing that is known here. */
export interface NoValue {
  readonly line: 'unrelated' | 'unreadable'
}

const unrelated: NoValue = { line: 'unrelated' }
const unreadable: NoValue = { line: 'unreadable' }

/**
 * Reads one line of a list of real values: the value itself, or an event of Auth0's tenant log as JSON.
 *
 * A value may be a JSON text (`"nl"`). `null` and `-` are a missing header, as `jq -r` and access logs
 * write it; the empty line is an empty header. Of an event counts `details.body.request_language`, which
 * Auth0 writes with *Passwordless Login Code Sent* (type `cs`), else the language headers in
 * `details.request.headers` or `details.headers`; log streams wrap the event in `data`.
 * https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 *
 * @param line without its line end
 */
export function readLogLine(line: string): LineValue {
  if (line === '-' || line === 'null') return null
  if (line.startsWith('{')) {
    const quick = quickEventLanguage(line)
    return quick === undefined ? eventValue(parsed(line)) : quick
  }
  if (line.startsWith('[')) return unreadable
  if (!line.startsWith('"')) return line
  const text = parsed(line)
  return typeof text === 'string' ? text : unreadable
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

interface LogEvent {
  readonly details?: {
    readonly body?: unknown
    readonly request?: { readonly headers?: unknown }
    readonly headers?: unknown
  }
}

function eventValue(value: unknown): LineValue {
  if (!isObject(value)) return unreadable
  const { details } = (isObject(value.data) ? value.data : value) as LogEvent
  const { body, request, headers: outer } = details ?? {}
  if (isObject(body) && Object.hasOwn(body, 'request_language')) {
    const { request_language: language } = body
    return language === null || typeof language === 'string' ? language : unreadable
  }
  const headers = request?.headers ?? outer
  if (!isObject(headers)) return unrelated
  const texts = Object.entries(headers).flatMap(([name, header]) =>
    typeof header === 'string' ? [[name, header] as const] : [],
  )
  return requestLanguage(texts).value
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
