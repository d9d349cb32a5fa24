import type { Question } from '../../src/decide/analysis.ts'
import { textClasses } from '../../src/decide/compare/by-text.ts'
import { type Comparison, changeClasses, textAt } from '../../src/decide/compare/classes.ts'
import { compareTemplates } from '../../src/decide/compare/compare.ts'
import { makeDiffer } from '../../src/decide/compare/differ.ts'
import { type Pair, pairOf } from '../../src/decide/compare/pair.ts'
import { type Prepared, prepare } from '../../src/decide/compare/proof.ts'
import { keyOf } from '../../src/decide/compare/search.ts'
import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { Undecided } from '../../src/decide/filters/operator.ts'
import { type Formula, no, not } from '../../src/decide/logic/formula.ts'
import { oneOf } from '../../src/decide/logic/predicate.ts'
import { hasBit } from '../../src/decide/solve/bits.ts'
import { type Entry, Pool } from '../../src/decide/solve/pool.ts'
import { Solver } from '../../src/decide/solve/solver.ts'
import { type DomainName, domainNames, narrowestDomain } from '../../src/language/domain.ts'
import { realValues } from '../../src/language/real-values.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { randomFrom, texts } from './machines.ts'
import { combinationsOf, same } from './oracle.ts'
import { languageTexts, randomTemplate } from './random-template.ts'

const nasty = ['K', '\u212a', '\u0130', '😀', '\u00a0', 'null', 'aab', 'aaab', 'a,b,', ',,', 'ss']

/** All texts up to a length over a small nasty alphabet, odd ones, lists of what templates test for, real headers. */
const values: readonly (string | null)[] = [
  null,
  ...texts(['a', 'b', 'A', '-', ',', ' ', 'ß'], 3),
  ...nasty,
  ...realValues.flatMap(({ value }) => (value === null ? [] : [value])),
  ...languageTexts.flatMap((text) => [text, `${text}-BE`, text.toUpperCase(), `x${text}`]),
  ...languageTexts.flatMap((a) => languageTexts.map((b) => `${a},${b}`)),
]

const questionFor = (source: string, domain: Question['domain']): Question => ({
  template: parse(source),
  profile: auth0Sms,
  variables: { application: { name: 'Acme' } },
  domain,
  budget: 60_000,
})

export interface PairTally {
  pairs: number
  renders: number
  changed: number
  exact: number
  classes: number
  byText: number
  proved: number
  unchanged: number
  open: number
}

/**
 * For random pairs of templates: what is foreseen of each value is what LiquidJS makes of it; the classes found in a
 * finite domain are those that brute force finds there; and what is said of a named domain holds for its values.
 * @param runs how many pairs, from as many seeds
 */
export function checkPairs(seed: number, runs: number): PairTally {
  const tally = {
    pairs: 0,
    renders: 0,
    changed: 0,
    exact: 0,
    classes: 0,
    byText: 0,
    proved: 0,
    unchanged: 0,
    open: 0,
  }
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const [old, young] = randomPair(random)
    const domain = domainNames[Math.floor(random() * domainNames.length)]!
    const pair = pairOf(questionFor(old, domain), questionFor(young, domain))
    if ([pair.before, pair.after].some(({ question }) => question.template.errors.length > 0))
      continue
    const at = `seed ${seed + i} ${domain}:\n${old}\n${young}`
    tally.pairs++
    const prepared = preparedFor(pair)
    const ways = combinationsOf(prepared?.programs.inputs ?? new Map())
    // Every eighth pair on all values, the rest on a sample.
    const sample = (i % 8 === 0 ? values : values.filter(() => random() < 0.15)).map((value) => ({
      value,
      inputs: ways[Math.floor(random() * ways.length)]!,
    }))
    const rendered = sample.map(
      (inputs) => [pair.before.text(inputs), pair.after.text(inputs)] as const,
    )
    tally.renders += 2 * sample.length
    tally.changed += rendered.filter(([a, b]) => a !== b).length
    try {
      if (prepared && checkValues(at, prepared, sample, rendered, pair.code)) {
        tally.exact++
        const listed = sample.filter(() => random() < 0.3).map(({ value }) => value)
        checkClasses(at, prepared, listed, ways, tally)
      }
    } catch (error) {
      if (!(error instanceof Undecided)) throw error
    }
    checkWhole(at, pair, domain, sample, rendered, tally)
  }
  return tally
}

type Given = Pick<Entry, 'value' | 'inputs'>

