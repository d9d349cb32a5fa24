import { type CharSet, JS } from 'refa'
import { casedCharacters } from '../../src/decide/alphabet/characters.ts'
import type { Chain } from '../../src/decide/logic/chain.ts'
import type { Atom, Formula, Formulas } from '../../src/decide/logic/formula.ts'
import type { DomainName } from '../../src/language/domain.ts'
import { patternOf } from '../language/page.ts'

// Formulas in SMT-LIB 2.6, theory of Unicode strings: https://smt-lib.org/theories-UnicodeStrings.shtml
// Filters become functions on strings and comparisons regular expressions, none of it by automata of ours.

/** Thrown for what this file has no words for. */
class Untranslated extends Error {}

/**
 * A script that states that a formula holds for some value of a domain.
 * @throws Untranslated
 */
export function scriptOf(formulas: Formulas, asked: Formula, domain: DomainName): string {
  const texts = new Map<string, Text>()
  const lines = ['(declare-const nil Bool)', '(declare-const h String)']
  if (domain !== 'any') lines.push(`(assert (or nil (str.in_re h ${domainPattern(domain)})))`)
  for (const node of needed(formulas, asked)) {
    const atom = formulas.atoms[node]
    const term =
      atom === undefined
        ? `(and true ${formulas.parts[node]!.map(literal).join(' ')})`
        : atomTerm(atom, texts, lines)
    lines.push(`(define-fun n${node} () Bool ${term})`)
  }
  return [...lines, `(assert ${literal(asked)})`].join('\n')
}

const literal = (formula: Formula): string =>
  formula % 2 === 1 ? `(not n${formula >> 1})` : `n${formula >> 1}`

/** The nodes of a formula, parts before wholes. */
function needed(formulas: Formulas, asked: Formula): readonly number[] {
  const seen = new Set<number>()
  const stack = [asked >> 1]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    stack.push(...(formulas.parts[node] ?? []).map((part) => part >> 1))
  }
  return [...seen].sort((a, b) => a - b)
}

function atomTerm(atom: Atom, texts: Map<string, Text>, lines: string[]): string {
  if (atom.kind === 'nil') return 'nil'
  if (atom.kind !== 'text') throw new Untranslated(atom.kind)
  const text = filtered(atom.chain, texts, lines)
  const holds = membership(atom.predicate.key, text)
  return atom.onNil ? `(or nil ${holds})` : `(and (not nil) ${holds})`
}

/** A filtered text; `lowered` where its letters stand for either case. */
interface Text {
  readonly name: string
  readonly lowered: boolean
}

/** Each filtered text gets a name of its own, so that solvers see what is shared. */
function filtered({ key, operators }: Chain, texts: Map<string, Text>, lines: string[]): Text {
  const known = texts.get(key)
  if (known !== undefined) return known
  let text: Text = { name: 'h', lowered: false }
  let prefix = ''
  for (const operator of operators) {
    prefix += `|${operator.key}`
    let next = texts.get(prefix)
    if (next === undefined) {
      const [name, ...args] = JSON.parse(operator.key) as [string, ...(string | number)[]]
      next = filter(name, args, text, `t${texts.size}`, lines)
      texts.set(prefix, next)
    }
    text = next
  }
  return text
}

function filter(
  filterName: string,
  args: readonly (string | number)[],
  { name: from, lowered }: Text,
  name: string,
  lines: string[],
): Text {
  const term = (): string => {
    const [first, second] = args
    if (filterName === 'piece' && second === 0 && !/\p{Cased}/u.test(String(first))) {
      const at = `(str.indexof ${from} ${quoted(String(first))} 0)`
      return `(ite (str.contains ${from} ${quoted(String(first))}) (str.substr ${from} 0 ${at}) ${from})`
    }
    if (filterName === 'slice' && Number(first) >= 0 && Number(second) >= 0)
      return `(str.substr ${from} ${first} ${second})`
    if (filterName === 'append' && !lowered) return `(str.++ ${from} ${quoted(String(first))})`
    if (filterName === 'prepend' && !lowered) return `(str.++ ${quoted(String(first))} ${from})`
    throw new Untranslated(filterName)
  }
  if (filterName === 'downcase') {
    // The only character that becomes two, so that places in the text would no longer be the same.
    lines.push('(assert (not (str.contains h "\\u{130}")))')
    return { name: from, lowered: true }
  }
  lines.push(`(declare-const ${name} String)`, `(assert (= ${name} ${term()}))`)
  return { name, lowered }
}

