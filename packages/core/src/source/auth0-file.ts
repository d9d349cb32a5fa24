import { connections } from './connection.ts'
import { guardianTemplates } from './guardian-templates.ts'
import { type ObjectKind, unreadable } from './object-kind.ts'
import { phoneTemplate } from './phone-template.ts'
import type { HostDocument, SourceFile } from './source-file.ts'

const kinds: readonly ObjectKind[] = [connections, phoneTemplate, guardianTemplates]

const words = kinds.flatMap((kind) => kind.words).join('|')

const anyWord = new RegExp(`\\b(?:${words})\\b`)
const anyQuotedWord = new RegExp(`"(?:${words})"`)

/**
 * Whether a file may hold something of Auth0's, which only parsing it can tell.
 * @param quoted whether its syntax puts keys in double quotes
 */
export const mayConcernAuth0 = (text: string, quoted: boolean): boolean =>
  (quoted ? anyQuotedWord : anyWord).test(text)

/**
 * What a document holds of Auth0's.
 *
 * @param deployed whether auth0-deploy-cli may read the file
 * @returns undefined for all other documents
 */
export function auth0File(
  path: string,
  text: string,
  document: HostDocument,
  deployed: boolean,
): SourceFile | undefined {
  const found = kinds.flatMap(({ find }) => find(document, deployed) ?? [])
  if (document.problem === undefined) {
    if (found.length === 0) return undefined
    return {
      path,
      text,
      templates: found.flatMap(({ templates }) => templates),
      connections: found.flatMap((each) => each.connections),
    }
  }
  if (found.length === 0 && !strategy.test(text)) return undefined
  return { path, text, templates: [], connections: [unreadable(document)] }
}

/** Says in a text that cannot be read that it was meant to be a connection. */
const strategy = /\bstrategy["']?\s*[:=]?\s*["']?(?:sms|email)\b/
