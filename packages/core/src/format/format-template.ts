import { skipBlanks, trimBlanks } from '../syntax/blank.ts'
import { parse } from '../syntax/parse.ts'
import type { Markup, Node, Output, Template } from '../syntax/tree.ts'
import { collect, markupsOf } from '../syntax/walk.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { type Edit, textOf } from '../text/span.ts'
import { formatArguments } from './arguments.ts'
import { sameMeaning } from './same-meaning.ts'

/**
 * The edits that give a template its canonical layout, each of which leaves every rendered byte as it is for every
 * value: the tree after it says the same. None for a template that LiquidJS rejects.
 */
export function formatEdits(template: Template): readonly Edit[] {
  if (template.errors.length > 0) return []
  const edits = [
    ...collect(template.nodes, (node) => tagEdits(template.source, node)),
    ...caseLines(template),
  ]
  const needed = edits.filter((edit) => textOf(template.source, edit) !== edit.text)
  const isSafe = (some: readonly Edit[]): boolean => {
    const text = applyEdits(template.source, some)
    return text !== undefined && sameMeaning(template, parse(text))
  }
  if (isSafe(needed)) return needed
  const alone = needed.filter((edit) => isSafe([edit]))
  return isSafe(alone) ? alone : []
}

/** What these tags say is all in the tree, so it can be checked; what others say stays as it is. */
const readable: ReadonlySet<string> = new Set([
  ...['if', 'unless', 'elsif', 'case', 'when', 'assign', 'echo', 'for'],
])

function tagEdits(source: string, node: Node): readonly Edit[] {
  if (node.type === 'output') return [outputEdit(source, node)]
  return markupsOf(node)
    .filter(({ start, name }) => source.startsWith('{%', start) && !/^(?:#|liquid)$/.test(name))
    .map((markup) => tagEdit(source, markup))
}

function tagEdit(source: string, { start, end, name, args, trimLeft, trimRight }: Markup): Edit {
  const written = textOf(source, args)
  const said = readable.has(name) ? formatArguments(written) : written
  const inner = said === '' ? name : `${name} ${said}`
  return { start, end, text: `{%${dash(trimLeft)} ${inner} ${dash(trimRight)}%}` }
}

function outputEdit(source: string, { start, end, trimLeft, trimRight }: Output): Edit {
  const from = skipBlanks(source, start + 2 + (trimLeft ? 1 : 0), end)
  const to = trimBlanks(source, from, end - 2 - (trimRight ? 1 : 0))
  const inner = formatArguments(source.slice(from, to))
  return { start, end, text: `{{${dash(trimLeft)} ${inner} ${dash(trimRight)}}}` }
}

const dash = (trims: boolean): string => (trims ? '-' : '')

/** Each `when` of a `case`, its `else` and its end stand at the start of a line, where blanks before them are trimmed. */
function caseLines({ source, nodes }: Template): readonly Edit[] {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  return collect(nodes, (node) => {
    if (node.type !== 'case') return []
    const tags = [...node.arms.map(({ tag }) => tag), ...(node.closing ? [node.closing] : [])]
    return tags.flatMap(({ start, trimLeft }) => {
      const from = trimBlanks(source, node.opening.end, start)
      const isDue =
        trimLeft && source.startsWith('{%', start) && !/[\r\n]/.test(source.slice(from, start))
      return isDue ? [{ start: from, end: start, text: lineEnd }] : []
    })
  })
}