/** undefined where nothing is decided. */
function preparedFor(pair: Pair): Prepared | undefined {
  try {
    return prepare(pair, 'any', Date.now() + 60_000)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return undefined
  }
}

/** Whether all is foreseen for certain, after a comparison with what LiquidJS makes. */
function checkValues(
  at: string,
  { comparison, letters }: Prepared,
  sample: readonly Given[],
  rendered: readonly (readonly [string | undefined, string | undefined])[],
  code: string,
): boolean {
  const { formulas, flows, before, after } = comparison
  const pool = poolOf(comparison, sample)
  const differs = makeDiffer(formulas, flows)(before, after)
  let exact = true
  for (const [j, [old, young]] of rendered.entries()) {
    const foreseen = [textAt(before, { pool }, j), textAt(after, { pool }, j)] as const
    const told = foreseen[0] !== undefined && foreseen[1] !== undefined
    const [surely, never] = [differs, not(differs)].map((one) => hasBit(pool.bits(one), j))
    exact &&= told
    const { value } = sample[j]!
    if (never) same([at, value, 'equal', old], [at, value, 'equal', young])
    if (!told) continue
    for (const [text, real] of [
      [letters.readable(foreseen[0]!), old],
      [letters.readable(foreseen[1]!), young],
    ])
      if (!text!.includes('…') && sample[j]!.inputs.size === 0)
        same([at, value, text!.replaceAll('@@password@@', code)], [at, value, real ?? ''])
    same([at, value, surely], [at, value, foreseen[0] !== foreseen[1]])
    const doubt = letters.doubt(foreseen[0]!, foreseen[1]!)
    if (surely && !doubt) same([at, value, 'differs', old !== young], [at, value, 'differs', true])
  }
  return exact
}

const poolOf = ({ formulas }: Comparison, sample: readonly Given[]): Pool => {
  const pool = new Pool(formulas)
  for (const one of sample) pool.add({ ...one, domain: 'any' })
  return pool
}

/** The search in a domain of listed values finds exactly the classes that looking at each value finds. */
function checkClasses(
  at: string,
  { comparison, before, after, programs }: Prepared,
  values: readonly (string | null)[],
  ways: readonly Given['inputs'][],
  tally: PairTally,
): void {
  const { formulas, flows } = comparison
  const listed = values.flatMap((value) => ways.map((way) => ({ value, inputs: way })))
  const strings = oneOf(values.filter((value) => value !== null))
  const missing = formulas.atom({ kind: 'nil' })
  const within = values.includes(null)
    ? formulas.within(strings)
    : formulas.and(formulas.within(strings), not(missing))
  const solver = new Solver(
    formulas,
    programs.inputs,
    valueSpace({ profile: auth0Sms }),
    [],
    false,
    Date.now() + 60_000,
  )
  const limited = {
    pool: solver.pool,
    find: (formula: Formula, domain: DomainName) =>
      solver.find(formulas.and(formula, within), domain),
  }
  const differ = makeDiffer(formulas, flows)
  const found = changeClasses({ ...comparison, solver: limited, domain: 'any' }, differ, 400)
  const pool = poolOf(comparison, listed)
  const seen = listed.map((_, j) => [
    textAt(comparison.before, { pool }, j),
    textAt(comparison.after, { pool }, j),
  ])
  if (found.open) {
    tally.open++
    return
  }
  if (found.list) {
    const truth = new Set(seen.filter(([a, b]) => a !== b).map((both) => JSON.stringify(both)))
    tally.classes += truth.size
    same(
      [at, values, found.list.map(({ texts }) => JSON.stringify(texts)).sort()],
      [at, values, [...truth].sort()],
    )
  }
  for (const { when } of textClasses(formulas, found.differs, before.units, after.units)) {
    if (when === no) continue
    tally.byText++
    const answer = limited.find(when, 'any')
    if (answer.kind === 'open') continue
    same(
      [at, values, when, answer.kind === 'some'],
      [at, values, when, pool.find(when, 'any') !== undefined],
    )
  }
  const classes = textClasses(formulas, found.differs, before.units, after.units)
  for (const [j, [old, young]] of seen.entries())
    same(
      [at, listed[j]!.value, classes.some(({ when }) => hasBit(pool.bits(when), j))],
      [at, listed[j]!.value, old !== young],
    )
}

