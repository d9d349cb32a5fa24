import type { Node } from 'jsonc-parser'
import type { Path } from '../../text/mistakes.ts'
import { type Span, spanOf } from '../../text/span.ts'
import { type HostContent, type HostNode, hostDocument } from '../host-tree.ts'
import type { DuplicateKey, HostDocument, HostedText } from '../source-file.ts'
import { readableJson } from './json-keywords.ts'
import { jsonLiteral } from './json-literal.ts'

/**
 * Reads JSON as auth0-deploy-cli does once it has replaced its keywords, and keeps the place of
 * everything. Whatever comes before a mistake is read. The parser is loaded with the first file.
 */
export async function parseJson(text: string): Promise<HostDocument> {
  const { json, keywords, tooDeep } = readableJson(text)
  if (tooDeep !== undefined)
    return hostDocument(undefined, {
      problem: { ...tooDeep, message: 'too many brackets, one in another' },
    })
  const { parseTree, printParseErrorCode } = await import('jsonc-parser')
  const errors: Parameters<typeof parseTree>[1] = []
  const root = parseTree(json, errors, { disallowComments: true })
  const [error] = errors
  const problem = error && {
    // jsonc-parser lets a comment without an end reach beyond the text.
    ...spanOf(error.offset, Math.min(error.offset + error.length, text.length)),
    message: problems[printParseErrorCode(error.error)] ?? 'this is not JSON',
  }
  return hostDocument(root && jsonTree(root, text, keywords), {
    problem,
    duplicateKeys: [...duplicateKeys(root, [])],
  })
}

/** jsonc-parser names its errors; these are the ones that it reports with comments disallowed. */
const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: texts need double quotes',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a key in double quotes belongs here',
  ValueExpected: 'a value belongs here',
  ColonExpected: 'a colon belongs before this',
  CommaExpected: 'a comma belongs before this',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the JSON ends before this',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing quote of this text is missing; a line end is written \\n',
  UnexpectedEndOfNumber: 'this number is cut off',
  InvalidUnicode: 'this text has a \\u without four hexadecimal digits',
  InvalidEscapeCharacter: 'this text has a backslash that JSON does not know; \\\\ writes one',
  InvalidCharacter: 'this text has a control character; a tab is written \\t',
}

const spanOfNode = ({ offset, length }: Node): Span => spanOf(offset, offset + length)

const keyOf = (property: Node): string => property.children?.[0]?.value

const nothing: HostContent = { kind: 'value', value: undefined }

function jsonTree(node: Node, text: string, keywords: ReadonlyMap<number, string>): HostNode {
  const made = (content: HostContent): HostNode => ({ ...spanOfNode(node), content })
  const { type, children = [], offset, length } = node
  if (type === 'array') {
    return made({ kind: 'list', items: children.map((child) => jsonTree(child, text, keywords)) })
  }
  if (type === 'object') {
    const members = children.map(({ children: [key, value] = [] }) => {
      const at = spanOfNode(key!)
      const inner = value ? jsonTree(value, text, keywords) : { ...at, content: nothing }
      return [String(key!.value), { ...inner, key: at }] as const
    })
    // Of keys that stand twice the last counts, as in JSON.parse.
    return made({ kind: 'object', members: new Map(members) })
  }
  const keyword = keywords.get(offset)
  if (type !== 'string' || keyword !== undefined) {
    return made({ kind: 'value', value: keyword ?? node.value })
  }
  const hosted = (): HostedText => jsonLiteral(text, offset, offset + length)
  return made({ kind: 'text', text: node.value, hosted })
}

function* duplicateKeys(node: Node | undefined, path: Path): Iterable<DuplicateKey> {
  const children = node?.children ?? []
  if (node?.type === 'array') {
    for (const [index, child] of children.entries()) yield* duplicateKeys(child, [...path, index])
    return
  }
  const last = new Map(children.map((property) => [keyOf(property), property]))
  for (const property of children) {
    const [key, value] = property.children ?? []
    const inner = [...path, keyOf(property)]
    if (last.get(keyOf(property)) !== property) yield { path: inner, ...spanOfNode(key!) }
    yield* duplicateKeys(value, inner)
  }
}
