import type { Finding } from '../../lint/diagnostic.ts'
import { auth0File } from '../auth0-file.ts'
import { onlyProblems } from '../object-kind.ts'
import type { SourceFile } from '../source-file.ts'
import { type HclBody, type HclFile, parseHcl } from './hcl-text.ts'
import { isOurs, mentionsResource, terraformDocument } from './terraform.ts'

/** Reads a Terraform file with resources of Auth0's; undefined for all others. */
export function openTerraform(path: string, text: string): SourceFile | undefined {
  if (!mentionsResource(text)) return undefined
  const file = parseHcl(text)
  const read = auth0File(path, text, terraformDocument(text, file), false)
  const connections = read?.connections.map((each) => ({ ...each, terraform: true }) as const) ?? []
  const found = read && { ...read, connections }
  const problems = file.problem === undefined ? interpolated(file) : []
  if (problems.length === 0) return found
  return {
    path,
    text,
    templates: found?.templates ?? [],
    connections: [...connections, onlyProblems(problems)],
  }
}

const templateArguments = [
  'template',
  'subject',
  'text',
  'enrollment_message',
  'verification_message',
]

/** Messages that only Terraform can tell, each with the reason why nothing is said about it. */
function interpolated({ body, interpolationOf }: HclFile): readonly Finding[] {
  const inBody = ({ attributes, blocks }: HclBody): readonly Finding[] => [
    ...templateArguments.flatMap((name): readonly Finding[] => {
      const node = attributes.get(name)
      const span = node && interpolationOf(node)
      if (span === undefined) return []
      const message =
        'Terraform puts this message together when it runs, so what customers get is not checked here. If this is meant to reach them as it stands, double its first character ($${, %%{)'
      return [{ ...span, severity: 'info', message }]
    }),
    ...blocks.flatMap((block) => inBody(block.body)),
  ]
  return body.blocks.filter(isOurs).flatMap((block) => inBody(block.body))
}
