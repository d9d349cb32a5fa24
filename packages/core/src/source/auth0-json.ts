import { connections } from './connection.ts'
import { guardianTemplates } from './guardian-templates.ts'
import { parseJson } from './json-text.ts'
import { mentionsDeployKeywords } from './markers.ts'
import { type ObjectKind, unreadable } from './object-kind.ts'
import { phoneTemplate } from './phone-template.ts'
import type { SourceFile } from './source-file.ts'

const kinds: readonly ObjectKind[] = [connections, phoneTemplate, guardianTemplates]

/** The folders in which auth0-deploy-cli looks. */
const deployFolder =
  /(?:^|[\\/])(?:connections|phone-templates|guardian[\\/]templates)[\\/][^\\/]+$/

/** Says in a text that cannot be read that it was meant to be a connection. */
const strategy = /"strategy"\s*:?\s*"(?:sms|email)"/

/** Reads a JSON file with something of Auth0's in it; undefined for all others. */
export async function openJson(path: string, text: string): Promise<SourceFile | undefined> {
  const candidates = kinds.filter(({ mentioned }) => mentioned.test(text))
  if (candidates.length === 0) return undefined
  const document = await parseJson(text)
  const deployed = deployFolder.test(path) || mentionsDeployKeywords(text)
  for (const { find } of candidates) {
    const found = find(document, deployed)
    if (found === undefined) continue
    if (document.problem === undefined) return { path, text, ...found }
    return { path, text, templates: [], connections: [unreadable(document)] }
  }
  if (document.problem === undefined || !strategy.test(text)) return undefined
  return { path, text, templates: [], connections: [unreadable(document)] }
}
