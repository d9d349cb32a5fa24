import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { blocks, meant, simpleTags } from '../syntax/names.ts'
import type { Markup, Node, SyntaxProblem, Template } from '../syntax/tree.ts'
import { armsOf, collect, walk } from '../syntax/walk.ts'
import { nearest } from '../text/nearest.ts'
import { textOf } from '../text/span.ts'

export const unknownTag: TemplateRule = {
  name: 'unknown-tag',
  group: 'syntax',
  severity: 'error',
  summary: 'The engine refuses a template with a tag that it does not know: nobody gets a message.',
  on: 'template',
  about: 'liquid',
  check: ({ template, profile }) => {
    const readAs = namesAsRead(template)
    const unknown = template.errors
      .filter(({ code, name = '' }) => code === 'unknown-tag' && !profile.tags.names.includes(name))
      .map((problem) => unknownName(problem, readAs.get(problem.start) ?? guess(problem.name!)))
    return [...unknown, ...elseIfs(template)]
  },
}

/** What the parser took the misspelt tags of a block for, by the offset of the name. */
function namesAsRead(template: Template): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  const add = (tag: Markup | undefined, name: string) => {
    if (tag && tag.name !== name) names.set(tag.nameSpan.start, name)
  }
  walk(template.nodes, (node) => {
    if ('opening' in node) add(node.opening, node.type)
    if ('closing' in node) add(node.closing, `end${node.type}`)
    for (const { tag, kind } of armsOf(node)) add(tag, kind === 'body' ? node.type : kind)
  })
  return names
}

/** What other languages call the tags that are no part of a block. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['switch', 'case'],
  ['set', 'assign'],
  ['let', 'assign'],
  ['var', 'assign'],
  ['foreach', 'for'],
  ['default', 'else'],
  ['otherwise', 'else'],
])

const tagNames: readonly string[] = [
  ...Object.keys(blocks).flatMap((name) => [name, `end${name}`]),
  ...['elsif', 'else', 'when', 'comment', 'endcomment', 'raw', 'endraw', 'liquid'],
  ...simpleTags,
]

const guess = (name: string): string | undefined =>
  meant(name) ?? foreign.get(name.toLowerCase()) ?? nearest(name, tagNames)

const refused = 'so the engine refuses the template and nobody gets a message'

function unknownName({ start, end, name = '' }: SyntaxProblem, tag: string | undefined): Finding {
  const message = `There is no tag \`${name}\`, ${refused}`
  if (tag === undefined) return { start, end, message }
  const isCertain = tag === name.toLowerCase() || tag === 'elsif'
  return {
    start,
    end,
    message: `${message}. ${isCertain ? `Write \`${tag}\`` : `Did you mean \`${tag}\`?`}`,
    fixes: [{ title: `Write \`${tag}\``, safe: isCertain, edits: [{ start, end, text: tag }] }],
  }
}

/** `else if` where `elsif` is meant: `if` refuses it, `unless` and `case` take it for `else`. */
const elseIfs = ({ source, nodes }: Template): readonly Finding[] =>
  collect(nodes, (node) =>
    armsOf(node)
      .filter(({ tag }) => tag.name === 'else' && /^if\s/.test(textOf(source, tag.args)))
      .map(({ tag }) => elseIf(tag, node)),
  )

function elseIf({ nameSpan, args }: Markup, { type }: Node): Finding {
  const span = { start: nameSpan.start, end: args.start + 'if'.length }
  if (type === 'case')
    return {
      ...span,
      message:
        '`case` has no `else if`: customers whom no `when` names get this text, whatever stands here. Write `when` or `else`',
    }
  const effect =
    type === 'if'
      ? refused
      : 'so customers whom nothing above names get this text, whatever stands here'
  return {
    ...span,
    message: `There is no tag \`else if\`, ${effect}. Write \`elsif\``,
    fixes: [{ title: 'Write `elsif`', safe: type === 'if', edits: [{ ...span, text: 'elsif' }] }],
  }
}
