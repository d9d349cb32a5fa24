import type { Node } from 'jsonc-parser'
import type { Path } from '../text/mistakes.ts'
import { type Span, spanOf } from '../text/span.ts'
import { readableJson } from './json-keywords.ts'
import { jsonLiteral } from './json-literal.ts'
import type { DuplicateKey, HostDocument, HostProblem } from './source-file.ts'

/**
 * Reads JSON as auth0-deploy-cli does once it has replaced its keywords, and keeps the place of
 * everything. Whatever comes before a mistake is read. The parser is loaded with the first file.
 */
export async function parseJson(text: string): Promise<HostDocument> {
  const { json, keywords, tooDeep } = readableJson(text)
  if (tooDeep !== undefined)
    return unread({ ...tooDeep, message: 'too many brackets, one in another' })
  const { parseTree, printParseErrorCode } = await import('jsonc-parser')
  const errors: Parameters<typeof parseTree>[1] = []
  const root = parseTree(json, errors, { disallowComments: true })
  const [error] = errors
  const problem = error && {
    // jsonc-parser lets a comment without an end reach beyond the text.
    ...spanOf(error.offset, Math.min(error.offset + error.length, text.length)),
    message: problems[printParseErrorCode(error.error)] ?? 'this is not JSON',
  }
  if (root === undefined) return unread(problem)
  const nodeAt = (path: Path): Node | undefined => path.reduce<Node | undefined>(inner, root)
  return {
    value: read(root, keywords),
    ...(problem !== undefined && { problem }),
    duplicateKeys: [...duplicateKeys(root, [])],
    spanAt: (path) => spanOfNode(nodeAt(path)),
    keyAt: (path) =>
      typeof path.at(-1) === 'string' ? spanOfNode(nodeAt(path)?.parent?.children?.[0]) : undefined,
    textAt: (path) => {
      const node = nodeAt(path)
      if (node?.type !== 'string' || keywords.has(node.offset)) return undefined
      return jsonLiteral(text, node.offset, node.offset + node.length)
    },
  }
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

const unread = (problem: HostProblem | undefined): HostDocument => ({
  value: undefined,
  ...(problem !== undefined && { problem }),
  duplicateKeys: [],
  spanAt: () => undefined,
  keyAt: () => undefined,
  textAt: () => undefined,
})

const spanOfNode = (node: Node | undefined): Span | undefined =>
  node && spanOf(node.offset, node.offset + node.length)

const keyOf = (property: Node): string => property.children?.[0]?.value

/** One step down. Of keys that stand twice the last counts, as in JSON.parse. */
function inner(node: Node | undefined, step: string | number): Node | undefined {
  if (typeof step === 'number') return node?.type === 'array' ? node.children?.[step] : undefined
  if (node?.type !== 'object') return undefined
  return node.children?.findLast((property) => keyOf(property) === step)?.children?.[1]
}

function read(node: Node | undefined, keywords: ReadonlyMap<number, string>): unknown {
  const children = node?.children ?? []
  if (node?.type === 'array') return children.map((child) => read(child, keywords))
  if (node?.type !== 'object') return keywords.get(node?.offset ?? -1) ?? node?.value
  // fromEntries makes `__proto__` a key like any other, and lets the last of two equal keys win.
  return Object.fromEntries(
    children.map((property) => [keyOf(property), read(property.children?.[1], keywords)]),
  )
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
    if (last.get(keyOf(property)) !== property) yield { path: inner, ...spanOfNode(key)! }
    yield* duplicateKeys(value, inner)
  }
}
