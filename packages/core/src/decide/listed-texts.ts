import type { Expression, Literal, Template } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'

/** One text of a list that a template spells out, with the signs around it as quotes. */
export type QuotedText = Literal & { readonly value: string }

export const isText = (expression: Expression): expression is QuotedText =>
  expression.type === 'literal' && expression.form === 'quoted'

/**
 * Tells which texts a value lists: those of `'sv,da,nb'`, itself or assigned to a name, split or not. A language
 * is asked for by `nordic contains tag` as well.
 */
export function listedTexts(template: Template): (value: Expression) => readonly QuotedText[] {
  const lists = new Map<string, QuotedText>()
  walk(template.nodes, (node) => {
    if (node.type !== 'assign' || node.value === undefined) return
    const { expression, filters } = node.value
    if (isText(expression) && filters.every(({ name }) => name === 'split'))
      lists.set(node.name, expression)
  })
  return (value) => {
    const list = value.type === 'variable' ? lists.get(String(value.path[0])) : value
    return list !== undefined && isText(list) ? itemsOf(list) : []
  }
}

const itemsOf = (list: QuotedText): readonly QuotedText[] =>
  [...list.value.matchAll(/[a-z\d_-]+/gi)].map(({ 0: value, index }) => ({
    ...list,
    value,
    start: list.start + index,
    end: list.start + index + value.length + 2,
  }))