/** What is said as a whole: every change is one, and all are listed where that is said. */
function checkWhole(
  at: string,
  pair: Pair,
  domain: DomainName,
  sample: readonly Given[],
  rendered: readonly (readonly [string | undefined, string | undefined])[],
  tally: PairTally,
): void {
  const difference = compareTemplates(pair.before.question, pair.after.question)
  const { changes, complete } = difference
  const rank = (value: string | null): number => domainNames.indexOf(narrowestDomain(value))
  for (const { value, inputs: others = {}, before, after } of changes) {
    const inputs = { value, inputs: new Map(Object.entries(others)) }
    const texts = [pair.before.text(inputs), pair.after.text(inputs)]
    same([at, value, before?.text, after?.text], [at, value, ...texts])
    same([at, value, texts[0] !== texts[1]], [at, value, true])
    if (complete) same([at, value, rank(value) <= domainNames.indexOf(domain)], [at, value, true])
  }
  if (!complete) return
  tally.proved++
  if (changes.length === 0) tally.unchanged++
  // Inserted values make every message another: then a class has no one message to compare.
  const varied = difference.by === 'text' || /\{\{ (?!code)/.test(at)
  const known = new Set(changes.map(({ before, after }) => keyOf([before?.text, after?.text])))
  for (const [j, [old, young]] of rendered.entries()) {
    const { value } = sample[j]!
    if (old === young || rank(value) > domainNames.indexOf(domain)) continue
    same([at, value, varied || known.has(keyOf([old, young]))], [at, value, true])
    same([at, value, changes.length > 0], [at, value, true])
  }
}

/** Two templates that have something in common, mostly. */
function randomPair(random: () => number): readonly [string, string] {
  const template = (): string =>
    random() < 0.5 ? randomTemplate(random, languageTexts) : randomTemplate(random)
  const [one, other] = [template(), template()]
  const chance = random()
  if (chance < 0.1) return [one, other]
  if (chance < 0.25) return [one + other, other + one]
  if (chance < 0.4) return [other + one, other + edited(one, random)]
  if (chance < 0.5) return [one, one + other]
  if (chance < 0.6) return randomChains(random)
  return [one, edited(edited(one, random), random)]
}

/** One place of a template is another. */
function edited(source: string, random: () => number): string {
  const edits: readonly (readonly [RegExp, string])[] = [
    [/M\d+/g, 'N'],
    [/'[^']*'/g, `'${languageTexts[Math.floor(random() * languageTexts.length)]}'`],
    [/contains/g, '=='],
    [/==/g, 'contains'],
    [/ and /g, ' or '],
    [/elsif/g, 'elsif nothing or'],
    [/\| \w+/g, '| downcase'],
    [/@@password@@/g, '{{ code }}'],
    [/request_language/g, 's'],
    [/\{% else %\}/g, '{% else %}E'],
    [/\{% assign [^%]*%\}/g, ''],
  ]
  const [pattern, by] = edits[Math.floor(random() * edits.length)]!
  const places = [...source.matchAll(pattern)]
  const place = places[Math.floor(random() * places.length)]
  if (!place) return source
  return source.slice(0, place.index) + by + source.slice(place.index + place[0].length)
}

/** The same texts by `if`, by `case`, by blocks, in another order. */
function randomChains(random: () => number): readonly [string, string] {
  const tags = [...languageTexts].sort(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 4))
  const cut = random() < 0.5 ? '' : " | split: ',' | first"
  const subject = `{% assign t = request_language${cut} %}`
  const shapes: readonly ((tags: readonly string[]) => string)[] = [
    (list) =>
      `${subject}{% if t == 'x' %}${list.map((tag) => `{% elsif t == '${tag}' %}${tag} @@password@@`).join('')}{% else %}?{% endif %}`,
    (list) =>
      `${subject}{% case t %}${list.map((tag) => `{% when '${tag}' %}${tag} @@password@@`).join('')}{% when 'x' %}{% else %}?{% endcase %}`,
    (list) =>
      subject +
      list.map((tag) => `{% if t contains '${tag}' %}${tag} @@password@@{% endif %}`).join(''),
    (list) =>
      `${subject}{% if false %}${list.map((tag) => `{% elsif t contains '${tag}' %}${tag} @@password@@`).join('')}{% else %}?{% endif %}`,
  ]
  const shape = (): (typeof shapes)[number] => shapes[Math.floor(random() * shapes.length)]!
  return [shape()(tags), shape()(random() < 0.5 ? tags : tags.toReversed())]
}
