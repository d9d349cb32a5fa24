import type { Finding } from '../../src/lint/diagnostic.ts'
import type { ConnectionRule } from '../../src/lint/rule.ts'
import { openSource } from '../../src/source/open-source.ts'

/** What a rule finds in a file, and what stands at its place. */
export interface Found extends Finding {
  readonly at: string
}

/** Runs a rule over every connection of a file. */
export async function findingsIn(
  rule: ConnectionRule,
  text: string,
  path = 'sms.json',
): Promise<readonly Found[]> {
  const source = await openSource(path, text)
  const found = source!.connections.flatMap((connection) => [...rule.check(connection)])
  return found.map((finding) => ({ ...finding, at: text.slice(finding.start, finding.end) }))
}