function membership(key: string, { name, lowered }: Text): string {
  const [, kind = '', written = ''] = /^(contains|==|in|pieces) (.*)$/s.exec(key) ?? []
  const word = (text: string): string => concatenation([...text].map(lowered ? eitherCase : one))
  if (kind === 'contains')
    return `(str.in_re ${name} (re.++ re.all ${word(JSON.parse(written))} re.all))`
  if (kind === '==') return `(str.in_re ${name} ${word(JSON.parse(written))})`
  if (kind === 'in')
    return `(str.in_re ${name} ${union((JSON.parse(written) as string[]).map(word))})`
  const [, separator] = /^(".*") >= 1$/.exec(written) ?? []
  if (kind === 'pieces' && separator !== undefined)
    return `(not (str.in_re ${name} (re.* ${word(JSON.parse(separator))})))`
  throw new Untranslated(key)
}

const escaped = (point: number): string => `\\u{${point.toString(16)}}`
const quoted = (text: string): string =>
  `"${Array.from(text, (c) => escaped(c.codePointAt(0)!)).join('')}"`
const one = (character: string): string => `(str.to_re ${quoted(character)})`

const concatenation = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '(str.to_re "")') : `(re.++ ${parts.join(' ')})`
const union = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? 're.none') : `(re.union ${parts.join(' ')})`

/** What `downcase` makes this character of. */
const eitherCase = (character: string): string => {
  const others = casedCharacters().map(({ point }) => String.fromCodePoint(point))
  const sources = others.filter((other) => other !== character && other.toLowerCase() === character)
  const itself = character.toLowerCase() === character ? [character] : []
  return union([...itself, ...sources].map(one))
}

const patterns = new Map<DomainName, string>()

/** The texts of a domain, as docs/domains.md states them. */
function domainPattern(domain: Exclude<DomainName, 'any'>): string {
  let pattern = patterns.get(domain)
  if (pattern === undefined) {
    const literal = { source: patternOf(domain).source.replace(/^\^|\$$/g, ''), flags: 'su' }
    const limits = { maxNodes: Number.POSITIVE_INFINITY }
    pattern = alternatives(JS.Parser.fromLiteral(literal).parse(limits).expression)
    patterns.set(domain, pattern)
  }
  return pattern
}

interface Part {
  readonly type: string
  readonly alternatives?: readonly { readonly elements: readonly Part[] }[]
  readonly characters?: CharSet
  readonly min?: number
  readonly max?: number
}

const alternatives = ({ alternatives = [] }: Part): string =>
  union(alternatives.map(({ elements }) => concatenation(elements.map(element))))

function element(part: Part): string {
  const { type, characters, min, max } = part
  if (type === 'CharacterClass')
    return union(
      characters!.ranges.map(
        (range) => `(re.range "${escaped(range.min)}" "${escaped(range.max)}")`,
      ),
    )
  if (type === 'Alternation') return alternatives(part)
  if (type !== 'Quantifier') throw new Untranslated(type)
  const inner = alternatives(part)
  if (max === Number.POSITIVE_INFINITY)
    return min === 0 ? `(re.* ${inner})` : `(re.++ ((_ re.^ ${min}) ${inner}) (re.* ${inner}))`
  return `((_ re.loop ${min} ${max}) ${inner})`
}
