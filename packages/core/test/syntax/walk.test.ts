import { tags } from 'liquidjs'
import { expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import {
  allArms,
  armsOf,
  childrenOf,
  expressionsOf,
  filteredOf,
  pathOf,
  variableNames,
  variablesOf,
  walk,
} from '../../src/syntax/walk.ts'
import { printExpression, printFiltered } from './print.ts'

const source = `{% case a | f: b.c %}{% when 'x', d %}
{% for i in e['g'] limit: h %}{% if i == (1..j) k %}{{ l[m].n }}@@password@@{% else %}
{% liquid
  assign o = p
  cycle q: r, 's'.size
%}{% endif %}{% endfor %}{% endcase %}`

const { nodes } = parse(source)

test('walks parents before children, in source order', () => {
  const types: string[] = []
  walk(nodes, (node) => types.push(node.type))
  const inner = ['output', 'placeholder', 'text', 'liquid', 'assign', 'tag']
  expect(types).toEqual(['case', 'text', 'for', 'if', ...inner])
})

test('leaves out the children where the visitor says so', () => {
  const types: string[] = []
  walk(nodes, (node) => {
    types.push(node.type)
    return node.type !== 'for'
  })
  expect(types).toEqual(['case', 'text', 'for'])
})

test('lists arms, outer ones first', () => {
  expect(allArms(nodes).map(({ kind }) => kind)).toEqual(['when', 'body', 'if', 'else'])
  expect(armsOf({ type: 'junk', start: 0, end: 1 })).toEqual([])
})

test('lists the expressions of each node, those of its children left out', () => {
  const found: string[] = []
  walk(nodes, (node) => {
    const expressions = expressionsOf(node).map(printExpression)
    if (expressions.length > 0) found.push(`${node.type}: ${expressions.join(', ')}`)
  })
  expect(found).toEqual([
    "case: a, b.c, 'x', d",
    "for: e['g'], h",
    'if: i, ((1..j) == k)',
    'output: l[m].n',
    'assign: p',
    "tag: q, r, 's'.size",
  ])
})

test('lists the values with filters of each node', () => {
  const found: string[] = []
  walk(nodes, (node) => {
    found.push(...filteredOf(node).map(printFiltered))
  })
  expect(found).toEqual(['a | f: b.c', 'i ignoring ((1..j) == k)', 'l[m].n', 'p'])
})

test('lists variables with their spans, and names without repetition', () => {
  const template = parse(source)
  const texts = variablesOf(template).map(({ start, end }) => source.slice(start, end))
  expect(texts).toContain("e['g']")
  expect(texts).toContain('l[m].n')
  expect(texts).toContain('m')
  const names = [...variableNames(template)]
  expect(names).toEqual([
    'password',
    'a',
    'b.c',
    'd',
    'e.g',
    'h',
    'i',
    'j',
    'k',
    'm',
    'p',
    'q',
    'r',
  ])
})

test.each([
  ["a['b'].c", ['a', 'b', 'c']],
  ['a[b]', undefined],
  ["'x'.size", undefined],
])('the path of %s is %j', (text, expected) => {
  const [variable] = variablesOf(parse(`{{ ${text} }}`))
  expect(variable && pathOf(variable)).toEqual(expected)
})

test('a preamble is among the children of its case', () => {
  const [node] = parse('{% case a %}b{% when c %}d{% endcase %}').nodes
  expect(node && childrenOf(node).map(({ start }) => start)).toEqual([12, 25])
})

test('every tag of LiquidJS is known, and none that it has not', () => {
  const unknown = (name: string): boolean =>
    parse(`{% ${name} %}`).errors.some(({ code }) => code === 'unknown-tag')
  expect(Object.keys(tags).filter(unknown)).toEqual([])
  expect(['else', 'elsif', 'when', 'endif', 'endraw'].filter(unknown)).toEqual([])
  expect(['ifchanged', 'doc', 'style', 'toString'].filter((name) => !unknown(name))).toEqual([])
})
